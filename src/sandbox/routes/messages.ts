/** /api/messages, /api/conversations and /api/attachments: reading and changing what lies in a mailbox. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import * as z from "zod";
import type { FolderName, MailPatch, MessagePlace } from "../api.ts";
import { messageNamed } from "../graph/ids.ts";
import type { Mailbox } from "../mailbox/mailbox.ts";
import type { Mailboxes } from "../mailbox/mailboxes.ts";
import { patchMessage } from "../mailbox/patch.ts";
import { discard, removeForGood } from "../mailbox/removal.ts";
import { itemOf, rowOf, type StoredMessage } from "../mailbox/storedMessage.ts";
import type { SandboxParts } from "../parts.ts";
import { type Person, sharedWith } from "../people.ts";
import { actorOf, answer, personOf, refuse } from "./person.ts";

const address = z.object({ name: z.string(), address: z.string() });
const words = z.record(z.string(), z.string());
export const patchSchema = z
  .object({
    isRead: z.boolean(),
    categories: z.array(z.string().min(1).max(255)),
    flag: z.object({
      status: z.enum(["notFlagged", "flagged", "complete"]),
      due: z.nullable(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)),
    }),
    customProperties: z.record(z.string(), z.unknown()),
    notifications: z.array(z.looseObject({ key: z.string(), type: z.number(), message: z.string() })),
    sessionData: words,
    subject: z.string().max(255),
    html: z.string(),
    to: z.array(address),
    cc: z.array(address),
    bcc: z.array(address),
    internetHeaders: words,
  })
  .partial();

const noMessage = { status: 404, sentence: "unknownMessage" } as const;
const unreadable = { status: 400, sentence: "unreadableRequest" } as const;

interface Found {
  readonly mailbox: Mailbox;
  readonly message: StoredMessage;
}

export function messageRoutes(app: FastifyInstance, parts: SandboxParts): void {
  const mailboxOf = (request: FastifyRequest): Mailbox | null => {
    const actor = actorOf(request);
    return actor && parts.mailboxes.of(actor.owner);
  };
  const found = (request: FastifyRequest): Found | null => {
    const mailbox = mailboxOf(request);
    const message = mailbox?.get((request.params as { readonly id: string }).id);
    return mailbox && message ? { mailbox, message } : null;
  };

  app.get("/api/messages", (request, reply) => {
    const { folder = "inbox" } = request.query as { readonly folder?: FolderName };
    return reply.send((mailboxOf(request)?.inFolder(folder) ?? []).map(rowOf));
  });
  app.get("/api/messages/:id", (request, reply) => {
    const one = found(request);
    return one ? reply.send(itemOf(one.message)) : refuse(request, reply, noMessage);
  });
  app.get("/api/places/:id", (request, reply) => {
    const person = personOf(request);
    if (!person) return refuse(request, reply, { status: 404, sentence: "unknownPerson" });
    const place = placeOf(parts.mailboxes, person, (request.params as { readonly id: string }).id);
    // That it is nowhere is an answer: a status of 404 would be a fault in the browser's log.
    return reply.type("application/json").send(JSON.stringify(place));
  });
  app.get("/api/conversations/:id", (request, reply) => {
    const { id } = request.params as { readonly id: string };
    return reply.send((mailboxOf(request)?.ofConversation(id) ?? []).map(itemOf));
  });
  app.patch("/api/messages/:id", (request, reply) => {
    const one = found(request);
    if (!one) return refuse(request, reply, noMessage);
    const patch = patchSchema.safeParse(request.body);
    if (!patch.success) return refuse(request, reply, unreadable);
    return answer(
      request,
      reply,
      patchMessage(one.mailbox, one.message, patch.data as MailPatch, parts.clock.now()),
      itemOf,
    );
  });
  app.delete("/api/messages/:id", (request, reply) => {
    const one = found(request);
    if (!one) return refuse(request, reply, noMessage);
    const { forGood } = request.query as { readonly forGood?: string };
    if (forGood === "1") removeForGood(parts.mailboxes, one.mailbox, one.message);
    else discard(parts.mailboxes, one.mailbox, one.message, parts.clock.now());
    return reply.code(204).send();
  });
  app.get("/api/attachments/:id/:attachment", async (request, reply) => {
    const wanted = (request.params as { readonly attachment: string }).attachment;
    const attachment = found(request)?.message.attachments.find(({ id }) => id === wanted);
    const content = attachment ? await parts.mailboxes.attachments.content(attachment.id) : null;
    if (!attachment || !content) return refuse(request, reply, { status: 404, sentence: "unknownAttachment" });
    const name = encodeURIComponent(attachment.name);
    return reply
      .headers({
        // A stranger's file is handed over, never shown as a page of this origin.
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename*=UTF-8''${name}`,
      })
      .send(Buffer.from(content));
  });
}

function placeOf(mailboxes: Mailboxes, person: Person, text: string): MessagePlace | null {
  for (const owner of [person, ...sharedWith(person)]) {
    const message = messageNamed(mailboxes.of(owner), text);
    if (message) return { shared: owner.id === person.id ? null : owner.id, id: message.id, folder: message.folder };
  }
  return null;
}
