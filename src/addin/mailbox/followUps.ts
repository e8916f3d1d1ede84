/** Follow-up flags: which day one should bear, and whether the one that is there was set by us. */
import type { Standing } from "../../domain/inquiry/standing.ts";
import { namedBy } from "../../domain/mailbox/seen.ts";
import type { LocalDay } from "../../domain/time.ts";
import type { KeptMessage, Ledger, LedgerEntry } from "../ledgerPorts.ts";
import type { FollowUp } from "../mailboxPorts.ts";

/** The day by which a reply is due; null where none is waited for. */
export function waitingDay(standing: Standing | null): LocalDay | null {
  if (standing === null || standing.metAt !== null || standing.excludedReason !== null) return null;
  return standing.due?.dueDay ?? null;
}

/** A flag that a person set, with whatever other date, is theirs. @param ours days that we may have set */
export function markedFlag(
  present: FollowUp,
  day: LocalDay | null,
  ours: readonly (LocalDay | null)[],
): FollowUp | null {
  const isOurs = present.status === "flagged" && present.due !== null && ours.includes(present.due);
  if (day === null) return isOurs ? { status: "notFlagged", start: null, due: null } : null;
  if (present.status !== "notFlagged" && !isOurs) return null;
  return isOurs && present.due === day ? null : { status: "flagged", start: day, due: day };
}

/**
 * The inquiries for which a message may have been flagged, on this computer or another: its own, and what it shares a
 * conversation or a reference with, of whose run it may have been before an older message or a reply was found.
 */
export function flaggedFor(message: KeptMessage, entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  if (message.flag.status !== "flagged") return [];
  const { internetMessageId, conversationId } = message;
  const names = [internetMessageId, ...namedBy(message)];
  return entries.filter(
    (entry) =>
      (conversationId !== "" && entry.conversationId === conversationId) ||
      [entry.internetMessageId, ...entry.members].some((name) => names.includes(name)),
  );
}

/** Entries that share a conversation or a reference with what is flagged. */
export async function kinOf(ledger: Ledger, messages: readonly KeptMessage[]): Promise<readonly LedgerEntry[]> {
  const flagged = messages.filter(({ flag }) => flag.status === "flagged");
  const conversations = new Set(flagged.flatMap(({ conversationId }) => conversationId || []));
  const named = [...new Set(flagged.flatMap(namedBy))];
  const kin = await Promise.all([
    named.length === 0 ? [] : ledger.entries(named),
    ...[...conversations].map((id) => ledger.ofConversation(id)),
  ]);
  return kin.flat();
}
