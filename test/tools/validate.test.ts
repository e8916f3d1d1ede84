/** Each rule of `npm run validate` passes on the real manifest and fails when one thing in it is changed. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkManifest, type Check } from "../../src/tools/validate/checkManifest.ts";
import { askMicrosoft } from "../../src/tools/validate/microsoft.ts";
import { readXml, type XmlElement } from "../../src/tools/validate/xml.ts";

const project = path.resolve(import.meta.dirname, "../..");
const manifest = readFileSync(path.join(project, "manifest.xml"), "utf8");
const root = mkdtempSync(path.join(tmpdir(), "civicreply-validate-"));
const web = path.join(root, "dist/web");

/** A build as webpack leaves it, as far as the manifest speaks of it. */
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(path.join(web, "assets"), { recursive: true });
  for (const file of readdirSync(path.join(project, "assets/icons")).filter((name) => name.endsWith(".png"))) {
    cpSync(path.join(project, "assets/icons", file), path.join(web, "assets", file));
  }
  const page = (script: string): string =>
    `<!doctype html><html lang=en><script src=https://office.example/office.js></script><script defer src=${script}></script>`;
  writeFileSync(path.join(web, "taskpane.html"), page("taskpane.0123456789.js"));
  writeFileSync(path.join(web, "commands.html"), page("commands.0123456789.js"));
  writeFileSync(path.join(web, "launchevent.html"), page("launchevent.js"));
  writeFileSync(path.join(web, "commands.0123456789.js"), `(()=>{Office.actions.associate("showDueDate",e)})();`);
  writeFileSync(
    path.join(web, "launchevent.js"),
    `Office.actions.associate("onNewMessageComposeHandler",n),Office.actions.associate("onMessageSendHandler",s);`,
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function failing(text: string): Promise<readonly Check[]> {
  const { checks } = await checkManifest(text, { root });
  return checks.filter((check) => check.problems.length > 0);
}

/** The real manifest with one change. @throws when there is nothing to change */
function changed(from: string | RegExp, to: string): string {
  const text = manifest.replace(from, to);
  if (text === manifest) throw new Error(`the manifest has no ${String(from)}`);
  return text;
}

test("the manifest passes every rule", async () => {
  expect(await failing(manifest)).toEqual([]);
});

const order = "elements are there, in the schema's order";
const identity = "id, version and locale are well formed";
const references = "every resource id points to a resource of its kind";
const used = "every resource is used";
const ids = "ids are unique, resource ids at most 32 characters";
const lengths = "texts and addresses keep to Microsoft's lengths";
const languages = "every text has its fr-CA wording";
const origin = "all addresses are https and of one origin";
const files = "every file that it names is in dist/web";
const sizes = "every button has the icon sizes that Outlook needs";
const pixels = "icons are as large as they claim";
const functions = "every function that it names is associated in the bundles";
const sending = "mail is never kept back: one OnMessageSend, as PromptUser";
const runtime = "launch events load the page of their runtime, classic Windows its script";
const floor = "Mailbox 1.5 is the floor";

const sendEvent = `<LaunchEvent Type="OnMessageSend" FunctionName="onMessageSendHandler" SendMode="PromptUser" />`;
const long = (count: number): string => "x".repeat(count);

test.each<[string, string, string | RegExp, string, string]>([
  ["Version before Id", order, /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, "$2$1", "Id: must stand before Version"],
  ["no SupportUrl", order, /<SupportUrl .*\/>/, "", "has no SupportUrl"],
  [
    "an element that nobody knows",
    order,
    "<SupportsSharedFolders>",
    "<SupportsEverything />\n<SupportsSharedFolders>",
    "does not belong",
  ],
  [
    "pinning before the address",
    order,
    /(<SourceLocation resid="Pane.Url" \/>)\s*(<SupportsPinning>true<\/SupportsPinning>)/,
    "$2$1",
    "SourceLocation: must stand before SupportsPinning",
  ],
  [
    "Icon before Supertip",
    order,
    /(<Supertip>[\s\S]*?<\/Supertip>)\s*(<Icon>[\s\S]*?<\/Icon>)/,
    "$2$1",
    "Supertip: must stand before Icon",
  ],
  [
    "a desktop without shared folders",
    order,
    "<SupportsSharedFolders>true</SupportsSharedFolders>",
    "",
    "has no SupportsSharedFolders",
  ],
  ["an id that is no GUID", identity, /<Id>.*<\/Id>/, "<Id>civicreply</Id>", "no GUID"],
  ["a version of three numbers", identity, /<Version>.*<\/Version>/, "<Version>1.0.0</Version>", "four numbers"],
  [
    "a dangling resource id",
    references,
    `<Label resid="Promise.Label" />`,
    `<Label resid="Promise.Lable" />`,
    `no resource "Promise.Lable"`,
  ],
  [
    "a label that reads a long string",
    references,
    `<Label resid="Promise.Label" />`,
    `<Label resid="Promise.Tip" />`,
    "not a ShortString",
  ],
  [
    "a resource that nothing uses",
    used,
    "</bt:Urls>",
    `<bt:Url id="Spare.Url" DefaultValue="https://civicreply.example/taskpane.html" /></bt:Urls>`,
    "Spare.Url",
  ],
  ["two resources of one id", ids, `<bt:Url id="Commands.Url"`, `<bt:Url id="Pane.Url"`, `"Pane.Url" is taken`],
  ["two controls of one id", ids, `id="read.whenDue"`, `id="read.promise"`, `"read.promise" is taken`],
  ["a resource id of 33 characters", ids, /"Acknowledge\.Tip"/g, `"${long(33)}"`, "1 to 32 characters"],
  [
    "a label of 126 characters",
    lengths,
    `DefaultValue="Reply promise"`,
    `DefaultValue="${long(126)}"`,
    "has 126 characters, ShortString takes 125",
  ],
  [
    "a French label of 126 characters",
    lengths,
    `Value="Délai de réponse"`,
    `Value="${long(126)}"`,
    "has 126 characters, ShortString takes 125",
  ],
  [
    "a tip of 251 characters",
    lengths,
    /DefaultValue="Shows the due date[^"]*"/,
    `DefaultValue="${long(251)}"`,
    "LongString takes 250",
  ],
  [
    "a name of 126 characters",
    lengths,
    `<DisplayName DefaultValue="CivicReply"`,
    `<DisplayName DefaultValue="${long(126)}"`,
    "DisplayName takes 125",
  ],
  [
    "a description of 251 characters",
    lengths,
    /<Description DefaultValue="[^"]*"/,
    `<Description DefaultValue="${long(251)}"`,
    "Description takes 250",
  ],
  [
    "an address of 2049 characters",
    lengths,
    "https://civicreply.example/commands.html",
    `https://civicreply.example/commands.html?${long(2008)}`,
    "Url takes 2048",
  ],
  ["an empty text", lengths, `DefaultValue="Acknowledge"`, `DefaultValue=""`, "is empty"],
  [
    "a text in English alone",
    languages,
    /<bt:Override Locale="fr-CA" Value="Quand répondre\?" \/>/,
    "",
    "no Override for fr-CA",
  ],
  [
    "an address without TLS",
    origin,
    "https://civicreply.example/commands.html",
    "http://civicreply.example/commands.html",
    "is not https",
  ],
  [
    "an address elsewhere",
    origin,
    "https://civicreply.example/commands.html",
    "https://elsewhere.example/commands.html",
    "another origin",
  ],
  ["a relative address", origin, "https://civicreply.example/commands.html", "commands.html", "no address"],
  [
    "a page that no build makes",
    files,
    "civicreply.example/taskpane.html",
    "civicreply.example/taskpain.html",
    "there is no dist/web/taskpain.html",
  ],
  ["an icon that is not there", files, "assets/check-16.png", "assets/check-17.png", "check-17.png"],
  ["a button without its icon of 80", sizes, `<bt:Image size="80" resid="Icon.80x80" />`, "", "has no icon of 80"],
  [
    "a phone without its icon of 48×3",
    sizes,
    `<bt:Image size="48" scale="3" resid="Icon.144x144" />`,
    "",
    "has no icon of 48×3",
  ],
  [
    "an icon of another size",
    pixels,
    `<bt:Image size="16" resid="Icon.16x16" />`,
    `<bt:Image size="16" resid="Icon.32x32" />`,
    "is 32 × 32 pixels, not 16 × 16",
  ],
  [
    "a phone's icon at the wrong scale",
    pixels,
    `scale="3" resid="Icon.144x144"`,
    `scale="3" resid="Icon.96x96"`,
    "is 96 × 96 pixels, not 144 × 144",
  ],
  ["the add-in's icon in another size", pixels, /(<IconUrl [^>]*)icon-64/, "$1icon-32", "not 64 × 64"],
  ["a page in place of an icon", pixels, "assets/icon-16.png", "commands.html", "is no PNG"],
  ["a command that no bundle knows", functions, ">showDueDate<", ">showDoDate<", `does not associate "showDoDate"`],
  [
    "a handler that no bundle knows",
    functions,
    "onMessageSendHandler",
    "onSendHandler",
    `does not associate "onSendHandler"`,
  ],
  ["two send events", sending, sendEvent, sendEvent + sendEvent, "2 OnMessageSend events"],
  ["no send event", sending, sendEvent, "", "0 OnMessageSend events"],
  ["a send event that blocks", sending, `SendMode="PromptUser"`, `SendMode="Block"`, "SendMode is Block"],
  ["a send event that blocks when our files are down", sending, ` SendMode="PromptUser"`, "", "SoftBlock"],
  [
    "events of a page that no runtime has",
    runtime,
    `<Runtime resid="Events.Url">`,
    `<Runtime resid="Commands.Url">`,
    `no Runtime has the resid "Events.Url"`,
  ],
  ["a runtime without a script", runtime, /<Override type="javascript" .*\/>/, "", "type javascript"],
  ["a higher floor", floor, `MinVersion="1.5"`, `MinVersion="1.8"`, "Mailbox 1.8"],
  ["a higher floor for the buttons", floor, `DefaultMinVersion="1.5"`, `DefaultMinVersion="1.13"`, "Mailbox 1.13"],
])("%s is found", async (_what, name, from, to, problem) => {
  const checks = await failing(changed(from, to));
  const check = checks.find((one) => one.name === name);
  expect(check?.problems.join("\n")).toContain(problem);
});

