/** POST /api/behind: what happens to mail without the add-in. */
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { Behind } from "../api.ts";
import { behind } from "../mailbox/behind.ts";
import { rowOf } from "../mailbox/storedMessage.ts";
import type { SandboxParts } from "../parts.ts";
import { actorOf, answer, refuse } from "./person.ts";

const message = z.string().min(1);
const address = z.email();
const line = z.string().max(998);
const deed = z.discriminatedUnion("what", [
  z.object({
    what: z.literal("arrives"),
    from: z.object({ name: line, address }),
    to: z.array(address).min(1),
    cc: z.array(address).optional(),
    subject: line,
    text: z.string(),
    references: z.array(z.string().regex(/^<[^<>\s]+>$/)).optional(),
  }),
  z.object({ what: z.literal("answeredFromPhone"), message, text: z.string().optional() }),
  z.object({ what: z.literal("answeredByColleague"), message, by: z.string(), text: z.string().optional() }),
  z.object({ what: z.literal("moved"), message, folder: z.string() }),
  z.object({ what: z.enum(["movedToJunk", "deleted", "deletedForGood"]), message }),
  z.object({ what: z.literal("subjectEdited"), message, subject: line }),
  z.object({ what: z.literal("readMarked"), message, isRead: z.boolean() }),
  z.object({ what: z.literal("deliveryFailed"), message, recipients: z.array(address).min(1).optional() }),
]);

export function behindRoutes(app: FastifyInstance, parts: SandboxParts): void {
  app.post("/api/behind", async (request, reply) => {
    const actor = actorOf(request);
    if (!actor) return refuse(request, reply, { status: 404, sentence: "unknownPerson" });
    const read = deed.safeParse(request.body);
    if (!read.success) return refuse(request, reply, { status: 400, sentence: "unreadableRequest" });
    const done = await behind(parts, actor, read.data as Behind, parts.clock.now());
    return answer(request, reply, done, (messages) => messages.map(rowOf));
  });
}
