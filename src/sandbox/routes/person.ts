/** Whose mailbox a request is about, and how a refusal is answered. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { type MailboxOwner, type Person, people, personById, sharedWith } from "../people.ts";
import type { Answer, SandboxRefusal } from "../refusal.ts";
import { sentence } from "../wording.ts";

/** `person` of the query; the first person when it names none. Null for a stranger. */
export function personOf(request: FastifyRequest): Person | null {
  const { person } = request.query as { readonly person?: string };
  return person === undefined || person === "" ? (people[0] ?? null) : personById(person);
}

/** Who asks, and whose mailbox `mailbox` of the query names: their own unless said. Null for what is not theirs. */
export function actorOf(request: FastifyRequest): { readonly person: Person; readonly owner: MailboxOwner } | null {
  const person = personOf(request);
  const { mailbox } = request.query as { readonly mailbox?: string };
  if (!person || mailbox === undefined || mailbox === "" || mailbox === person.id)
    return person && { person, owner: person };
  const owner = sharedWith(person).find(({ id }) => id === mailbox);
  return owner ? { person, owner } : null;
}

export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: SandboxRefusal): FastifyReply {
  const message = sentence(refusal.sentence, request.headers["accept-language"], refusal.values);
  return reply.code(refusal.status).send({ code: refusal.sentence, message });
}

/** Sends the value, or the sentence that refuses it. */
export function answer<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  given: Answer<T>,
  shown: (value: T) => unknown,
): FastifyReply {
  return given.ok ? reply.send(shown(given.value)) : refuse(request, reply, given.refusal);
}
