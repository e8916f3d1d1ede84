/** "When is the reply due?", answered in the bar over the message from what this browser remembers, without a network. */
import { judge, ruleObservations } from "../addin/judge.ts";
import { rememberedPolicy } from "../addin/loadPolicy.ts";
import { readMessage } from "../addin/messageFacts.ts";
import { dueText } from "../addin/notificationText.ts";
import { factsOf, uniteObservations } from "../addin/observations.ts";
import type { Digest, OpenMessage, Storage } from "../addin/ports.ts";
import { standingOf, type Rules } from "../domain/inquiry/derive.ts";
import { rulesOf } from "../domain/inquiry/rules.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import type { Instant } from "../domain/time.ts";
import type { Language } from "../domain/wording/dates.ts";

/** What the command needs of the open message; the pane reads the same. */
export interface Asked {
  readonly message: OpenMessage;
  readonly headers: readonly (readonly [string, string])[] | null;
  readonly text: string | null;
  /** The reader's address. */
  readonly user: string;
}

const noPolicyYet: Readonly<Record<Language, string>> = {
  en: "Open the CivicReply pane once: it reads the city’s policy and then knows when a reply is due.",
  fr: "Ouvrez une fois le volet CivicReply : il lit la politique de la Ville et sait alors quand une réponse est due.",
};

/**
 * The sentence for the bar. Nothing is written down: that is the pane's part.
 *
 * @param now epoch milliseconds, UTC
 */
export async function dueDateSentence(
  asked: Asked,
  storage: Pick<Storage, "ledger" | "memory">,
  digest: Digest,
  now: Instant,
  language: Language,
): Promise<string> {
  const served = await rememberedPolicy(storage.memory);
  if (served === null) return noPolicyYet[language];
  const rules = rulesOf(served);
  const standing = await standingOfAsked(asked, storage, digest, rules, now);
  return dueText(standing, rules.calendarOf(standing?.department ?? null), now, language);
}

/** Like the pane's: what the ledger holds, and what the rules say of the message itself. */
async function standingOfAsked(
  { message, headers, text, user }: Asked,
  { ledger }: Pick<Storage, "ledger">,
  digest: Digest,
  rules: Rules,
  now: Instant,
): Promise<Standing | null> {
  const entry = await ledger.get(message.internetMessageId);
  const leader = entry?.follows === undefined ? null : await ledger.get(entry.follows);
  const known = (leader ?? entry)?.observations ?? [];
  if (leader !== null) return standingOf(await factsOf(known, digest), rules, now);
  const read = readMessage(message, { headers, text, mailbox: user, answersUs: false });
  const seen = ruleObservations(read, judge(read, rules), await factsOf(known, digest), rules, user, now);
  return standingOf(await factsOf(uniteObservations(known, seen), digest), rules, now);
}
