/** /api/categories and /api/roaming: what a mailbox keeps beside its messages. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import type { Mailbox } from "../mailbox/mailbox.ts";
import type { SandboxParts } from "../parts.ts";
import { personOf, refuse } from "./person.ts";

const categories = z.array(
  z.object({
    id: z.string(),
    displayName: z.string().min(1).max(255),
    color: z.string().regex(/^(None|Preset([0-9]|1[0-9]|2[0-4]))$/),
  }),
);
const roaming = z.record(z.string(), z.string());

export function settingsRoutes(app: FastifyInstance, { mailboxes }: SandboxParts): void {
  const put =
    <T>(schema: z.ZodType<T>, set: (mailbox: Mailbox, value: T) => void) =>
    (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      const person = personOf(request);
      if (!person) return refuse(request, reply, { status: 404, sentence: "unknownPerson" });
      const read = schema.safeParse(request.body);
      if (!read.success) return refuse(request, reply, { status: 400, sentence: "unreadableRequest" });
      set(mailboxes.of(person), read.data);
      mailboxes.keepSettings(person);
      return reply.send(read.data);
    };
  app.put(
    "/api/categories",
    put(categories, (mailbox, value) => {
      mailbox.masterCategories = value;
    }),
  );
  app.put(
    "/api/roaming",
    put(roaming, (mailbox, value) => {
      mailbox.roamingSettings = value;
    }),
  );
}