test("a problem says its line", async () => {
  const line = manifest.split("\n").findIndex((text) => text.includes(`resid="WhenDue.Label"`)) + 1;
  const checks = await failing(changed(`resid="WhenDue.Label"`, `resid="WhenDo.Label"`));
  expect(checks.find((one) => one.name === references)?.problems).toEqual([
    `line ${line}, Label: there is no resource "WhenDo.Label"`,
  ]);
});

test("a handler that only the page's bundle knows is missed by classic Outlook, and found", async () => {
  writeFileSync(path.join(web, "launchevent.js"), "nothing");
  const [check] = await failing(manifest);
  expect([check?.name, check?.problems.length]).toEqual([functions, 4]);
});

test("a build that was never made is said once, not by each file", async () => {
  rmSync(web, { recursive: true });
  const checks = await failing(manifest);
  expect(checks.map((check) => check.name)).toEqual([files, functions]);
  expect(checks[0]?.problems).toEqual(["there is no dist/web: npm run build makes it"]);
});

test("a page whose script stands in quotes is read as well", async () => {
  writeFileSync(path.join(web, "commands.html"), `<script defer="defer" src="commands.0123456789.js"></script>`);
  expect(await failing(manifest)).toEqual([]);
});

test("a file of zero bytes is no icon", async () => {
  writeFileSync(path.join(web, "assets/icon-16.png"), "");
  expect((await failing(manifest)).map((check) => check.name)).toEqual([pixels]);
});

