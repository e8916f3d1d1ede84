/** Resource ids and what they point to. */
import {
  attributeOf,
  elements,
  localName,
  place,
  resources,
  within,
  type ResourceKind,
  type Rule,
} from "./manifest.ts";

/** Which list a reference of that element reads. */
const wanted: Readonly<Record<string, ResourceKind>> = {
  Image: "Image",
  Label: "ShortString",
  Title: "ShortString",
  Tooltip: "ShortString",
  Description: "LongString",
  SourceLocation: "Url",
  FunctionFile: "Url",
  Runtime: "Url",
  Override: "Url",
};

const longestId = 32;

export const referencesResolve: Rule = {
  name: "every resource id points to a resource of its kind",
  problems(manifest) {
    const known = new Map(resources(manifest).map((resource) => [resource.id, resource.kind]));
    return within(manifest).flatMap((element) => {
      const resid = element.attributes.get("resid");
      if (resid === undefined) return [];
      const kind = known.get(resid);
      if (kind === undefined) return [`${place(element)}: there is no resource "${resid}"`];
      const right = wanted[localName(element)];
      return right === undefined || right === kind
        ? []
        : [`${place(element)}: "${resid}" is a ${kind}, not a ${right}`];
    });
  },
};

export const resourcesAreUsed: Rule = {
  name: "every resource is used",
  problems(manifest) {
    const used = new Set(within(manifest).map((element) => attributeOf(element, "resid")));
    return resources(manifest)
      .filter((resource) => !used.has(resource.id))
      .map((resource) => `${place(resource.element)}: nothing uses "${resource.id}"`);
  },
};

export const idsAreUnique: Rule = {
  name: `ids are unique, resource ids at most ${longestId} characters`,
  problems(manifest) {
    // TabDefault is Outlook's own tab, named in each surface.
    const carriers = [
      ...elements(manifest, "Group", "Control", "CustomTab"),
      ...resources(manifest).map(({ element }) => element),
    ];
    const seen = new Set<string>();
    const twice = carriers.flatMap((element) => {
      const id = attributeOf(element, "id");
      if (seen.has(id)) return [`${place(element)}: the id "${id}" is taken`];
      seen.add(id);
      return [];
    });
    const long = resources(manifest).filter(({ id }) => id.length > longestId || id === "");
    return [
      ...twice,
      ...long.map(({ element, id }) => `${place(element)}: "${id}" must have 1 to ${longestId} characters`),
    ];
  },
};
