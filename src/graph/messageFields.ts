/** A message as Graph writes it: which properties are asked for, and what of them the add-in keeps (graph.md §9). */
import type { MailFields, PlainFields } from "../addin/mailboxPorts.ts";
import { instant, instantFromIso, type Instant } from "../domain/time.ts";
import type { Address } from "../domain/triage/message.ts";
import { bagProperty, decisionsIn, stampIn } from "./addinBag.ts";
import { member, textOf } from "./answer.ts";
import { followUpFrom } from "./followUp.ts";

export interface Asked {
  /** Names the add-in's custom properties. */
  readonly addinId: string;
  /** False with Mail.ReadBasic, which has no preview and no extended properties. */
  readonly all: boolean;
}

type Reader = (value: unknown) => Partial<PlainFields>;

/** Every property that is asked for. isRead is not: whoever reads a message changes nothing that matters here. */
const basics: Readonly<Record<string, Reader>> = {
  parentFolderId: (value) => ({ folder: textOf(value) }),
  internetMessageId: (value) => ({ internetMessageId: textOf(value) }),
  conversationId: (value) => ({ conversationId: textOf(value) }),
  subject: (value) => ({ subject: textOf(value) }),
  from: (value) => ({ from: addressOf(value) }),
  sender: (value) => ({ sender: addressOf(value) }),
  replyTo: (value) => ({ replyTo: addressesOf(value) }),
  toRecipients: (value) => ({ to: addressesOf(value) }),
  ccRecipients: (value) => ({ cc: addressesOf(value) }),
  bccRecipients: (value) => ({ bcc: addressesOf(value) }),
  receivedDateTime: (value) => ({ receivedAt: timeOf(value) }),
  sentDateTime: (value) => ({ sentAt: timeOf(value) }),
  isDraft: (value) => ({ isDraft: value === true }),
  hasAttachments: (value) => ({ hasAttachments: value === true }),
  categories: (value) => ({ categories: Array.isArray(value) ? value.map(textOf) : [] }),
  flag: (value) => ({ flag: followUpFrom(value) }),
};
const beyondBasics: typeof basics = { bodyPreview: (value) => ({ preview: textOf(value) }) };
const annotations: typeof basics = {
  "@odata.etag": (value) => ({ etag: textOf(value) }),
  "@odata.type": (value) => (textOf(value).startsWith("#microsoft.graph.eventMessage") ? { isMeeting: true } : {}),
};
const readers: typeof basics = { ...basics, ...beyondBasics, ...annotations };

/** PidTagInReplyToId, PidTagInternetReferences, PidTagMessageClass, PidTagLastVerbExecuted and its time. */
export const inReplyTo = "String 0x1042";
export const references = "String 0x1039";
const messageClass = "String 0x001A";
const lastVerb = "Integer 0x1081";
const lastVerbTime = "SystemTime 0x1082";

/** The $select and $expand of a message, percent-encoded. */
export function fieldsQuery({ addinId, all }: Asked): string {
  const select = Object.keys(all ? { ...basics, ...beyondBasics } : basics).join(",");
  const properties = [inReplyTo, references, messageClass, lastVerb, lastVerbTime, bagProperty(addinId)];
  return `$select=${select}${all ? `&$expand=${encodeURIComponent(expanding(properties))}` : ""}`;
}

export function expanding(properties: readonly string[]): string {
  return `singleValueExtendedProperties($filter=${properties.map((id) => `id eq '${id}'`).join(" or ")})`;
}

/**
 * What an item of a delta tells. A whole message (one that carries its internet message id and its time) tells
 * everything: what Graph leaves out of it, it has not. An update of some properties tells these alone (graph.md §3.3).
 */
export function toldBy(item: unknown, asked: Asked): Partial<MailFields> {
  const isWhole = member(item, "internetMessageId") !== undefined && member(item, "receivedDateTime") !== undefined;
  const list = member(item, "singleValueExtendedProperties");
  if (isWhole) return wholeMessage(item, asked);
  return Array.isArray(list) ? { ...plain(item), ...extended(list, asked) } : plain(item);
}

/** A message that was asked for by itself. */
export function wholeMessage(item: unknown, asked: Asked): MailFields {
  const list = member(item, "singleValueExtendedProperties");
  return { ...nothing, ...plain(item), ...(asked.all ? extended(Array.isArray(list) ? list : [], asked) : unread) };
}

/** The answer to a change: whole, but for the extended properties, which cannot be asked for there. */
export function changedMessage(item: unknown): PlainFields {
  return { ...nothing, ...plain(item) };
}

/** Null for an item that tells no time. */
export function receivedAtOf(item: unknown): Instant | null {
  return instantFromIso(textOf(member(item, "receivedDateTime")));
}

/** Graph may change the case of an id, and leaves out what is not set (graph.md §4). */
export function extendedProperty(list: readonly unknown[], id: string): string {
  const found = list.find((each) => textOf(member(each, "id")).toLowerCase() === id.toLowerCase());
  return textOf(member(found, "value"));
}

export function messageIds(value: string): readonly string[] {
  return value.match(/<[^<>\s]+>/g) ?? [];
}

function plain(item: unknown): Partial<PlainFields> {
  const told = Object.entries(item ?? {}).map(([name, value]) => readers[name]?.(value) ?? {});
  return Object.assign({}, ...told) as Partial<PlainFields>;
}

function extended(list: readonly unknown[], { addinId }: Asked): Omit<MailFields, keyof PlainFields> {
  const property = (id: string) => extendedProperty(list, id);
  const bag = property(bagProperty(addinId));
  const verb = Number(property(lastVerb));
  const verbAt = instantFromIso(property(lastVerbTime));
  return {
    itemClass: property(messageClass),
    answers: [...new Set([...messageIds(property(inReplyTo)), ...messageIds(property(references))])],
    lastVerb: verb > 0 && verbAt !== null ? { verb, at: verbAt } : null,
    stamp: stampIn(bag),
    decisions: decisionsIn(bag),
  };
}

const unread: Omit<MailFields, keyof PlainFields> = {
  itemClass: "",
  answers: null,
  lastVerb: null,
  stamp: null,
  decisions: [],
};
const nothing: PlainFields = {
  ...{ folder: "", internetMessageId: "", conversationId: "", subject: "", etag: "", preview: "" },
  ...{ from: null, sender: null, replyTo: [], to: [], cc: [], bcc: [], categories: [] },
  ...{ receivedAt: instant(0), sentAt: instant(0), isDraft: false, hasAttachments: false, isMeeting: false },
  flag: followUpFrom(null),
};

function timeOf(value: unknown): Instant {
  return instantFromIso(textOf(value)) ?? instant(0);
}

/** Null on drafts, which nobody has sent yet. */
function addressOf(recipient: unknown): Address | null {
  const email = member(recipient, "emailAddress");
  const address = textOf(member(email, "address"));
  return address === "" ? null : { name: textOf(member(email, "name")), address };
}

function addressesOf(recipients: unknown): readonly Address[] {
  return Array.isArray(recipients) ? recipients.flatMap((each) => addressOf(each) ?? []) : [];
}
