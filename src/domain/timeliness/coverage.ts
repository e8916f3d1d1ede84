/** Coverage: which mailboxes in scope were looked at through the period's end. Unknown is not zero (design rule 8). */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import { addDays } from "../calendar/localDay.ts";
import type { MailboxKind } from "../inquiry/fact.ts";
import type { Policy } from "../policy/policy.ts";
import { dayMs, type Instant, type LocalDay } from "../time.ts";
import type { Coverage } from "./statistics.ts";

/** What a pane says of a mailbox that it looks through. */
export interface MailboxSaid {
  /** HMAC of the mailbox's address, lower case, under the key of the inquiry ids; base64url. */
  readonly mailbox: string;
  readonly kind: MailboxKind;
  /** Whose figures lack what this mailbox holds while nobody looks; null: the whole city's alone. */
  readonly department: string | null;
  /** Everything that arrived earlier was seen; null: never looked through to its end. */
  readonly lookedThrough: Instant | null;
  /** False once its person chose *Stop watching my mailbox*. */
  readonly watching: boolean;
}

export interface KnownMailbox extends MailboxSaid {
  /** When a pane last spoke of it, by the service's clock. */
  readonly saidAt: Instant;
}

export interface CoverageQuestion {
  readonly policy: Policy;
  /** Department ids in scope; null: all mailboxes, those of no department included. */
  readonly departments: readonly string[] | null;
  readonly calendar: BusinessCalendar;
  /** The last day of the period. */
  readonly through: LocalDay;
  readonly now: Instant;
  /** How an address is named in `MailboxSaid`. */
  readonly idOf: (address: string) => string;
}

/** A person's mailbox of which nothing was heard for so long is no longer counted: they will have left. */
const forgottenMs = 90 * dayMs;

/**
 * How many of the known mailboxes were seen. Known are those that the policy's departments name, whether any pane ever
 * spoke of them or not, and the persons' own of which a pane spoke within 90 days.
 *
 * Seen is one that is watched and was looked through on the last business day before today or since, or after the
 * period's end where that is longer ago. Of those not seen only the ones that a pane told of as shared come by name: a
 * department's list may hold people's own addresses, and nobody is to be watched by them.
 */
export function coverageOf(said: readonly KnownMailbox[], question: CoverageQuestion): Coverage {
  const { shared, own } = mailboxesIn(said, question);
  const isSeen = seenFrom(question);
  const unseen = shared.filter(({ known }) => known === null || !isSeen(known));
  return {
    known: shared.length + own.length,
    seen: shared.length - unseen.length + own.filter(isSeen).length,
    stopped: own.filter(({ watching }) => !watching).length,
    unseen: unseen.flatMap(({ name, known }) => (known === null ? [] : [{ name, lookedThrough: known.lookedThrough }])),
  };
}

/** False where a mailbox is not seen, or none is known: then the period is not fully seen, and reads "so far". */
export function isFullySeen({ known, seen }: Pick<Coverage, "known" | "seen">): boolean {
  return known > 0 && seen === known;
}

/** `isFullySeen` for many periods at once. @returns whether a period is, by its last day */
export function fullySeen(
  said: readonly KnownMailbox[],
  question: Omit<CoverageQuestion, "through">,
): (through: LocalDay) => boolean {
  const { shared, own } = mailboxesIn(said, question);
  const { calendar } = question;
  const days = [...shared.map(({ known }) => known), ...own].map((one) =>
    one === null ? null : seenOn(one, calendar),
  );
  const [first = null] = days.includes(null) ? [] : [...days].sort();
  const lastBusinessDay = calendar.previousBusinessDay(calendar.localDay(question.now));
  return (through) => first !== null && first >= seenBy(through, lastBusinessDay);
}

interface InScope {
  /** Null: no pane ever spoke of it. */
  readonly shared: readonly { readonly name: string; readonly known: KnownMailbox | null }[];
  readonly own: readonly KnownMailbox[];
}

function mailboxesIn(
  said: readonly KnownMailbox[],
  { policy, departments, now, idOf }: Omit<CoverageQuestion, "through">,
): InScope {
  const byId = new Map(said.map((one) => [one.mailbox, one]));
  const shared = Object.entries(policy.departments ?? {}).flatMap(([department, { mailboxes = [] }]) =>
    mailboxes
      .map((name) => ({ name, department, known: byId.get(idOf(name)) ?? null }))
      .filter(({ known }) => known?.kind !== "personal"),
  );
  const sharedIds = new Set(shared.map(({ known }) => known?.mailbox));
  const isInScope = ({ department }: { readonly department: string | null }): boolean =>
    departments === null || (department !== null && departments.includes(department));
  const own = said.filter(
    (one) =>
      one.kind === "personal" && !sharedIds.has(one.mailbox) && one.saidAt >= now - forgottenMs && isInScope(one),
  );
  return { shared: shared.filter(isInScope), own };
}

/** How many mailboxes ever told what they hold, by department; "" for those of none. */
export function contributingBy(said: readonly KnownMailbox[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { department, lookedThrough } of said)
    if (lookedThrough !== null) counts.set(department ?? "", (counts.get(department ?? "") ?? 0) + 1);
  return counts;
}

function seenFrom({ calendar, now, through }: CoverageQuestion): (one: MailboxSaid) => boolean {
  const from = seenBy(through, calendar.previousBusinessDay(calendar.localDay(now)));
  return (one) => (seenOn(one, calendar) ?? "") >= from;
}

/** The last day on which it was looked through, while it is watched. */
function seenOn({ watching, lookedThrough }: MailboxSaid, calendar: BusinessCalendar): LocalDay | null {
  return watching && lookedThrough !== null ? calendar.localDay(lookedThrough) : null;
}

/** The day from which on a mailbox must have been looked through, for a period to be seen. */
function seenBy(through: LocalDay, lastBusinessDay: LocalDay): LocalDay {
  const afterPeriod = addDays(through, 1);
  return lastBusinessDay < afterPeriod ? lastBusinessDay : afterPeriod;
}
