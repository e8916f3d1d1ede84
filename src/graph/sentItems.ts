/** Sent Items of the mailbox: what went out, to whom, and which message it answers. */
import type { SentItems, SentReply } from "../addin/ports.ts";
import { instantFromIso, isoOf, type Instant } from "../domain/time.ts";
import { bagProperty, stampIn } from "./addinBag.ts";
import type { GraphRequest } from "./graphRequest.ts";
import { expanding, extendedProperty, inReplyTo, messageIds, references } from "./messageFields.ts";

const pageSize = 50;

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
  const options = {
    $filter: `sentDateTime ge ${isoOf(since)}`,
    $orderby: "sentDateTime asc",
    $select: "id,internetMessageId,conversationId,sentDateTime,toRecipients,ccRecipients,bccRecipients",
    $expand: expanding([inReplyTo, references, bagProperty(addinId)]),
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
  const property = (id: string) => extendedProperty(message.singleValueExtendedProperties ?? [], id);
  return {
    id: message.id,
    internetMessageId: message.internetMessageId ?? "",
    conversationId: message.conversationId ?? "",
    sentAt,
    recipients: [...toRecipients, ...ccRecipients, ...bccRecipients].flatMap(
      ({ emailAddress }) => emailAddress?.address?.toLowerCase() ?? [],
    ),
    answers: [...new Set([...messageIds(property(inReplyTo)), ...messageIds(property(references))])],
    stamp: stampIn(property(bagProperty(addinId))),
  };
}
