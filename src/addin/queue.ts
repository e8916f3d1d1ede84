/** *My replies*: what waits in these mailboxes, in the order in which it needs somebody. */
import type { Rules } from "../domain/inquiry/rules.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import { isIncluded } from "../domain/mailbox/inquiry.ts";
import type { LocalDay } from "../domain/time.ts";
import type { Queue, QueueRow } from "./addin.ts";
import type { Desk } from "./desk.ts";
import type { LedgerEntry } from "./ledgerPorts.ts";
import { allOf, standingHere, waits } from "./mailbox/entry.ts";
import { settlingOf } from "./mailbox/settling.ts";
import { slices } from "./mailbox/slices.ts";
import { unlessRefused } from "./notices.ts";
import { timeLeft } from "./view.ts";

/** Inquiries that are derived at once: the pane must not falter meanwhile. */
const sliceSize = 100;

/** Reads from the ledger what waits, and shows it; what is shown stays while the ledger cannot be read. */
export async function showQueue(desk: Desk): Promise<void> {
  const { rules } = desk;
  if (rules === null || desk.ports.mailbox === null) return;
  const shown = desk.store.get().queue;
  const open = unlessRefused<readonly LedgerEntry[] | null>(desk.ports.storage.ledger.open(), () => null);
  const entries = (await open) ?? (shown === null ? [] : null);
  if (entries === null) return;
  const rows: QueueRow[] = [];
  for (const slice of slices(entries, sliceSize)) {
    rows.push(...slice.flatMap((entry) => queueRow(desk, rules, entry)));
    await desk.ports.clock.breathe();
  }
  desk.store.set({ queue: queueOf(rows) });
}

function queueRow(desk: Desk, rules: Rules, entry: LedgerEntry): readonly QueueRow[] {
  const settling = settlingOf(desk, rules);
  const standing = standingHere(entry, settling);
  if (!waits(standing)) return [];
  const { internetMessageId, itemId, mailbox, subject, customer, outlookSaysReplied } = entry;
  return [
    {
      ...{ internetMessageId, itemId, mailbox, subject, customer, outlookSaysReplied, standing },
      ...timeLeft(standing, rules, settling.now),
      waiting: entry.members.length,
      askWhyDeleted: entry.deleted && !isIncluded(allOf(entry), settling.hash),
    },
  ];
}

/** Overdue, today, then day by day, then promises by their own day; within each the oldest first. */
export function queueOf(rows: readonly QueueRow[]): Queue {
  const sorted = [...rows].sort(
    (a, b) => placeInTime(a.standing) - placeInTime(b.standing) || (a.internetMessageId < b.internetMessageId ? -1 : 1),
  );
  const inState = (...states: readonly Standing["state"][]) =>
    sorted.filter(({ standing }) => states.includes(standing.state));
  const days = new Map<LocalDay, QueueRow[]>();
  for (const row of inState("onTrack", "dueSoon")) {
    const day = row.standing.due?.dueDay;
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), row]);
  }
  const promised = inState("promised");
  return {
    overdue: inState("overdue"),
    today: inState("dueToday"),
    later: [...days].map(([day, of]) => ({ day, rows: of })),
    noDate: inState("noDate"),
    promised: [...promised].sort((a, b) => promiseOf(a).localeCompare(promiseOf(b))),
  };
}

/** A promise without a day has to be given one: it comes first. */
function promiseOf({ standing }: QueueRow): string {
  return standing.promise?.day ?? "";
}

function placeInTime({ due, receivedAt }: Standing): number {
  return due?.dueAt ?? receivedAt;
}
