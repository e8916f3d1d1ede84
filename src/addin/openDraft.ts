/** The open draft: whom it answers, as far as this computer knows. */
import type { Rules } from "../domain/inquiry/derive.ts";
import { namedFacts } from "../domain/mailbox/inquiry.ts";
import type { Desk, DraftOnDesk, KnownInquiry } from "./desk.ts";
import type { LedgerEntry } from "./ledgerPorts.ts";
import { allOf, entryStanding, waits } from "./mailbox/entry.ts";
import { settlingOf } from "./mailbox/settling.ts";
import { unlessRefused } from "./notices.ts";
import type { OpenDraft, ReplyStamp } from "./ports.ts";

export interface ExaminedDraft {
  readonly draft: DraftOnDesk;
  readonly inquiry: KnownInquiry | null;
}

/**
 * A draft is paired with the inquiry that its stamp names, a reply else with the oldest open one of its conversation. A
 * new message without a stamp and a forward answer nobody.
 *
 * @returns null before a policy is loaded
 */
export async function examineDraft(desk: Desk, item: OpenDraft): Promise<ExaminedDraft | null> {
  const { rules } = desk;
  if (rules === null) return null;
  const { mail } = desk.ports;
  const [recipients, stamp] = await Promise.all([
    unlessRefused(mail.draftRecipients(), () => []),
    unlessRefused<ReplyStamp | null>(mail.readStamp(), () => null),
  ]);
  const entry = item.composeType === "forward" ? null : await answeredEntry(desk, rules, item, stamp);
  return {
    draft: { item, recipients, inserted: stamp?.template ?? null },
    inquiry: entry === null ? null : knownFrom(desk, rules, entry),
  };
}

async function answeredEntry(
  desk: Desk,
  rules: Rules,
  item: OpenDraft,
  stamp: ReplyStamp | null,
): Promise<LedgerEntry | null> {
  const { ledger } = desk.ports.storage;
  const found = (work: Promise<readonly LedgerEntry[]>) => unlessRefused(work, () => [] as readonly LedgerEntry[]);
  const [named] = stamp?.answers == null ? [] : await found(ledger.entries([stamp.answers]));
  if (named !== undefined) return named;
  if (item.composeType !== "reply" || item.conversationId === null) return null;
  const entries = await found(ledger.ofConversation(item.conversationId));
  const open = entries.flatMap((entry) => {
    const standing = entry.open ? entryStanding(entry, settlingOf(desk, rules)) : null;
    return waits(standing) ? [{ entry, receivedAt: standing.receivedAt }] : [];
  });
  return open.sort((a, b) => a.receivedAt - b.receivedAt)[0]?.entry ?? null;
}

/** From a draft the original cannot be read: what the ledger holds stands in for triage. */
function knownFrom(desk: Desk, rules: Rules, entry: LedgerEntry): KnownInquiry {
  const settling = settlingOf(desk, rules);
  return {
    internetMessageId: entry.internetMessageId,
    conversationId: entry.conversationId,
    subject: entry.subject,
    triage: {
      onTheClock: true,
      reason: null,
      channel: entryStanding(entry, settling)?.channel ?? null,
      rule: "ledger",
      probable: false,
      customer: entry.customer,
    },
    entry,
    facts: namedFacts(allOf(entry), settling.hash),
    waiting: entry.members.length,
    neverOffers: [],
  };
}
