/** "When is the reply due?", answered in the bar over the message from what this browser remembers, without a network. */
import { rememberedPolicy } from "../addin/loadPolicy.ts";
import { entryStanding } from "../addin/mailbox/entry.ts";
import { openedMessage } from "../addin/mailbox/keptMessage.ts";
import { dueText } from "../addin/notificationText.ts";
import type { Digest, OpenMessage, Storage } from "../addin/ports.ts";
import { standingOf, type Rules } from "../domain/inquiry/derive.ts";
import { rulesOf } from "../domain/inquiry/rules.ts";
import { inquiriesIn } from "../domain/mailbox/inquiries.ts";
import { namedFacts } from "../domain/mailbox/inquiry.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import { instant, type Instant } from "../domain/time.ts";
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
 * @param storage null where the browser keeps nothing for the pane
 * @param now epoch milliseconds, UTC
 */
export async function dueDateSentence(
  asked: Asked,
  storage: Pick<Storage, "ledger" | "memory"> | null,
  digest: Digest,
  now: Instant,
  language: Language,
): Promise<string> {
  const served = storage === null ? null : await rememberedPolicy(storage.memory);
  if (storage === null || served === null) return noPolicyYet[language];
  const rules = rulesOf(served);
  const standing = await standingOfAsked(asked, storage, digest, rules, now);
  return dueText(standing, rules.calendarOf(standing?.datedBy ?? null), now, language);
}

/** Like the pane's: what the ledger holds, and what the rules say of the message itself. */
async function standingOfAsked(
  { message, headers, text, user }: Asked,
  { ledger }: Pick<Storage, "ledger">,
  digest: Digest,
  rules: Rules,
  now: Instant,
): Promise<Standing | null> {
  const hash = (plain: string): string => digest.sha256(plain);
  const [entry] = await ledger.entries([message.internetMessageId]);
  if (entry !== undefined) return entryStanding(entry, { rules, now, hash });
  const seen = openedMessage(message, { headers, text, decisions: { observations: [] } }, rules.policy);
  const address = user.toLowerCase();
  const reader = {
    rules,
    address,
    own: new Set([address]),
    joinedAt: () => null,
    lookBackFrom: instant(0),
    never: () => false,
  };
  const [inquiry] = inquiriesIn([seen], () => [], reader, hash).inquiries;
  return inquiry === undefined ? null : standingOf(namedFacts(inquiry.seen, hash), rules, now);
}
