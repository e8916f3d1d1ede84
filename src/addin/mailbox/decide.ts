/** What people decide about a message that is not open: a row of a list. */
import type { Observation } from "../../domain/inquiry/fact.ts";
import type { Desk } from "../desk.ts";
import { uniteObservations } from "../observations.ts";
import { notePutOff } from "../putOff.ts";
import { keepMessages, settle, type Taken } from "./takeIn.ts";
import { saveOnMessage } from "./unsaved.ts";

export type Said = Pick<Observation, "at" | "saidAt"> & { readonly by: "person" };

/**
 * Writes the decision down with the message, and on the message itself where the site lets us.
 *
 * @returns null when no such message is kept here
 */
export async function decideAbout(
  desk: Desk,
  internetMessageId: string,
  observe: (said: Said) => readonly Observation[],
): Promise<Taken | null> {
  const { storage, clock, mailbox } = desk.ports;
  const now = clock.now();
  const decided = observe({ at: now, saidAt: now, by: "person" });
  const [entry] = await storage.ledger.entries([internetMessageId]);
  // A colleague's forward is an inquiry under the name of a message that lies elsewhere.
  const [copy] = await storage.ledger.named([internetMessageId, ...(entry?.members.slice(0, 1) ?? [])]);
  if (copy === undefined) return null;
  const decisions = uniteObservations(copy.decisions, decided);
  const taken = await storage.inTurn(async () => settle(desk, await keepMessages(desk, [{ ...copy, decisions }])));
  await notePutOff(desk, taken.letters);
  if (mailbox?.writer != null && copy.etag !== "") await saveOnMessage(desk, mailbox.writer, { ...copy, decisions });
  return taken;
}
