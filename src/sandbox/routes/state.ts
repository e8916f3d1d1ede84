/** GET /api/state and GET /api/events: what the page shows around the mail, and what changes. */
import type { FastifyInstance } from "fastify";
import type { FolderName, SandboxPerson, SandboxState } from "../api.ts";
import type { SandboxParts } from "../parts.ts";
import { clientId, type Person, people } from "../people.ts";
import { personOf, refuse } from "./person.ts";

const folders: readonly FolderName[] = ["inbox", "sentitems", "drafts", "deleteditems", "junkemail"];
const stranger = { status: 404, sentence: "unknownPerson" } as const;

export function stateRoutes(app: FastifyInstance, parts: SandboxParts): void {
  app.get("/api/state", (request, reply) => {
    const person = personOf(request);
    if (!person) return refuse(request, reply, stranger);
    return reply.send(stateOf(parts, person, request.headers["accept-language"]));
  });
  app.get("/api/events", (request, reply) => {
    const person = personOf(request);
    if (!person) return refuse(request, reply, stranger);
    reply.hijack();
    parts.events.connect(person.id, reply.raw);
    return reply;
  });
}

function stateOf(parts: SandboxParts, person: Person, languages: string | undefined): SandboxState {
  const mailbox = parts.mailboxes.of(person);
  return {
    people: people.map(shown),
    person: shown(person),
    folders: folders.map((name) => {
      const messages = mailbox.inFolder(name);
      return { name, unread: messages.filter(({ isRead }) => !isRead).length, total: messages.length };
    }),
    masterCategories: mailbox.masterCategories,
    clockOffset: parts.clock.offset,
    zone: parts.zone,
    origins: parts.origins,
    roamingSettings: mailbox.roamingSettings,
    arrivals: parts.arrivals.choices,
    faults: { ...parts.faults },
    unreadable: parts.unreadable,
    manifest: parts.manifest,
    addinId: parts.addinId,
    clientId,
    locale: /^\s*fr\b/i.test(languages ?? "") ? "fr-CA" : "en-CA",
  };
}

function shown({ id, oid, name, address, title, roles }: Person): SandboxPerson {
  return { id, oid, name, address, title, roles };
}
