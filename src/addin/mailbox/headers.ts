/** What a look does not tell of a message: its headers, or of old mail what the service learnt from them in time. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import { isUndecided, judged } from "../../domain/mailbox/judge.ts";
import { lettersOf } from "../../domain/mailbox/letter.ts";
import { factsOf } from "../../domain/mailbox/seen.ts";
import { addressOf } from "../../domain/triage/senders.ts";
import { triage } from "../../domain/triage/triage.ts";
import type { Desk } from "../desk.ts";
import type { KeptMessage } from "../ledgerPorts.ts";
import type { MailboxReader } from "../mailboxPorts.ts";
import { learnOf } from "./colleagues.ts";
import { blankEntry } from "./entry.ts";
import { withHeaders } from "./keptMessage.ts";
import { readerOf } from "./reader.ts";
import { slices } from "./slices.ts";
import { keepMessages } from "./takeIn.ts";
import { lookBackFrom } from "./watch.ts";
import type { Watched } from "./watched.ts";

/** Messages that are weighed at once, and asked for their headers where need be. */
const sliceSize = 100;

/**
 * Asks for headers where the envelope leaves it open, and only as far back as the policy looks.
 *
 * @throws OutsideError when they cannot be read now
 */
export async function readHeaders(
  desk: Desk,
  reader: MailboxReader,
  rules: Rules,
  watched: Watched,
  keys: readonly string[],
): Promise<void> {
  const from = lookBackFrom(rules, desk.ports.clock.now());
  const unread: string[] = [];
  for (const slice of slices(keys, sliceSize)) {
    const messages = await desk.ports.storage.ledger.messages(slice);
    const wanted = messages.filter(
      (message) => message.receivedAt >= from && needsHeaders(desk, rules, watched, message),
    );
    for (const mailbox of new Set(wanted.map((message) => message.mailbox))) {
      const mine = wanted.filter((message) => message.mailbox === mailbox);
      const headers = await reader.headers(
        mailbox,
        mine.map(({ id }) => id),
      );
      const read = mine.flatMap((message) => {
        const found = headers.get(message.id);
        return found === undefined ? [] : [withHeaders(message, found)];
      });
      await desk.ports.storage.inTurn(() => keepMessages(desk, read));
      for (const { key, id } of mine) if (!headers.has(id)) unread.push(key);
    }
    await desk.ports.clock.breathe();
  }
  // What could not be written down meanwhile is for the next look.
  const asked = new Set(keys);
  await desk.unread.change((known) =>
    known.length === 0 && unread.length === 0 ? known : [...known.filter((key) => !asked.has(key)), ...unread],
  );
}

function needsHeaders(desk: Desk, rules: Rules, watched: Watched, message: KeptMessage): boolean {
  const { place, isDraft, headersAsked, headers, mailbox, receivedAt } = message;
  if (headersAsked || headers !== null || isDraft || (place !== "here" && place !== "junk" && place !== "deleted"))
    return false;
  const own = desk.ports.mail.user.address.toLowerCase();
  if ([own, ...Object.keys(watched)].includes(addressOf(message.from))) return false;
  if (receivedAt < (watched[mailbox]?.since ?? 0)) return false;
  const facts = factsOf(message, mailbox === "" ? own : mailbox);
  return isUndecided(triage(facts, rules.policy), facts);
}

/**
 * Of old mail that this computer has never seen the service may know, from another one that read its headers in time:
 * what was counted then counts here too.
 */
export async function askAboutOld(desk: Desk, rules: Rules, keys: readonly string[]): Promise<void> {
  if (desk.ports.service === null) return;
  const reader = readerOf(desk, rules);
  for (const slice of slices(keys, sliceSize)) {
    const messages = await desk.ports.storage.ledger.messages(slice);
    const old = lettersOf(messages, reader.own).filter(
      (letter) => !letter.isOurs && judged(letter, [], reader).rule === "before-look-back",
    );
    const known = await desk.ports.storage.ledger.entries(old.map(({ name }) => name));
    const unknown = old.filter(({ name }) => known.every(({ internetMessageId }) => internetMessageId !== name));
    await learnOf(
      desk,
      unknown.map(({ name }) => blankEntry(name)),
    );
    await desk.ports.clock.breathe();
  }
}
