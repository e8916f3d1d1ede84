/** What runs without a pane: launch events and ribbon functions, and what they may ask of Outlook. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileOf } from "./addresses.ts";
import { addressBehind, attributeOf, child, elements, place, type Rule, type Site } from "./manifest.ts";
import type { XmlElement } from "./xml.ts";

/** The oldest requirement set that CivicReply runs on; newer ones are asked for at run time. */
const mailboxFloor = "1.5";

async function textOf(file: string | null): Promise<string> {
  return file === null ? "" : readFile(file, "utf8").catch(() => "");
}

/** All scripts of our own that a page of dist/web loads, or the script itself. */
async function scriptsBehind(address: string, site: Site): Promise<string> {
  const file = fileOf(address, site);
  const text = await textOf(file);
  if (file === null || !file.endsWith(".html")) return text;
  // Attributes stand without quotes after minification; Office.js has an address of its own and is not ours.
  const sources = [...text.matchAll(/<script\b[^>]*?\bsrc=["']?([^\s"'>]+)/g)].map((found) => found[1] ?? "");
  const scripts = await Promise.all(
    sources.filter((source) => !source.includes("://")).map((source) => textOf(path.join(path.dirname(file), source))),
  );
  return scripts.join("\n");
}

function isAssociated(scripts: string, name: string): boolean {
  return [`"${name}"`, `'${name}'`, `\`${name}\``].some((written) => scripts.includes(`associate(${written},`));
}

/** Each function with the addresses that must know it. */
function functions(
  manifest: XmlElement,
): readonly { name: string; element: XmlElement; addresses: readonly string[] }[] {
  const behind = (element: XmlElement): string => addressBehind(manifest, attributeOf(element, "resid"));
  const commands = elements(manifest, "FunctionFile").map(behind);
  const handlers = elements(manifest, "Runtime").flatMap((runtime) => [
    behind(runtime),
    ...runtime.children.map(behind),
  ]);
  return [
    ...elements(manifest, "FunctionName").map((element) => ({ name: element.text, element, addresses: commands })),
    ...events(manifest).map((element) => ({
      name: attributeOf(element, "FunctionName"),
      element,
      addresses: handlers,
    })),
  ];
}

function events(manifest: XmlElement): readonly XmlElement[] {
  return elements(manifest, "LaunchEvents").flatMap((list) => list.children);
}

export const functionsExist: Rule = {
  name: "every function that it names is associated in the bundles",
  async problems(manifest, site) {
    const found = functions(manifest).flatMap(({ name, element, addresses }) =>
      addresses.map(async (address) =>
        isAssociated(await scriptsBehind(address, site), name)
          ? []
          : [`${place(element)}: ${address} does not associate "${name}"`],
      ),
    );
    return (await Promise.all(found)).flat();
  },
};

export const sendEvent: Rule = {
  name: "mail is never kept back: one OnMessageSend, as PromptUser",
  problems(manifest) {
    const sending = events(manifest).filter((event) => attributeOf(event, "Type") === "OnMessageSend");
    if (sending.length !== 1) return [`LaunchEvents: ${sending.length} OnMessageSend events; Outlook takes one`];
    // Block is refused by the Marketplace, SoftBlock keeps mail back when our files are down.
    return sending.flatMap((event) => {
      const mode = attributeOf(event, "SendMode") || "SoftBlock (the default)";
      return mode === "PromptUser" ? [] : [`${place(event)}: SendMode is ${mode}`];
    });
  },
};

export const runtimeMatches: Rule = {
  name: "launch events load the page of their runtime, classic Windows its script",
  problems(manifest) {
    const pages = elements(manifest, "ExtensionPoint")
      .filter((point) => attributeOf(point, "xsi:type") === "LaunchEvent")
      .map((point) => attributeOf(child(point, "SourceLocation") ?? point, "resid"));
    const runtimes = elements(manifest, "Runtime");
    const known = runtimes.map((runtime) => attributeOf(runtime, "resid"));
    const lost = pages
      .filter((page) => !known.includes(page))
      .map((page) => `LaunchEvent: no Runtime has the resid "${page}"`);
    const scriptless = runtimes.filter(
      (runtime) => runtime.children.filter((override) => attributeOf(override, "type") === "javascript").length !== 1,
    );
    return [...lost, ...scriptless.map((runtime) => `${place(runtime)}: needs one Override of type javascript`)];
  },
};

export const floor: Rule = {
  name: `Mailbox ${mailboxFloor} is the floor`,
  problems: (manifest) =>
    elements(manifest, "Sets").flatMap((sets) =>
      sets.children.flatMap((set) => {
        const version = attributeOf(set, "MinVersion") || attributeOf(sets, "DefaultMinVersion");
        const named = attributeOf(set, "Name");
        return named === "Mailbox" && version === mailboxFloor ? [] : [`${place(set)}: asks for ${named} ${version}`];
      }),
    ),
};
