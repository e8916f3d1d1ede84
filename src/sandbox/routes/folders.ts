/** POST /api/folders and /api/messages/:id/move: a person's own folders, and what they put into them. */
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { FolderName } from "../api.ts";
import { folderLabel, newFolder } from "../mailbox/folders.ts";
import { itemOf } from "../mailbox/storedMessage.ts";
import type { SandboxParts } from "../parts.ts";
import { actorOf, refuse } from "./person.ts";

const newFolderRequest = z.object({ label: z.string().trim().min(1).max(255) });
const moveRequest = z.object({ folder: z.string() });
const stranger = { status: 404, sentence: "unknownPerson" } as const;
const unreadable = { status: 400, sentence: "unreadableRequest" } as const;

export function folderRoutes(app: FastifyInstance, { mailboxes, clock }: SandboxParts): void {
  app.post("/api/folders", (request, reply) => {
    const actor = actorOf(request);
    if (!actor) return refuse(request, reply, stranger);
    const read = newFolderRequest.safeParse(request.body);
    if (!read.success) return refuse(request, reply, unreadable);
    const mailbox = mailboxes.of(actor.owner);
    const folder = newFolder(read.data.label);
    mailbox.ownFolders = [...mailbox.ownFolders, folder];
    mailboxes.keepSettings(actor.owner);
    return reply.send(folder);
  });
  app.post<{ Params: { id: string } }>("/api/messages/:id/move", (request, reply) => {
    const actor = actorOf(request);
    if (!actor) return refuse(request, reply, stranger);
    const read = moveRequest.safeParse(request.body);
    if (!read.success) return refuse(request, reply, unreadable);
    const mailbox = mailboxes.of(actor.owner);
    const folder = read.data.folder as FolderName;
    if (!mailbox.get(request.params.id)) return refuse(request, reply, { status: 404, sentence: "unknownMessage" });
    if (folderLabel(folder, mailbox.ownFolders) === null)
      return refuse(request, reply, { status: 404, sentence: "unknownFolder" });
    return reply.send(itemOf(mailbox.change(request.params.id, { folder }, clock.now())));
  });
}
