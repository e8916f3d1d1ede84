/** What Outlook lacks and the sandbox has: mail that arrives, and the clock; and the token broker. */
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import { broker, brokerRequest } from "../issuer/broker.ts";
import { largestMail } from "../mailbox/arrivals.ts";
import { rowOf } from "../mailbox/storedMessage.ts";
import type { SandboxParts } from "../parts.ts";
import { sentence } from "../wording.ts";
import { actorOf, answer, personOf, refuse } from "./person.ts";

const clockRequest = z.union([z.object({ to: z.enum(["tomorrow", "nextDue", "now"]) }), z.object({ at: z.number() })]);
const stranger = { status: 404, sentence: "unknownPerson" } as const;
const unreadable = { status: 400, sentence: "unreadableRequest" } as const;

export function controlRoutes(app: FastifyInstance, parts: SandboxParts): void {
  const { mailboxes, arrivals, clock } = parts;
  const rawMail = { parseAs: "buffer", bodyLimit: largestMail } as const;
  app.addContentTypeParser("message/rfc822", rawMail, (_request, body, done) => done(null, body));

  app.post("/api/arrivals", { bodyLimit: largestMail }, async (request, reply) => {
    const actor = actorOf(request);
    if (!actor) return refuse(request, reply, stranger);
    const mailbox = mailboxes.of(actor.owner);
    if (Buffer.isBuffer(request.body)) {
      const raw = await arrivals.raw(mailbox, request.body, clock.now());
      // That a dropped file is no message is an outcome like another: a status of 400 would be a fault in the browser's log.
      if (!raw.ok) {
        const { sentence: key, values } = raw.refusal;
        return reply.send({ refused: sentence(key, request.headers["accept-language"], values) });
      }
      return reply.send(rowOf(raw.value));
    }
    const { id } = (request.body ?? {}) as { readonly id?: string };
    return answer(request, reply, await arrivals.prepared(mailbox, id ?? "", clock.now()), rowOf);
  });
  app.post("/api/clock", (request, reply) => {
    const read = clockRequest.safeParse(request.body);
    const isSet = read.success && clock.set(read.data);
    return isSet
      ? reply.send({ clockOffset: clock.offset })
      : refuse(request, reply, { status: 400, sentence: "badClock" });
  });
  app.post("/api/broker", async (request, reply) => {
    const person = personOf(request);
    if (!person) return refuse(request, reply, stranger);
    const read = brokerRequest.safeParse(request.body);
    if (!read.success) return refuse(request, reply, unreadable);
    return reply.send(await broker({ ...parts, addinOrigin: parts.origins.addin }, person, read.data));
  });
}
