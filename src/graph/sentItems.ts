/** Sent Items of the mailbox: what went out, to whom, and which message it answers. */
import { stampFrom, stampKey, type ReplyStamp, type SentItems, type SentReply } from "../addin/ports.ts";
import { instantFromIso, isoOf, type Instant } from "../domain/time.ts";
import type { GraphRequest } from "./graphRequest.ts";

const pageSize = 50;
/** PidTagInReplyToId and PidTagInternetReferences (outlook-platform §1.4). */
const inReplyTo = "String 0x1042";
const references = "String 0x1039";
/** PS_PUBLIC_STRINGS' sister for add-ins: where Exchange keeps their custom properties. */
const customProperties = (addinId: string) => `String {00020329-0000-0000-C000-000000000046} Name cecp-${addinId}`;

/**
 * @param addinId the id in the manifest: the stamp stands in that add-in's custom properties
 */
export function graphSentItems(request: GraphRequest, addinId: string): SentItems {
  return {
    async since(since) {
      const items = await request.list(sentItemsPath(since, addinId));
      return items.map((item) => sentReply(item, addinId)).filter((reply) => reply !== null);
    },
  };
}

/** Graph wants each property of $orderby first in $filter, else it refuses with InefficientFilter (outlook-platform §2.2). */
export function sentItemsPath(since: Instant, addinId: string): string {
  const properties = [inReplyTo, references, customProperties(addinId)].map((id) => `id eq '${id}'`).join(" or ");
  const options = {
    $filter: `sentDateTime ge ${isoOf(since)}`,
    $orderby: "sentDateTime asc",
    $select: "id,internetMessageId,conversationId,sentDateTime,toRecipients,ccRecipients,bccRecipients",
    $expand: `singleValueExtendedProperties($filter=${properties})`,
    $top: String(pageSize),
  };
  const query = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `/me/mailFolders/sentitems/messages?${query.join("&")}`;
}

interface GraphRecipient {
  readonly emailAddress?: { readonly address?: string };
}

interface GraphMessage {
  readonly id?: string;
  readonly internetMessageId?: string | null;
  readonly conversationId?: string | null;
  readonly sentDateTime?: string | null;
  readonly toRecipients?: readonly GraphRecipient[];
  readonly ccRecipients?: readonly GraphRecipient[];
  readonly bccRecipients?: readonly GraphRecipient[];
  readonly singleValueExtendedProperties?: readonly { readonly id: string; readonly value: string }[];
}

/** Null for an item without an id or a time, of which nothing can be said. */
export function sentReply(item: unknown, addinId: string): SentReply | null {
  const message = item as GraphMessage;
  const sentAt = instantFromIso(message.sentDateTime ?? "");
  if (message.id === undefined || sentAt === null) return null;
  const { toRecipients = [], ccRecipients = [], bccRecipients = [] } = message;
  const property = (id: string) => extendedProperty(message, id);
  return {
    id: message.id,
    internetMessageId: message.internetMessageId ?? "",
    conversationId: message.conversationId ?? "",
    sentAt,
    recipients: [...toRecipients, ...ccRecipients, ...bccRecipients].flatMap(
      ({ emailAddress }) => emailAddress?.address?.toLowerCase() ?? [],
    ),
    answers: [...new Set([...messageIds(property(inReplyTo)), ...messageIds(property(references))])],
    stamp: stampOf(property(customProperties(addinId))),
  };
}

/** Graph may change the case of an id, and leaves the whole list out when nothing is set (graph.md §4). */
function extendedProperty({ singleValueExtendedProperties = [] }: GraphMessage, id: string): string {
  return singleValueExtendedProperties.find((each) => each.id.toLowerCase() === id.toLowerCase())?.value ?? "";
}

function messageIds(text: string): readonly string[] {
  return text.match(/<[^<>\s]+>/g) ?? [];
}

/** The add-in's bag is one JSON text; the stamp in it is JSON text again. */
function stampOf(bag: string): ReplyStamp | null {
  const values = parsed(bag) as Record<string, unknown> | null;
  const stamp = typeof values === "object" ? values?.[stampKey] : null;
  return stampFrom(typeof stamp === "string" ? parsed(stamp) : stamp);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
