/** Follow-up flags: which day one should bear, and whether the one that is there was set by us. */
import type { Standing } from "../../domain/inquiry/standing.ts";
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
 * The inquiries for which this message may have been flagged, on this computer or another: its own, and the others of
 * its conversation, of whose runs it may have been one before an older message or a reply was found.
 */
export function flaggedFor(
  message: KeptMessage,
  entry: LedgerEntry | undefined,
  entries: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  const conversations = [message.conversationId, entry?.conversationId].filter((id) => id !== undefined && id !== "");
  return entries.filter(
    (each) =>
      each === entry ||
      each.internetMessageId === message.internetMessageId ||
      conversations.includes(each.conversationId),
  );
}

/** What else is known of the conversations in which something is flagged. */
export async function kinOf(
  ledger: Ledger,
  messages: readonly KeptMessage[],
  entries: readonly LedgerEntry[],
): Promise<readonly LedgerEntry[]> {
  const flagged = messages.filter(({ flag }) => flag.status === "flagged");
  const names = flagged.map(({ internetMessageId }) => internetMessageId);
  const theirs = entries.filter(({ members }) => members.some((name) => names.includes(name)));
  const conversations = new Set([...flagged, ...theirs].map(({ conversationId }) => conversationId));
  const kin = await Promise.all([...conversations].map((id) => ledger.ofConversation(id)));
  return kin.flat();
}
