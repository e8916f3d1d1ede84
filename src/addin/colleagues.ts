/** What colleagues already said of an inquiry: a shared mailbox's message may have been answered by one of them. */
import type { InquiryId } from "../domain/inquiry/fact.ts";
import type { Desk } from "./desk.ts";
import { unlessRefused } from "./notices.ts";
import { newAmong, observationOf, uniteObservations } from "./observations.ts";
import { withFacts } from "./openMessage.ts";

/**
 * Unites the open inquiry with the service's facts of it. They are kept in the ledger, so that they are known offline
 * too, and never reported again: they came from there.
 *
 * @returns true when something was learnt; false as well when the service could not be asked
 */
export async function askColleagues(desk: Desk): Promise<boolean> {
  const { inquiry, me, generation } = desk;
  const { service, digest, storage } = desk.ports;
  const entry = inquiry?.entry ?? null;
  if (inquiry === null || entry === null || me === null || service === null) return false;
  const name = (await digest.hmac(me.inquiryKey, entry.internetMessageId)) as InquiryId;
  const states = await unlessRefused(service.states([name]), () => null);
  const learnt = newAmong((states?.inquiries[name] ?? []).map(observationOf), entry.observations);
  if (learnt.length === 0) return false;
  return desk.inTurn(async () => {
    const kept = (await storage.ledger.get(entry.internetMessageId)) ?? entry;
    const united = { ...kept, observations: uniteObservations(kept.observations, learnt) };
    await unlessRefused(storage.ledger.put(united), () => undefined);
    if (desk.generation !== generation || desk.inquiry === null) return false;
    desk.inquiry = { ...desk.inquiry, ...(await withFacts(desk, united)) };
    return true;
  });
}
