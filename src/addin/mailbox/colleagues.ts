/** What colleagues' mailboxes and other computers told the service of the inquiries that wait here. */
import { maxStatesPerCall } from "../../contract/states.ts";
import type { InquiryId, Observation } from "../../domain/inquiry/fact.ts";
import { identify } from "../account.ts";
import type { Desk } from "../desk.ts";
import type { LedgerEntry } from "../ledgerPorts.ts";
import { unlessRefused } from "../notices.ts";
import { newAmong, observationOf, uniteObservations } from "../observations.ts";
import { slices } from "./slices.ts";
import { settle } from "./takeIn.ts";

/**
 * Asks about everything that waits, and about what this look found: that it was answered here does not say that nobody
 * answered it before. @param begun entries that are new to the ledger
 */
export async function askColleagues(desk: Desk, begun: readonly LedgerEntry[]): Promise<void> {
  const open = await unlessRefused(desk.ports.storage.ledger.open(), () => []);
  const asked = new Map([...begun, ...open].map((entry) => [entry.internetMessageId, entry]));
  await learnOf(desk, [...asked.values()]);
}

/**
 * Asks about these inquiries by the only names that the service knows. What it tells is kept, so that it is known
 * offline too, and never reported again: it came from there.
 */
export async function learnOf(desk: Desk, entries: readonly LedgerEntry[]): Promise<boolean> {
  const { service, digest } = desk.ports;
  if (service === null || entries.length === 0) return false;
  // A pane that has reported nothing yet must know all the same what colleagues answered, before it marks anything.
  const me = await unlessRefused(identify(desk, service), () => null);
  if (me === null) return false;
  let learnt = false;
  for (const asked of slices(entries, maxStatesPerCall)) {
    const names = asked.map((entry) => digest.hmac(me.inquiryKey, entry.internetMessageId) as InquiryId);
    const states = await unlessRefused(service.states(names), () => null);
    if (states === null) return learnt;
    const told = names.map((name) => (states.inquiries[name] ?? []).map(observationOf));
    learnt = (await hear(desk, asked, told)) || learnt;
  }
  return learnt;
}

async function hear(
  desk: Desk,
  asked: readonly LedgerEntry[],
  told: readonly (readonly Observation[])[],
): Promise<boolean> {
  const { storage } = desk.ports;
  return storage.inTurn(async () => {
    const current = await storage.ledger.entries(asked.map(({ internetMessageId }) => internetMessageId));
    const heard = asked.flatMap((entry, index) => {
      const now = current.find(({ internetMessageId }) => internetMessageId === entry.internetMessageId) ?? entry;
      const news = newAmong(told[index] ?? [], [...now.observations, ...now.heard]);
      return news.length === 0 ? [] : [{ ...now, heard: uniteObservations(now.heard, news) }];
    });
    if (heard.length === 0) return false;
    await storage.ledger.put(heard);
    const messages = await storage.ledger.named(heard.flatMap(({ members }) => members));
    await settle(
      desk,
      messages.map(({ key }) => key),
    );
    return true;
  });
}
