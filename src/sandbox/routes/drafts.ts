/** /api/drafts: writing and sending. */
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { NewDraft } from "../api.ts";
import { sendDraft } from "../mailbox/delivery.ts";
import { draftOf } from "../mailbox/draft.ts";
import { itemOf } from "../mailbox/storedMessage.ts";
import type { SandboxParts } from "../parts.ts";
import { actorOf, answer, personOf, refuse } from "./person.ts";

const newDraft = z.object({
  composeType: z.enum(["newMail", "reply", "forward"]),
  replyAll: z.boolean().optional(),
  original: z.string().optional(),
  html: z.string().optional(),
  subject: z.string().max(255).optional(),
  to: z.array(z.object({ name: z.string(), address: z.string() })).optional(),
});

const stranger = { status: 404, sentence: "unknownPerson" } as const;
const noMessage = { status: 404, sentence: "unknownMessage" } as const;

export function draftRoutes(app: FastifyInstance, parts: SandboxParts): void {
  const { mailboxes, calendar, clock } = parts;
  app.post("/api/drafts", async (request, reply) => {
    const actor = actorOf(request);
    if (!actor) return refuse(request, reply, stranger);
    const { person, owner } = actor;
    const asked = newDraft.safeParse(request.body);
    if (!asked.success) return refuse(request, reply, { status: 400, sentence: "unreadableRequest" });
    const { original: id } = asked.data;
    const original = id === undefined ? null : mailboxes.of(owner).get(id);
    if (!original && asked.data.composeType !== "newMail") return refuse(request, reply, noMessage);
    const draft = draftOf(asked.data as NewDraft, original, person, calendar, clock.now(), owner);
    const carried = asked.data.composeType === "forward" && original ? original.attachments : [];
    const attachments = await mailboxes.attachments.copy(carried);
    return reply.send(itemOf(mailboxes.of(person).add({ ...draft, attachments })));
  });
  app.post<{ Params: { id: string } }>("/api/drafts/:id/send", async (request, reply) => {
    const person = personOf(request);
    if (!person) return refuse(request, reply, stranger);
    const draft = mailboxes.of(person).get(request.params.id);
    if (!draft) return refuse(request, reply, noMessage);
    return answer(request, reply, await sendDraft(mailboxes, person, draft, calendar, clock.now()), itemOf);
  });
}
