/**
 * One message, however many copies of it this person's mailboxes hold: sent to them and to a shared mailbox at once,
 * seen by Outlook and by a look through the mailbox.
 */
import type { TimeSource } from "../deadline/due.ts";
import { groupedBy } from "../grouped.ts";
import type { Instant } from "../time.ts";
import { addressOf } from "../triage/senders.ts";
import { nameOf, type Place, type SeenMessage } from "./seen.ts";

export interface Letter {
  /** Its internet message id; the key of its only copy where it has none. */
  readonly name: string;
  readonly copies: readonly SeenMessage[];
  /** What is known of it, from whichever copy knows. */
  readonly best: SeenMessage;
  /** When it was received, or for one of ours sent. */
  readonly at: Instant;
  /** From one of this person's addresses, or the shared mailboxes' they work in. */
  readonly isOurs: boolean;
}

const surest: readonly TimeSource[] = ["exchange", "header", "created", "person"];
const nearest: readonly Place[] = ["here", "sent", "junk", "deleted", "gone"];

/** @param own addresses, lower case @returns oldest first; what was received goes before what was sent at that moment */
export function lettersOf(messages: readonly SeenMessage[], own: ReadonlySet<string>): readonly Letter[] {
  const byName = groupedBy(
    messages.filter(({ isDraft }) => !isDraft),
    nameOf,
  );
  return [...byName].map(([name, copies]) => letterOf(name, copies, own)).sort(byTime);
}

function letterOf(name: string, copies: readonly SeenMessage[], own: ReadonlySet<string>): Letter {
  const sorted = [...copies].sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
  const [first] = sorted;
  if (first === undefined) throw new Error("a letter has a copy");
  const isOurs = copies.some(({ place, from }) => place === "sent" || (place !== "junk" && own.has(addressOf(from))));
  const best: SeenMessage = {
    ...first,
    ...timeOf(copies),
    headers: firstKnown(sorted, ({ headers }) => headers),
    headersAsked: sorted.some(({ headersAsked }) => headersAsked),
    said: firstKnown(sorted, ({ said }) => said),
    forwardedFrom: firstKnown(sorted, ({ forwardedFrom }) => forwardedFrom),
    stamp: firstKnown(sorted, ({ stamp }) => stamp),
    itemClass: sorted.find(({ itemClass }) => itemClass !== "")?.itemClass ?? "",
    answers: [...new Set(sorted.flatMap(({ answers }) => answers))],
    decisions: sorted.flatMap(({ decisions }) => decisions),
  };
  return { name, copies: sorted, best, at: isOurs ? best.sentAt : best.receivedAt, isOurs };
}

function rank({ place, mailbox }: SeenMessage): number {
  return nearest.indexOf(place) * 2 + (mailbox === "" ? 0 : 1);
}

/** The surest clock's word; of equals the earliest. */
function timeOf(copies: readonly SeenMessage[]): Pick<SeenMessage, "receivedAt" | "timeSource"> {
  const [best] = [...copies].sort(
    (a, b) => surest.indexOf(a.timeSource) - surest.indexOf(b.timeSource) || a.receivedAt - b.receivedAt,
  );
  if (best === undefined) throw new Error("a letter has a copy");
  return { receivedAt: best.receivedAt, timeSource: best.timeSource };
}

function firstKnown<T>(copies: readonly SeenMessage[], of: (copy: SeenMessage) => T | null): T | null {
  for (const copy of copies) {
    const value = of(copy);
    if (value !== null) return value;
  }
  return null;
}

function byTime(a: Letter, b: Letter): number {
  return a.at - b.at || Number(a.isOurs) - Number(b.isOurs) || (a.name < b.name ? -1 : 1);
}
