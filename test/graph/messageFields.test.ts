import { expect, test } from "@jest/globals";
import { changedMessage, fieldsQuery, toldBy, wholeMessage } from "../../src/graph/messageFields.ts";
import { addinId, cecp, decision, extendedProperties, graphMessage, stamp } from "../support/graphMessages.ts";
import { at } from "../support/time.ts";

const all = { addinId, all: true };
const basics = { addinId, all: false };
const withProperties = { ...graphMessage, singleValueExtendedProperties: extendedProperties };
const plain = {
  folder: "AQMk-inbox",
  internetMessageId: "<two@mail.example>",
  conversationId: "conversation-1",
  subject: "Dog licence question",
  from: { name: "Ada Okafor", address: "Ada@Mail.example" },
  sender: { name: "Ada Okafor", address: "Ada@Mail.example" },
  replyTo: [],
  to: [{ name: "Info", address: "info@pinewood.example" }],
  cc: [{ name: "", address: "ben@mail.example" }],
  bcc: [],
  receivedAt: at("Fri 2026-11-20 14:00"),
  sentAt: at("Fri 2026-11-20 13:59:58"),
  isDraft: false,
  hasAttachments: true,
  isMeeting: false,
  categories: ["Reply due"],
  flag: { status: "notFlagged", start: null, due: null },
  etag: 'W/"CQ1"',
  preview: "Good morning",
};

test("a whole message tells everything, its extended properties read", () => {
  const told = toldBy(withProperties, all);
  expect(told).toEqual({
    ...plain,
    itemClass: "IPM.Note",
    answers: ["<one@mail.example>", "<zero@mail.example>"],
    lastVerb: { verb: 103, at: at("Fri 2026-11-20 15:30") },
    stamp,
    decisions: [{ ...decision, by: "person" }],
  });
  expect(wholeMessage(withProperties, all)).toEqual(told);
});

test("of a whole message without extended properties it is known that it has none", () => {
  expect(toldBy(graphMessage, all)).toMatchObject({ answers: [], stamp: null, decisions: [], lastVerb: null });
});

test("an update tells only what it carries", () => {
  expect(toldBy({ id: "a", "@odata.etag": 'W/"2"', categories: [] }, all)).toEqual({ etag: 'W/"2"', categories: [] });
  const toggle = { "@odata.type": "#microsoft.graph.message", id: "a", isRead: true, parentFolderId: "f" };
  expect(toldBy(toggle, all)).toEqual({ folder: "f" });
  expect(Object.keys(toldBy({ id: "a", singleValueExtendedProperties: [] }, all)).sort()).toEqual([
    "answers",
    "decisions",
    "itemClass",
    "lastVerb",
    "stamp",
  ]);
});

test("where we may read the basics alone, what a message answers is unknown, not nothing", () => {
  const { bodyPreview, ...without } = graphMessage;
  expect(bodyPreview).not.toBe("");
  expect(toldBy(without, basics)).toMatchObject({ answers: null, itemClass: "", preview: "", decisions: [] });
});

test("the answer to a change says nothing of extended properties: they cannot be asked for there", () => {
  expect(changedMessage(graphMessage)).toEqual(plain);
});

test.each(["Request", "Response", ""])("an eventMessage%s is a meeting's", (kind) => {
  const item = { ...graphMessage, "@odata.type": `#microsoft.graph.eventMessage${kind}` };
  expect(toldBy(item, all)).toMatchObject({ isMeeting: true });
});

test("a message that nobody sent has no sender, a time that cannot be read is none", () => {
  const draft = { ...graphMessage, from: null, sender: null, subject: null, sentDateTime: null, toRecipients: null };
  expect(wholeMessage(draft, all)).toMatchObject({ from: null, sender: null, subject: "", sentAt: 0, to: [] });
});

test("a verb without its time, or a time without a verb, is unknown", () => {
  for (const id of ["Integer 0x1081", "SystemTime 0x1082"]) {
    const singleValueExtendedProperties = extendedProperties.filter((property) => property.id !== id);
    expect(wholeMessage({ ...graphMessage, singleValueExtendedProperties }, all).lastVerb).toBeNull();
  }
});

test.each(
  [
    ["", "null", "[]", "{", '"text"', '{"civicreply.stamp":"{"}', '{"civicreply.stamp":{"replyKind":"lie"}}'],
    ['{"civicreply.decisions":"[7]"}', '{"civicreply.decisions":"{}"}'],
  ].flat(),
)("a bag that holds %j bears no stamp and no decisions", (value) => {
  const item = { ...graphMessage, singleValueExtendedProperties: [{ id: cecp, value }] };
  expect(wholeMessage(item, all)).toMatchObject({ stamp: null, decisions: [] });
});

test("just the fields in use are selected; preview and extended properties only where we may read all", () => {
  const options = new URLSearchParams(fieldsQuery(all));
  const select =
    "parentFolderId,internetMessageId,conversationId,subject,from,sender,replyTo,toRecipients,ccRecipients," +
    "bccRecipients,receivedDateTime,sentDateTime,isDraft,hasAttachments,categories,flag";
  expect(options.get("$select")).toBe(`${select},bodyPreview`);
  expect(options.get("$expand")).toBe(
    "singleValueExtendedProperties($filter=id eq 'String 0x1042' or id eq 'String 0x1039' or id eq 'String 0x001A'" +
      ` or id eq 'Integer 0x1081' or id eq 'SystemTime 0x1082' or id eq '${cecp}')`,
  );
  expect(Object.fromEntries(new URLSearchParams(fieldsQuery(basics)))).toEqual({ $select: select });
  expect(fieldsQuery(all)).not.toMatch(/ /);
});
