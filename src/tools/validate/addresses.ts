/** Where the manifest's addresses lead. */
import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { attributeOf, child, elements, place, resources, type Rule, type Site } from "./manifest.ts";
import type { XmlElement } from "./xml.ts";

interface Address {
  readonly text: string;
  readonly element: XmlElement;
}

/** Everything that Outlook loads: icons, pages, scripts, in every language. */
export function loaded(manifest: XmlElement): readonly Address[] {
  const top = [
    child(manifest, "IconUrl"),
    child(manifest, "HighResolutionIconUrl"),
    ...elements(manifest, "SourceLocation").filter((element) => element.attributes.has("DefaultValue")),
    ...resources(manifest).flatMap(({ kind, element }) => (kind === "Image" || kind === "Url" ? [element] : [])),
  ];
  return top.flatMap((element) => (element === undefined ? [] : [element, ...element.children])).map(addressOf);
}

function addressOf(element: XmlElement): Address {
  return { text: attributeOf(element, "DefaultValue") || attributeOf(element, "Value"), element };
}

/** The file of dist/web behind an address, or null when the text is no address. */
export function fileOf(address: string, site: Site): string | null {
  if (!URL.canParse(address)) return null;
  return path.join(site.root, "dist/web", decodeURIComponent(new URL(address).pathname));
}

export const oneOrigin: Rule = {
  name: "all addresses are https and of one origin",
  problems(manifest) {
    const support = child(manifest, "SupportUrl");
    const domains = elements(manifest, "AppDomain").map((element) => ({ text: element.text, element }));
    const all = [...loaded(manifest), ...(support === undefined ? [] : [addressOf(support)]), ...domains];
    const origin = URL.canParse(all[0]?.text ?? "") ? new URL(all[0]?.text ?? "").origin : "";
    return all.flatMap(({ text, element }) => {
      if (!URL.canParse(text)) return [`${place(element)}: "${text}" is no address`];
      const url = new URL(text);
      if (url.protocol !== "https:") return [`${place(element)}: ${text} is not https`];
      return url.origin === origin ? [] : [`${place(element)}: ${url.origin} is another origin than ${origin}`];
    });
  },
};

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

export const filesExist: Rule = {
  name: "every file that it names is in dist/web",
  // SupportUrl is the site's own help page and no part of the build.
  async problems(manifest, site) {
    if (!existsSync(path.join(site.root, "dist/web"))) return ["there is no dist/web: npm run build makes it"];
    const found = await Promise.all(
      loaded(manifest).map(async ({ text, element }) => {
        const file = fileOf(text, site);
        if (file === null || (await isFile(file))) return [];
        return [`${place(element)}: there is no ${path.relative(site.root, file)}`];
      }),
    );
    return found.flat();
  },
};
