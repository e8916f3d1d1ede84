/** What people read: its length, and that it is there in both languages. */
import { attributeOf, child, elements, localName, place, resources, type Rule } from "./manifest.ts";
import type { XmlElement } from "./xml.ts";

/** Microsoft's limits, in characters. */
const limits: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ShortString: 125,
  LongString: 250,
  Image: 2048,
  Url: 2048,
};

const secondLocale = "fr-CA";

function texts(manifest: XmlElement): readonly (readonly [string, XmlElement])[] {
  const top = ["DisplayName", "Description"].flatMap((name) => {
    const element = child(manifest, name);
    return element === undefined ? [] : [[name, element] as const];
  });
  return [...top, ...resources(manifest).map(({ kind, element }) => [kind, element] as const)];
}

export const lengths: Rule = {
  name: "texts and addresses keep to Microsoft's lengths",
  problems: (manifest) =>
    texts(manifest).flatMap(([kind, element]) => {
      const limit = limits[kind] ?? 0;
      const written = [element, ...element.children];
      return written.flatMap((one) => {
        const { length } = attributeOf(one, "DefaultValue") || attributeOf(one, "Value");
        if (length === 0) return [`${place(one)}: is empty`];
        return length > limit ? [`${place(one)}: has ${length} characters, ${kind} takes ${limit}`] : [];
      });
    }),
};

export const bothLanguages: Rule = {
  name: `every text has its ${secondLocale} wording`,
  problems: (manifest) =>
    texts(manifest)
      .filter(([kind]) => kind !== "Image" && kind !== "Url")
      .filter(
        ([, element]) =>
          !element.children.some((one) => localName(one) === "Override" && attributeOf(one, "Locale") === secondLocale),
      )
      .map(([, element]) => `${place(element)}: has no Override for ${secondLocale}`),
};

export const identity: Rule = {
  name: "id, version and locale are well formed",
  problems(manifest) {
    const text = (name: string): string => child(manifest, name)?.text ?? "";
    const problems: string[] = [];
    if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text("Id"))) problems.push(`Id: "${text("Id")}" is no GUID`);
    if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(text("Version")))
      problems.push(`Version: "${text("Version")}" is not four numbers`);
    if (text("DefaultLocale") !== "en-US")
      problems.push(`DefaultLocale: is "${text("DefaultLocale")}", the texts are en-US`);
    if (elements(manifest, "Host").every((host) => attributeOf(host, "Name") !== "Mailbox"))
      problems.push("Hosts: no Mailbox");
    return problems;
  },
};
