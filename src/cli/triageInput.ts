/** One line of `civicreply triage --ndjson`: a message as another program knows it. */
import * as z from "zod/mini";
import { instant, instantFromIso } from "../domain/time.ts";
import type { Address, MessageFacts, MessagePart } from "../domain/triage/message.ts";

const address = z.object({ name: z.optional(z.nullable(z.string())), address: z.string() });
const addresses = z.optional(z.nullable(z.array(address)));
const part = z.object({
  type: z.string(),
  method: z.optional(z.nullable(z.string())),
  reportType: z.optional(z.nullable(z.string())),
  embedded: z.optional(z.nullable(z.boolean())),
});
const line = z.object({
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
  receivedAt: z.string().check(z.refine((text) => instantFromIso(text) !== null, "must be an ISO 8601 instant")),
  text: z.optional(z.nullable(z.string())),
  answersUs: z.optional(z.nullable(z.boolean())),
  ourConversation: z.optional(z.nullable(z.boolean())),
  mailbox: z.optional(z.nullable(z.string())),
});
type Line = z.infer<typeof line>;

export type TriageLine =
  | { readonly ok: true; readonly id: string | number; readonly message: MessageFacts }
  /** `id` as far as it could be read, else null. */
  | { readonly ok: false; readonly id: string | number | null; readonly error: string };

/** Missing or null headers mean that they are unknown, not that there are none. */
export function parseTriageLine(text: string): TriageLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, id: null, error: `not JSON: ${(error as Error).message}` };
  }
  const parsed = line.safeParse(value);
  if (parsed.success) return { ok: true, id: parsed.data.id, message: messageOf(parsed.data) };
  const [issue] = parsed.error.issues;
  const path = issue?.path.join(".") ?? "";
  return { ok: false, id: idOf(value), error: `${path === "" ? "line" : path}: ${issue?.message ?? "cannot be read"}` };
}

function messageOf(read: Line): MessageFacts {
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

function idOf(value: unknown): string | number | null {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : null;
  return typeof id === "string" || typeof id === "number" ? id : null;
}