test.each([
  ["an element that is never closed", "<a>\n<b>\n</a>", "line 3: </a> does not close <b>"],
  ["an element that stays open", "<a>\n<b></b>", "line 2: <a> of line 1 is never closed"],
  ["two documents", "<a/>\n<b/>", "line 2: <b> stands after the end of the document"],
  ["text outside", "<a/>\nrest", `line 1: "rest" stands outside of every element`],
  ["nothing", "", "line 1: there is no element"],
  ["an attribute twice", `<a>\n\n<b x="1" x="2"/></a>`, "line 3: the attribute x stands twice in one element"],
  ["an attribute without quotes", "<a x=1/>", `line 1: cannot read "<a x=1/>"`],
  [
    "a plain ampersand",
    "<a>\n<b>this & that</b></a>",
    "line 2: & is no character reference; a plain & is written &amp;",
  ],
  ["an unknown entity", "<a>&eacute;</a>", "line 1: &eacute; is no character reference; a plain & is written &amp;"],
  ["a document type", "<!DOCTYPE a><a/>", `line 1: cannot read "<!DOCTYPE a><a/>"`],
])("%s is malformed XML", async (_what, text, problem) => {
  const { checks } = await checkManifest(text, { root });
  expect(checks).toEqual([{ name: "it is well-formed XML", problems: [problem] }]);
});

