/** The send handler's word, where Sent Items cannot be seen. A draft whose recipients are unknown proves nothing. */
import type { Desk } from "../desk.ts";
import type { SentNote } from "../ports.ts";
import { sentNote } from "./keptMessage.ts";
import { keepMessages, settle } from "./takeIn.ts";

export async function takeNotes(desk: Desk, notes: readonly SentNote[]): Promise<void> {
  const sent = notes.flatMap((note) =>
    note.recipients === undefined ? [] : [sentNote(note, note.recipients, `${note.at} ${note.conversationId ?? ""}`)],
  );
  if (sent.length > 0) await desk.ports.storage.inTurn(async () => settle(desk, await keepMessages(desk, sent)));
}
