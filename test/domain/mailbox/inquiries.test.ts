import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { SeenMessage } from "../../../src/domain/mailbox/seen.ts";
import { at } from "../../support/time.ts";
import { ada, ben, found, inShort, letter, person, planning, reader, sent } from "../../support/letters.ts";

const mon = "Mon 2026-11-16 09:00";
const tue = "Tue 2026-11-17 09:00";
const wed = "Wed 2026-11-18 09:00";
const thu = "Thu 2026-11-19 09:00";
const short = (messages: readonly SeenMessage[], by = reader()) => inShort(found(messages, by));

test("the oldest unanswered message leads, and a reminder neither resets its clock nor begins another", () => {
  const all = found([letter("a", mon), letter("b", tue), letter("c", wed, { answers: ["<a>"], conversationId: "x" })]);
  expect(inShort(all)).toEqual(["<a> <b> <c>"]);
  expect(all.inquiries[0]?.receivedAt).toBe(at(mon));
});

test("one reply answers all that wait in the conversation", () => {
  expect(short([letter("a", mon), letter("b", tue), sent("r", wed, ["b"])])).toEqual(["<a> <b>: replied"]);
});

test("a reply without references answers by its conversation", () => {
  expect(short([letter("a", mon), sent("r", tue, [])])).toEqual(["<a>: replied"]);
});

test("a message after the answer is an inquiry of its own", () => {
  expect(short([letter("a", mon), sent("r", tue, ["a"]), letter("b", wed)])).toEqual(["<a>: replied", "<b>"]);
});

test("after an acknowledgement the same inquiry still waits: the next message is its reminder", () => {
  const stamp = { replyKind: "acknowledgement" as const, promisedDay: null, answers: "<a>" };
  const all = [letter("a", mon), sent("r", tue, ["a"], { stamp }), letter("b", wed)];
  expect(short(all)).toEqual(["<a> <b>: replied"]);
});

test("strangers never merge, whatever subject and conversation they share", () => {
  const all = [letter("a", mon), letter("b", tue, { from: ben }), sent("r", wed, ["a"])];
  expect(short(all)).toEqual(["<a>: replied", "<b>"]);
});

test("a forward, or an answer without the customer among its recipients, is no reply", () => {
  const lee = { name: "Lee", address: "lee@pinewood.example" };
  const forward = sent("f", tue, ["a"], { to: [lee], subject: "FW: Fence" });
  const aside = sent("s", wed, ["a"], { to: [lee] });
  expect(short([letter("a", mon), forward, aside])).toEqual(["<a>"]);
});

test("a reply to several customers answers each of them", () => {
  const all = [letter("a", mon), letter("b", tue, { from: ben }), sent("r", wed, ["b"], { to: [ada], cc: [ben] })];
  expect(short(all)).toEqual(["<a>: replied", "<b>: replied"]);
});

test("a reply to a message that lies in none of these mailboxes is told under that message's name", () => {
  const { elsewhere } = found([sent("r", tue, ["far"])]);
  expect([...elsewhere].map(([name, replies]) => [name, replies.map(({ kind }) => kind)])).toEqual([
    ["<far>", ["replied"]],
  ]);
});

test("mail that stays inside the city is told under nobody's name", () => {
  const lee = { name: "Lee", address: "lee@pinewood.example" };
  expect([...found([sent("r", tue, ["far"], { to: [lee] })]).elsewhere]).toEqual([]);
});

const bounce = (failed: string, when = wed) =>
  letter("n", when, {
    from: { name: "Microsoft Outlook", address: "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@pinewood.example" },
    subject: "Undeliverable: RE: Fence",
    itemClass: "REPORT.IPM.Note.NDR",
    headers: [["X-Failed-Recipients", failed]],
    answers: ["<r>"],
  });

test("a reply that came back reopens its inquiry, from its first receipt", () => {
  const all = found([letter("a", mon), sent("r", tue, ["a"]), bounce(ada.address)]);
  expect(inShort(all)).toEqual(["<a>: replied returned"]);
  expect(all.inquiries[0]?.receivedAt).toBe(at(mon));
});

test("a reply that came back never answered: what the customer wrote before its report came is a reminder", () => {
  const all = [letter("a", mon), sent("r", tue, ["a"]), letter("b", wed), bounce(ada.address, thu)];
  expect(short(all)).toEqual(["<a> <b>: replied returned"]);
});

test("a reply to several that came back from one reopens that one's inquiry alone", () => {
  const both = sent("r", tue, ["a", "b"], { to: [ada, ben] });
  const all = [letter("a", mon), letter("b", mon, { from: ben }), both, bounce(ben.address)];
  expect(short(all)).toEqual(["<a>: replied", "<b>: replied returned"]);
});

const lee = { name: "Lee Clerk", address: "lee@pinewood.example" };
const forwarded = (name: string, when: string, change: Partial<SeenMessage> = {}) =>
  letter(name, when, { from: lee, subject: "FW: Fence", forwardedFrom: ada, answers: ["<a>"], ...change });

test("a colleague's forward is an inquiry under the name of the customer's own message", () => {
  expect(short([forwarded("f", tue)])).toEqual(["<a> <f>"]);
});

