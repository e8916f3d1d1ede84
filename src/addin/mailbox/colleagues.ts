/** What colleagues' mailboxes and other computers told the service of the inquiries that wait here. */
import { maxStatesPerCall } from "../../contract/limits.ts";
import type { InquiryId, Observation } from "../../domain/inquiry/fact.ts";
import { identify } from "../account.ts";
import type { Desk } from "../desk.ts";
import type { LedgerEntry } from "../ledgerPorts.ts";
import { unlessRefused } from "../notices.ts";
import { newAmong, observationOf, uniteObservations } from "../observations.ts";
import { blankEntry, unfinished } from "./entry.ts";
import { settlingOf } from "./settling.ts";
import { settle } from "./takeIn.ts";
import { noteHeard, noteUnheard, unheardInquiries } from "./unheard.ts";

/** What it takes to ask about an inquiry: a first look asks about more of them than the pane should hold. */
export type Asked = Pick<LedgerEntry, "internetMessageId" | "open" | "divisible">;

/**
 * Asks about everything that is open, and about what this look touched: that it was answered here does not say that
 * nobody answered it before. The next look asks about the latter once more: what a colleague's pane that looks at the same
 * moment makes of it is told only then.
 */
export async function askColleagues(desk: Desk, touched: readonly Asked[]): Promise<void> {
  if (desk.ports.service === null) return;
  const open = await unlessRefused(desk.ports.storage.ledger.open(), () => []);
  const asked = new Set<string>();
  let waiting: readonly Asked[] = [...(await unheardInquiries(desk)), ...touched, ...open, ...(await divisible(desk))];
  while (waiting.length > 0) {
    const next = new Map(waiting.map((entry) => [entry.internetMessageId, entry]));
    for (const name of next.keys()) asked.add(name);
    // What was heard may divide a run: of the inquiry that begins with it, colleagues may know more again.
    const settled = await learnOf(desk, [...next.values()]);
    waiting = settled.filter(({ internetMessageId, counts }) => counts && !asked.has(internetMessageId));
  }
  await noteUnheard(desk, touched);
}

/** Nothing waits in them, but a colleague's reply told of late may make it so; those too old for that are let go. */
async function divisible(desk: Desk): Promise<readonly LedgerEntry[]> {
  const { rules } = desk;
  const { ledger } = desk.ports.storage;
  if (rules === null) return [];
  const settling = settlingOf(desk, rules);
  const kept = await unlessRefused<readonly LedgerEntry[]>(ledger.divisible(), () => []);
  const now = kept.map((entry) => ({ ...entry, ...unfinished(entry, settling) }));
  const done = now.filter((entry) => !entry.divisible);
  if (done.length > 0) await ledger.put(done);
  return now.filter((entry) => entry.divisible);
}

/**
 * Asks about these inquiries by the only names that the service knows. What it tells is kept, so that it is known
 * offline too, and never reported again: it came from there.
 *
 * @returns what was settled anew by it; empty when nothing new was told
 * @throws OutsideError storageDenied when it could not be kept: it is asked for again
 */
export async function learnOf(desk: Desk, entries: readonly Asked[]): Promise<readonly LedgerEntry[]> {
  const { service, digest } = desk.ports;
  if (service === null || entries.length === 0) return [];
  // A pane that has reported nothing yet must know all the same what colleagues answered, before it marks anything.
  const me = await unlessRefused(identify(desk, service), () => null);
  const learnt: LedgerEntry[] = [];
  const unheard = [...entries];
  while (me !== null && unheard.length > 0) {
    const asked = unheard.slice(0, maxStatesPerCall);
    const names = asked.map((entry) => digest.hmac(me.inquiryKey, entry.internetMessageId) as InquiryId);
    const states = await unlessRefused(service.states(names), () => null);
    if (states === null) break;
    const told = names.map((name) => (states.inquiries[name] ?? []).map(observationOf));
    learnt.push(...(await hear(desk, asked, told)));
    unheard.splice(0, asked.length);
    await noteHeard(desk, asked);
  }
  await noteUnheard(desk, unheard);
  return learnt;
}

async function hear(
  desk: Desk,
  asked: readonly Asked[],
  told: readonly (readonly Observation[])[],
): Promise<readonly LedgerEntry[]> {
  const { storage } = desk.ports;
  return storage.inTurn(async () => {
    const current = await storage.ledger.entries(asked.map(({ internetMessageId }) => internetMessageId));
    const heard = asked.flatMap(({ internetMessageId: name }, index) => {
      const now = current.find(({ internetMessageId }) => internetMessageId === name) ?? blankEntry(name);
      const news = newAmong(told[index] ?? [], [...now.observations, ...now.heard]);
      return news.length === 0 ? [] : [{ ...now, heard: uniteObservations(now.heard, news) }];
    });
    if (heard.length === 0) return [];
    await storage.ledger.put(heard);
    const messages = await storage.ledger.named(
      heard.flatMap(({ internetMessageId, members }) => [internetMessageId, ...members]),
    );
    const { entries, refusal } = await settle(
      desk,
      messages.map(({ key }) => key),
    );
    if (refusal !== null) throw refusal;
    return [...heard, ...entries];
  });
}
