import { expect, test } from "@jest/globals";
import { answeredBy, type SentFacts, type WaitingMessage } from "../../../src/domain/matching/match.ts";
import { at } from "../../support/time.ts";

const waiting = (id: string, more: Partial<WaitingMessage> = {}): WaitingMessage => ({
  internetMessageId: `<${id}@okafor.example>`,
  conversationId: "c1",
  receivedAt: at("Fri 2026-11-20 10:00"),
  customer: "amara@okafor.example",
  ...more,
});
const sent = (more: Partial<SentFacts> = {}): SentFacts => ({
  internetMessageId: "<r@sprucefield.example>",
  conversationId: "c1",
  sentAt: at("Mon 2026-11-23 09:00"),
  recipients: ["Amara@Okafor.example"],
  answers: ["<1@okafor.example>"],
  ...more,
});
const ids = (found: readonly WaitingMessage[]): readonly string[] =>
  found.map((one) => one.internetMessageId.slice(1, 2));

test("a reply answers the message that In-Reply-To or References names, brackets or not, also under another conversation", () => {
  expect(ids(answeredBy(sent({ conversationId: "c9", answers: ["0@x", "1@okafor.example"] }), [waiting("1")]))).toEqual(
    ["1"],
  );
});

test("one reply answers all that wait in the conversation before it, oldest first", () => {
  const reminder = waiting("2", { receivedAt: at("Sun 2026-11-22 10:00") });
  const after = waiting("3", { receivedAt: at("Mon 2026-11-23 09:01") });
  expect(ids(answeredBy(sent({ answers: [reminder.internetMessageId] }), [after, reminder, waiting("1")]))).toEqual([
    "1",
    "2",
  ]);
});

test("without a reference the conversation counts, with the customer among the recipients", () => {
  expect(ids(answeredBy(sent({ answers: [] }), [waiting("1"), waiting("4", { conversationId: "c2" })]))).toEqual(["1"]);
});

test("references to messages that do not wait fall back on the conversation", () => {
  expect(ids(answeredBy(sent({ answers: ["<ours@sprucefield.example>"] }), [waiting("1")]))).toEqual(["1"]);
});

test("strangers in one conversation never merge", () => {
  const stranger = waiting("5", { customer: "luc@roy.example" });
  expect(ids(answeredBy(sent(), [waiting("1"), stranger]))).toEqual(["1"]);
});

test("a forward to a colleague is no reply, though it names the message", () => {
  expect(answeredBy(sent({ recipients: ["dana.w@sprucefield.example"] }), [waiting("1")])).toEqual([]);
});

test("a reply is never before its message; the same instant counts", () => {
  expect(answeredBy(sent({ sentAt: at("Fri 2026-11-20 09:59") }), [waiting("1")])).toEqual([]);
  expect(ids(answeredBy(sent({ sentAt: at("Fri 2026-11-20 10:00") }), [waiting("1")]))).toEqual(["1"]);
});

test("what nobody can be written to about is never answered by mail", () => {
  expect(answeredBy(sent(), [waiting("1", { customer: null })])).toEqual([]);
});

test("messages without a conversation id are not one conversation", () => {
  const lone = waiting("6", { conversationId: "" });
  expect(answeredBy(sent({ conversationId: "", answers: [] }), [lone])).toEqual([]);
  expect(ids(answeredBy(sent({ conversationId: "" }), [waiting("1", { conversationId: "" }), lone]))).toEqual(["1"]);
});