test("where the customer's message lies here too, a colleague's forward of it counts no second time", () => {
  const all = found([letter("a", mon), forwarded("f", tue)]);
  expect(inShort(all)).toEqual(["<a> <f>"]);
  expect(all.inquiries[0]?.receivedAt).toBe(at(mon));
});

test("a forwarded inquiry counts from the first receipt that anybody told of", () => {
  const told = { ...found([letter("a", mon)]).inquiries[0]!.seen[0]! };
  const all = found([forwarded("f", wed)], reader(), (name) => (name === "<a>" ? [told] : []));
  expect(all.inquiries[0]?.receivedAt).toBe(at(mon));
});

test("a reply to the customer answers what a colleague forwarded", () => {
  expect(short([forwarded("f", tue), sent("r", wed, ["f"], { to: [ada] })])).toEqual(["<a> <f>: replied"]);
});

test("what Exchange sends for somebody who is away is no reply", () => {
  const away = sent("r", tue, ["a"], { itemClass: "IPM.Note.Rules.OofTemplate.Microsoft" });
  expect(short([letter("a", mon), away])).toEqual(["<a>"]);
});

test("a message in Junk is off the clock, and on it from its receipt when it is taken out", () => {
  expect(short([letter("a", mon, { place: "junk" })])).toEqual([]);
  expect(found([letter("a", mon)]).inquiries[0]?.receivedAt).toBe(at(mon));
});

test("of a message too old to count here, a reply to its customer is told for others; a forward of it is not", () => {
  const joined = reader({ joinedAt: () => at(tue) });
  const old = letter("old", mon);
  expect([...found([old, sent("r", wed, ["old"])], joined).elsewhere.keys()]).toEqual(["<old>"]);
  expect([...found([old, sent("f", wed, ["old"], { to: [ben] })], joined).elsewhere.keys()]).toEqual([]);
});

test("a copy in Junk does not hide the one that lies elsewhere", () => {
  expect(short([letter("a", mon, { place: "junk" }), letter("a", mon, { mailbox: planning })])).toEqual(["<a>"]);
});

test.each(["deleted", "gone"] as const)("a message that is %s waits on", (place) => {
  expect(short([letter("a", mon, { place })])).toEqual(["<a>"]);
});

test("a sender on the never list is off the clock, unless a person said something of it, or it was answered", () => {
  const never = reader({ never: () => true });
  const listed = found([letter("a", mon)], never);
  expect([inShort(listed), listed.received[0]?.decision.rule]).toEqual([[], "sender-never"]);
  expect(short([letter("a", mon, { decisions: [person({ kind: "included" }, tue)] })], never)).toEqual(["<a>"]);
  expect(short([letter("a", mon), sent("r", tue, ["a"])], never)).toEqual(["<a>: replied"]);
});

test("mail from before the mailbox joined is off the clock, unless a person puts it there", () => {
  const joined = reader({ joinedAt: () => at(tue) });
  expect(short([letter("a", mon), letter("b", tue, { conversationId: "other" })], joined)).toEqual(["<b>"]);
  expect(short([letter("a", mon, { decisions: [person({ kind: "included" }, wed)] })], joined)).toEqual(["<a>"]);
});

test("what a person put on the clock stays an inquiry, with its run, when a person says later that no reply is needed", () => {
  const joined = reader({ joinedAt: () => at(tue) });
  const excluded = person({ kind: "excluded", reason: "private" }, thu);
  const a = letter("a", mon, { decisions: [person({ kind: "included" }, wed), excluded] });
  expect(short([a, letter("b", tue)], joined)).toEqual(["<a> <b>"]);
});

test("mail that one mailbox counted already is on the clock, though another joined later", () => {
  const joined = reader({ joinedAt: (mailbox) => at(mailbox === "" ? wed : mon) });
  expect(short([letter("a", tue), letter("a", tue, { mailbox: planning })], joined)).toEqual(["<a>"]);
});

test("no reply needed is said of all that waits: a reminder that was there already does not wait by itself", () => {
  const excluded = person({ kind: "excluded", reason: "private" }, wed);
  expect(short([letter("a", mon, { decisions: [excluded] }), letter("b", tue)])).toEqual(["<a> <b>"]);
});

test("what comes after no reply was needed is an inquiry of its own", () => {
  const excluded = person({ kind: "excluded", reason: "private" }, wed);
  expect(short([letter("a", mon, { decisions: [excluded] }), letter("b", thu)])).toEqual(["<a>", "<b>"]);
});

test("the order in which messages were noticed, and how often, changes nothing", () => {
  const all = [
    ...[letter("a", mon), letter("b", tue), sent("r", wed, ["b"]), letter("c", thu)],
    ...[
      letter("d", tue, { from: ben }),
      forwarded("f", wed),
      letter("a", mon, { mailbox: planning }),
      bounce(ada.address, thu),
    ],
  ];
  const wanted = JSON.stringify(short(all));
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all), (shuffled, again) => {
      // A copy that is noticed again is the same copy.
      const once = new Map([...shuffled, ...again].map((message) => [message.key, message]));
      expect(JSON.stringify(short([...once.values()]))).toBe(wanted);
    }),
  );
});
