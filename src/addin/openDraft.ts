/** The open draft: whom it answers, as far as this computer knows. */
import type { Rules } from "../domain/inquiry/derive.ts";
import type { Desk, DraftOnDesk, KnownInquiry } from "./desk.ts";
import { unlessRefused } from "./notices.ts";
import { withFacts } from "./openMessage.ts";
import type { LedgerEntry, OpenDraft, ReplyStamp } from "./ports.ts";
import { place, type Placed } from "./run.ts";

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
    inquiry: entry === null ? null : await knownFrom(desk, rules, entry),
  };
}

async function answeredEntry(
  desk: Desk,
  rules: Rules,
  item: OpenDraft,
  stamp: ReplyStamp | null,
): Promise<LedgerEntry | null> {
  const { ledger } = desk.ports.storage;
  const named = stamp?.answers == null ? null : await unlessRefused(ledger.get(stamp.answers), () => null);
  if (named !== null) return leadingEntry(desk, named);
  if (item.composeType !== "reply" || item.conversationId === null) return null;
  const entries = await unlessRefused(ledger.ofConversation(item.conversationId), () => []);
  const placed = await place(entries, rules, desk.ports.clock.now(), desk.ports.digest);
  const open = placed.filter(isOpen).sort((a, b) => a.standing.receivedAt - b.standing.receivedAt);
  return open[0]?.entry ?? null;
}

function isOpen({ entry, standing }: Placed): boolean {
  return entry.follows === undefined && !standing.closed && standing.excludedReason === null;
}

/** The inquiry's own entry: a reminder's is that of the message it follows. */
export async function leadingEntry(desk: Desk, entry: LedgerEntry): Promise<LedgerEntry> {
  const leader = entry.follows === undefined ? null : await desk.ports.storage.ledger.get(entry.follows);
  return leader ?? entry;
}

/** From a draft the original cannot be read: what the ledger holds stands in for triage. */
async function knownFrom(desk: Desk, rules: Rules, entry: LedgerEntry): Promise<KnownInquiry> {
  const [placed] = await place([entry], rules, desk.ports.clock.now(), desk.ports.digest);
  return {
    internetMessageId: entry.internetMessageId,
    conversationId: entry.conversationId,
    subject: entry.subject,
    triage: {
      onTheClock: true,
      reason: null,
      channel: placed?.standing.channel ?? null,
      rule: "ledger",
      probable: false,
      customer: entry.customer,
    },
    ...(await withFacts(desk, entry)),
    neverOffers: [],
  };
}
