/** GET /api/state and GET /api/events: what the page shows around the mail, and what changes. */
import type { FastifyInstance } from "fastify";
import type { FolderState, SandboxPerson, SandboxState, SharedMailboxState, WellKnownFolder } from "../api.ts";
import type { Actor } from "../mailbox/behind.ts";
import type { Mailbox } from "../mailbox/mailbox.ts";
import type { SandboxParts } from "../parts.ts";
import { clientId, type Person, people, type SharedMailbox, sharedWith } from "../people.ts";
import { actorOf, personOf, refuse } from "./person.ts";

/** As Outlook on the web lists them; nothing ever waits in the Outbox. */
const folders: readonly WellKnownFolder[] = ["inbox", "sentitems", "drafts", "archive", "deleteditems", "junkemail"];
const stranger = { status: 404, sentence: "unknownPerson" } as const;

export function stateRoutes(app: FastifyInstance, parts: SandboxParts): void {
  app.get("/api/state", (request, reply) => {
    const actor = actorOf(request);
    if (!actor) return refuse(request, reply, stranger);
    return reply.send(stateOf(parts, actor, request.headers["accept-language"]));
  });
  app.get("/api/events", (request, reply) => {
    const person = personOf(request);
    if (!person) return refuse(request, reply, stranger);
    reply.hijack();
    parts.events.connect(person.id, reply.raw);
    return reply;
  });
}

function stateOf(parts: SandboxParts, { person, owner }: Actor, languages: string | undefined): SandboxState {
  const mailbox = parts.mailboxes.of(owner);
  return {
    people: people.map(shown),
    person: shown(person),
    folders: foldersOf(mailbox),
    sharedMailboxes: sharedWith(person).map((shared) => sharedOf(parts, shared)),
    masterCategories: mailbox.masterCategories,
    clockOffset: parts.clock.offset,
    zone: parts.zone,
    origins: parts.origins,
    roamingSettings: mailbox.roamingSettings,
    arrivals: parts.arrivals.choices,
    faults: faultsOf(parts),
    unreadable: parts.unreadable,
    manifest: parts.manifest,
    addinId: parts.addinId,
    clientId,
    locale: /^\s*fr\b/i.test(languages ?? "") ? "fr-CA" : "en-CA",
  };
}

function sharedOf({ mailboxes }: SandboxParts, shared: SharedMailbox): SharedMailboxState {
  const { id, name, address, members } = shared;
  const mailbox = mailboxes.of(shared);
  return { id, name, address, members, folders: foldersOf(mailbox), masterCategories: mailbox.masterCategories };
}

function foldersOf(mailbox: Mailbox): readonly FolderState[] {
  return [
    ...folders.map((name) => ({ name, own: null, ...mailbox.countsOf(name) })),
    ...mailbox.ownFolders.map((own) => ({ name: own.name, own, ...mailbox.countsOf(own.name) })),
  ];
}

export function faultsOf({ faults, graph }: SandboxParts): SandboxState["faults"] {
  return { ...faults, ...graph.faults.state };
}

function shown({ id, oid, name, address, title, roles }: Person): SandboxPerson {
  return { id, oid, name, address, title, roles };
}
