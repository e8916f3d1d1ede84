/** Where an inquiry stands: one pure function of facts, rules and now, so two observers cannot disagree. */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import { datesOf } from "../deadline/dates.ts";
import type { Due, TimeSource } from "../deadline/due.ts";
import { instant, type Instant } from "../time.ts";
import { earliest, evidenceOf, ofKind, type Evidence } from "./evidence.ts";
import { clockSaid } from "./clock.ts";
import type { Fact, FactId } from "./fact.ts";
import { register, type Said } from "./registers.ts";
import { promiseOf, repliesTo, type Replies } from "./replies.ts";
import type { Rules } from "./rules.ts";
import type { Outcome, Standing, StandingState } from "./standing.ts";

export type { Rules } from "./rules.ts";
export { unionOf } from "./union.ts";

interface Receipt {
  readonly at: Instant;
  readonly source: TimeSource;
  readonly fact: Fact;
}

/**
 * Where one inquiry stands at `now`.
 *
 * @param facts facts of one inquiry, in any order, repeated or not
 * @returns null when no `received` fact stands: then nothing is known to have arrived
 */
export function standingOf(facts: readonly Fact[], rules: Rules, now: Instant): Standing | null {
  const evidence = evidenceOf(facts);
  const received = receiptOf(evidence);
  const channel = channelOf(evidence);
  if (received === null || channel === null) return null;
  const department = departmentOf(evidence);
  const { policy } = rules;
  const datedBy = receiverOf(evidence);
  const calendar = rules.calendarOf(datedBy);
  const dates = datesOf({ policy, calendar, channel: channel.value, department: datedBy, receivedAt: received.at });
  const due = dates?.due ?? null;
  const replies = repliesTo(ofKind(evidence.standing, "replied"), received.at, policy.counting);
  const clock = clockSaid(evidence, { department: department?.value ?? null, isMet: replies.met !== null });
  const exclusion = clock?.fact.kind === "excluded" ? clock : null;
  const closed = replies.closing !== null;
  const claim = closed ? null : claimOf(evidence, now);
  const compliments = ofKind(evidence.standing, "compliment");
  return {
    inquiry: received.fact.inquiry,
    state: exclusion !== null ? "excluded" : stateOf(replies, due, calendar, now),
    outcome: exclusion !== null ? null : outcomeOf(replies, due, now),
    channel: channel.value,
    department: department?.value ?? null,
    datedBy,
    receivedAt: received.at,
    timeSource: received.source,
    due,
    announced: dates?.announced ?? null,
    metAt: replies.met?.at ?? null,
    metBy: replies.met === null ? null : { replyKind: replies.met.replyKind, way: replies.met.way },
    acknowledgedAt: closed ? null : (replies.acknowledgement?.at ?? null),
    promise: promiseOf(replies, calendar, now),
    closed,
    closedAt: replies.closing?.at ?? null,
    excludedReason: exclusion?.value ?? null,
    excludedAfterDue: exclusion !== null && due !== null && exclusion.fact.saidAt > due.dueAt,
    claimedUntil: claim === null ? null : instant(Number(claim.value)),
    compliments: compliments.map(({ at }) => at).sort((a, b) => a - b),
    restsOn: idsOf(evidence, [
      ...[
        earliest(ofKind(evidence.standing, "received")),
        received.fact,
        channel.fact,
        department?.fact,
        clock?.fact,
        claim?.fact,
      ],
      ...[replies.met, replies.closing, replies.acknowledgement, ...replies.promises, ...compliments],
    ]),
  };
}

/** The first receipt, unless somebody says on which day a letter came. */
function receiptOf({ standing }: Evidence): Receipt | null {
  const first = earliest(ofKind(standing, "received"));
  if (first === null) return null;
  const set = register(ofKind(standing, "receivedSet").map((fact) => ({ value: String(fact.receivedAt), fact })));
  if (set === null) return { at: first.at, source: first.timeSource, fact: first };
  return { at: instant(Number(set.value)), source: "person", fact: set.fact };
}

function channelOf({ standing }: Evidence): Said<string> | null {
  const said = [...ofKind(standing, "received"), ...ofKind(standing, "channelSet")];
  return register(said.map((fact) => ({ value: fact.channel, fact })));
}

/** Moving the department never moves the date: it stays with the first one that received the inquiry. */
function receiverOf({ standing }: Evidence): string | null {
  const first = earliest(ofKind(standing, "received").filter(({ department }) => department !== null));
  return first?.department ?? null;
}

/** Whose it is now: a mailbox of no department says nothing. */
function departmentOf({ standing }: Evidence): Said<string> | null {
  const said = [...ofKind(standing, "received"), ...ofKind(standing, "departmentSet")];
  return register(said.flatMap((fact) => (fact.department === null ? [] : [{ value: fact.department, fact }])));
}

/** "I'm on it", while it lasts. */
function claimOf({ standing }: Evidence, now: Instant): Said<string> | null {
  const said = register(ofKind(standing, "claimed").map((fact) => ({ value: String(fact.until), fact })));
  return said !== null && Number(said.value) > now ? said : null;
}

function stateOf(replies: Replies, due: Due | null, calendar: BusinessCalendar, now: Instant): StandingState {
  const { met, closing } = replies;
  if (met !== null && closing === null) return "promised";
  if (met !== null) return due === null ? "replied" : met.at <= due.dueAt ? "repliedInTime" : "repliedLate";
  if (due === null) return "noDate";
  if (now > due.dueAt) return "overdue";
  const today = calendar.localDay(now);
  if (today >= due.dueDay) return "dueToday";
  return today >= calendar.previousBusinessDay(due.dueDay) ? "dueSoon" : "onTrack";
}

/** Compliance's four outcomes; null where nothing is due. A reply exactly at the due instant is on time. */
function outcomeOf({ met }: Replies, due: Due | null, now: Instant): Outcome {
  if (due === null) return null;
  if (met !== null) return met.at <= due.dueAt ? "repliedOnTime" : "repliedLate";
  return now <= due.dueAt ? "openOnTime" : "openOverdue";
}

function idsOf({ undone }: Evidence, used: readonly (Fact | null | undefined)[]): readonly FactId[] {
  const ids = [...used, ...undone].flatMap((fact) => (fact === null || fact === undefined ? [] : [fact.id]));
  return [...new Set(ids)].sort();
}
