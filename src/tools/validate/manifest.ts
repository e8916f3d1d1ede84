/** A manifest as the rules look at it. */
import type { XmlElement } from "./xml.ts";

/** Where a rule finds what the manifest speaks of. */
export interface Site {
  /** The folder with dist/web and assets. */
  readonly root: string;
}

/** One rule: what it is about, and each thing that is wrong, as a sentence; none when all is well. */
export interface Rule {
  readonly name: string;
  problems(manifest: XmlElement, site: Site): readonly string[] | Promise<readonly string[]>;
}

/** "bt:Image" → "Image". */
export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(":") + 1);
}

/** Attribute by its name as written; "" when it is missing. */
export function attributeOf(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? "";
}

/** The element itself and all within, in the document's order. */
export function within(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(within)];
}

/** All elements of that local name. */
export function elements(manifest: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return within(manifest).filter((element) => names.includes(localName(element)));
}

/** The first child of that local name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => localName(candidate) === name);
}

/** "line 12, Label": how a problem says where. */
export function place(element: XmlElement): string {
  return `line ${element.line}, ${localName(element)}`;
}

export type ResourceKind = "Image" | "Url" | "ShortString" | "LongString";

export interface Resource {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly value: string;
  readonly element: XmlElement;
}

const kinds: Readonly<Record<string, ResourceKind>> = {
  Images: "Image",
  Urls: "Url",
  ShortStrings: "ShortString",
  LongStrings: "LongString",
};

/** All resources of all Resources elements. */
export function resources(manifest: XmlElement): readonly Resource[] {
  return elements(manifest, ...Object.keys(kinds)).flatMap((list) => {
    const kind = kinds[localName(list)] ?? "Url";
    return list.children.map((element) => ({
      id: attributeOf(element, "id"),
      kind,
      value: attributeOf(element, "DefaultValue"),
      element,
    }));
  });
}

/** The address behind a resource id, or "" (the rule on references says so). */
export function addressBehind(manifest: XmlElement, resid: string): string {
  return resources(manifest).find((resource) => resource.id === resid)?.value ?? "";
}