interface Tree {
  readonly text: string;
  readonly value: string;
  readonly children: readonly Tree[];
}

const escaped = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const written = ({ text, value, children }: Tree): string =>
  `<n v="${escaped(value)}">${escaped(text)}<!-- ${children.length} -->${children.map(written).join("\n")}</n>`;
const read = (element: XmlElement): Tree => ({
  text: element.text,
  value: element.attributes.get("v") ?? "",
  children: element.children.map(read),
});

test("what is written as XML is read back", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replace(/\s+/gu, " ").trim());
  const leaf = fc.record({ text: words, value: words, children: fc.constant<Tree[]>([]) });
  const branch = fc.record({ text: words, value: words, children: fc.array(leaf, { maxLength: 3 }) });
  const tree = fc.record({ text: words, value: words, children: fc.array(branch, { maxLength: 3 }) });
  fc.assert(
    fc.property(tree, (sample) => {
      const reading = readXml(`<?xml version="1.0" encoding="UTF-8"?>\n${written(sample)}\n`);
      expect(reading.ok && read(reading.root)).toEqual(sample);
    }),
  );
});

test("Microsoft's check without a network is not run, and no failure", async () => {
  const check = await askMicrosoft("manifest.xml", 1000, () =>
    Promise.reject(new Error("Unable to contact the service")),
  );
  expect([check.problems, check.notRun]).toEqual([[], "no network"]);
});

test("Microsoft's check is not waited for longer than the limit", async () => {
  const check = await askMicrosoft("manifest.xml", 20, () => new Promise(() => undefined));
  expect([check.problems, check.notRun]).toEqual([[], "no network"]);
});

test("Microsoft's service out of order is not run; its refusal is a problem; its acceptance is none", async () => {
  const answers = [
    { isValid: false, status: 503 },
    { isValid: false, report: { status: "Rejected", errors: [{ title: "Icon", content: "is missing" }] } },
    { isValid: true, report: { status: "Accepted" } },
  ];
  const checks = await Promise.all(
    answers.map((answer) => askMicrosoft("manifest.xml", 1000, () => Promise.resolve(answer))),
  );
  expect(checks.map(({ problems, notRun }) => notRun ?? problems)).toEqual([
    "the service answered 503",
    ["Icon: is missing"],
    [],
  ]);
});
