import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "@jest/globals";
import { heldKey } from "../../src/office/propertyKeys.ts";
import { hintKey, hintLifeMs, noteKeyPrefix } from "../../src/browser/handlerKeys.ts";
import { stampKey } from "../../src/addin/ports.ts";
import { builtLaunchEvent, owner, runtime, type Draft, type Manner, type Runtime } from "./bundle.ts";

let code = "";
beforeAll(() => {
  code = builtLaunchEvent();
}, 60_000);

const send = "onMessageSendHandler";
const compose = "onNewMessageComposeHandler";
const allowed = [{ allowEvent: true }];
const unfilled = "<p>Dear [customer's name],</p>";
const stamp = { replyKind: "holding", template: "receipt", promisedDay: "2026-11-26", answers: "<one@mail.example>" };

function notes({ stored }: Runtime): readonly Record<string, unknown>[] {
  return Object.keys(stored)
    .filter((key) => key.startsWith(noteKeyPrefix(owner)))
    .map((key) => JSON.parse(stored[key] ?? "") as Record<string, unknown>);
}

test("the file is small, has no async function and nothing newer than ES2016", () => {
  expect(gzipSync(code).length).toBeLessThan(30_000);
  expect(code).not.toMatch(/\basync\b|\bawait\b|\?\.[A-Za-z([]|\?\?|\bimport\(|\.\.\.[a-z]+\}/);
});

test("both handlers are associated at top level", () => {
  expect([...runtime(code).handlers.keys()].sort()).toEqual([send, compose].sort());
});

test("a finished reply goes at once and leaves a note with its stamp and recipients", () => {
  const it = runtime(code, { properties: { [stampKey]: JSON.stringify(stamp) } });
  expect(it.run(send)).toEqual(allowed);
  expect(notes(it)).toEqual([
    { conversationId: "conversation-1", at: expect.any(Number), stamp, recipients: ["ada@mail.example"] },
  ]);
});

test("neither a new message nor a forward leaves a note", () => {
  for (const composeType of ["newMail", "forward"]) {
    const it = runtime(code, { composeType });
    expect(it.run(send)).toEqual(allowed);
    expect(notes(it)).toEqual([]);
  }
});

test("an unfilled template field holds the draft once, in words, and then lets it go", () => {
  const it = runtime(code, { html: unfilled });
  const [verdict] = it.run(send);
  expect(verdict?.allowEvent).toBe(false);
  expect(verdict?.errorMessage).toContain("[customer's name]");
  expect(verdict?.errorMessage?.length).toBeLessThanOrEqual(500);
  expect(notes(it)).toEqual([]);
  expect(it.properties[heldKey]).toBe("yes");
  expect(it.run(send)).toEqual(allowed);
  expect(notes(it)).toHaveLength(1);
});

test("in French the hold speaks French", () => {
  const [verdict] = runtime(code, { html: "<p>Bonjour [nom du client],</p>" }, { language: "fr-CA" }).run(send);
  expect(verdict?.errorMessage).toMatch(/pas encore rempli/);
});

test("a field left open in the quoted thread is not this draft's", () => {
  const html = `<p>Hello Ada</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"></div>${unfilled}`;
  expect(runtime(code, { html }).run(send)).toEqual(allowed);
});

test("a draft that cannot be marked as held is not held: it would never leave", () => {
  for (const manners of [{ save: "refuses" }, { save: "throws" }, { load: "refuses" }] as const) {
    expect(runtime(code, { html: unfilled, manners }).run(send)).toEqual(allowed);
  }
});

const calls = ["load", "save", "body", "type", "recipients"] as const;
const manners: readonly Manner[] = ["refuses", "throws", "hangs"];
const faults = calls.flatMap((call) => manners.map((manner) => [call, manner] as const));

test.each(faults)("when %s %s, a send is allowed within 2 s, exactly once", (call, manner) => {
  for (const html of ["<p>Hello</p>", unfilled]) {
    const draft: Draft = { html, manners: { [call]: manner } };
    const verdicts = runtime(code, draft).run(send, 2_000);
    const mayHold = html === unfilled && !["load", "save", "body"].includes(call) && manner !== "hangs";
    expect(verdicts).toHaveLength(1);
    expect(verdicts[0]?.allowEvent).toBe(!mayHold);
  }
});

test.each(faults)("when %s %s, a new draft opens within 2 s, exactly once", (call, manner) => {
  for (const draft of [{ conversationId: "conversation-1" }, { to: "ada@mail.example" }]) {
    const hint = { ...draft, at: Date.now(), stamp };
    const it = runtime(code, { manners: { [call]: manner } }, {}, { [hintKey(owner)]: JSON.stringify(hint) });
    expect(it.run(compose, 2_000)).toEqual(allowed);
  }
});

test("without storage, with storage that throws, without timers, without an item: everything completes", () => {
  for (const surroundings of [
    { storage: "missing" },
    { storage: "throws" },
    { timers: false },
    { item: "none" },
    { storage: "missing", timers: false, item: "none" },
  ] as const) {
    expect(runtime(code, {}, surroundings).run(send)).toEqual(allowed);
    expect(runtime(code, {}, surroundings).run(compose)).toEqual(allowed);
  }
});

test("a reply that the pane asked for bears its stamp from the start, and the hint is used up", () => {
  const stored = { [hintKey(owner)]: JSON.stringify({ conversationId: "conversation-1", at: Date.now(), stamp }) };
  const it = runtime(code, {}, {}, stored);
  expect(it.run(compose)).toEqual(allowed);
  expect(JSON.parse(it.properties[stampKey] ?? "")).toEqual(stamp);
  expect(stored[hintKey(owner)]).toBeUndefined();
});

test("a new message that the pane asked for is known by whom it is to, whatever its conversation", () => {
  const stored = { [hintKey(owner)]: JSON.stringify({ to: "Ada@mail.example", at: Date.now(), stamp }) };
  for (const draft of [{ composeType: "newMail", to: ["ben@mail.example"] }, { composeType: "reply" }]) {
    const other = runtime(code, draft, {}, stored);
    expect(other.run(compose)).toEqual(allowed);
    expect(other.properties[stampKey]).toBeUndefined();
  }
  const it = runtime(code, { composeType: "newMail" }, {}, stored);
  expect(it.run(compose)).toEqual(allowed);
  expect(JSON.parse(it.properties[stampKey] ?? "")).toEqual(stamp);
  expect(stored[hintKey(owner)]).toBeUndefined();
});

test("where Outlook does not say what a draft is, whom it is to decides alone", () => {
  const stored = { [hintKey(owner)]: JSON.stringify({ to: "ada@mail.example", at: Date.now(), stamp }) };
  const it = runtime(code, { manners: { type: "throws" } }, {}, stored);
  expect(it.run(compose)).toEqual(allowed);
  expect(it.properties[stampKey]).toBe(JSON.stringify(stamp));
});

test("a new message whose stamp names what it answers leaves a note", () => {
  const properties = { [stampKey]: JSON.stringify(stamp) };
  const it = runtime(code, { composeType: "newMail", properties });
  expect(it.run(send)).toEqual(allowed);
  expect(notes(it)).toMatchObject([{ stamp, recipients: ["ada@mail.example"] }]);
  const unnamed = JSON.stringify({ ...stamp, answers: null });
  const nobodys = runtime(code, { composeType: "newMail", properties: { [stampKey]: unnamed } });
  nobodys.run(send);
  expect(notes(nobodys)).toEqual([]);
});

test.each([
  ["of another conversation", { conversationId: "other", at: Date.now(), stamp }],
  ["that is stale", { conversationId: "conversation-1", at: Date.now() - hintLifeMs - 1, stamp }],
  ["to somebody else", { to: "ben@mail.example", at: Date.now(), stamp }],
  ["for nothing", { at: Date.now(), stamp }],
  ["with a stamp that is none", { conversationId: "conversation-1", at: Date.now(), stamp: { replyKind: "lie" } }],
  ["that is no object", 7],
])("a hint %s stamps nothing", (_, hint) => {
  const it = runtime(code, {}, {}, { [hintKey(owner)]: JSON.stringify(hint) });
  expect(it.run(compose)).toEqual(allowed);
  expect(it.properties[stampKey]).toBeUndefined();
});
