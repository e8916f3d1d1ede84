/** One line of `civicreply triage --ndjson`: a message as another program knows it. */
import * as z from "zod/mini";
import { instant, instantFromIso } from "../domain/time.ts";
import type { Address, MessageFacts, MessagePart } from "../domain/triage/message.ts";
import type { Line, Refusal } from "./ndjson.ts";
import type { Words } from "./wording/words.ts";

const address = z.object({ name: z.optional(z.nullable(z.string())), address: z.string() });
const addresses = z.optional(z.nullable(z.array(address)));
const part = z.object({
  type: z.string(),
  method: z.optional(z.nullable(z.string())),
  reportType: z.optional(z.nullable(z.string())),
  embedded: z.optional(z.nullable(z.boolean())),
});
const message = z.object({
  id: z.union([z.string(), z.number()]),
  from: z.optional(z.nullable(address)),
  sender: z.optional(z.nullable(address)),
  replyTo: addresses,
  to: addresses,
  cc: addresses,
  subject: z.optional(z.nullable(z.string())),
  headers: z.optional(z.nullable(z.array(z.tuple([z.string(), z.string()])))),
  itemClass: z.optional(z.nullable(z.string())),
  parts: z.optional(z.nullable(z.array(part))),
  receivedAt: z.string().check(z.refine((text) => instantFromIso(text) !== null)),
  text: z.optional(z.nullable(z.string())),
  answersUs: z.optional(z.nullable(z.boolean())),
  ourConversation: z.optional(z.nullable(z.boolean())),
  mailbox: z.optional(z.nullable(z.string())),
});
type Message = z.infer<typeof message>;

/** The message, or what its first unreadable field must be. Missing or null headers mean that they are unknown, not none. */
export function readTriageLine(found: Line, said: Words): MessageFacts | Refusal {
  const parsed = message.safeParse(found);
  if (parsed.success) return messageOf(parsed.data);
  const field = String(parsed.error.issues[0]?.path[0]) as keyof Words["messageFields"];
  return { error: said.messageField(field, said.messageFields[field]) };
}

function messageOf(read: Message): MessageFacts {
  return {
    id: String(read.id),
    from: read.from ? named(read.from) : null,
    ...(read.sender ? { sender: named(read.sender) } : {}),
    replyTo: (read.replyTo ?? []).map(named),
    to: (read.to ?? []).map(named),
    cc: (read.cc ?? []).map(named),
    subject: read.subject ?? "",
    headers: read.headers ?? null,
    ...(read.itemClass ? { itemClass: read.itemClass } : {}),
    parts: (read.parts ?? []).map(partOf),
    receivedAt: instantFromIso(read.receivedAt) ?? instant(0),
    ...(typeof read.text === "string" ? { text: read.text } : {}),
    ...(typeof read.answersUs === "boolean" ? { answersUs: read.answersUs } : {}),
    ...(typeof read.ourConversation === "boolean" ? { ourConversation: read.ourConversation } : {}),
    ...(read.mailbox ? { mailbox: read.mailbox } : {}),
  };
}

function partOf({ type, method, reportType, embedded }: z.infer<typeof part>): MessagePart {
  return {
    type: type.toLowerCase(),
    ...(method ? { method } : {}),
    ...(reportType ? { reportType } : {}),
    ...(embedded ? { embedded } : {}),
  };
}

function named(read: z.infer<typeof address>): Address {
  return { name: read.name ?? "", address: read.address };
}
