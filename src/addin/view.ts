/** What the pane shows of an inquiry: plain data, derived anew whenever time passes. */
import { explainDue } from "../domain/deadline/explain.ts";
import { standingOf, type Rules } from "../domain/inquiry/derive.ts";
import { evidenceOf, ofKind } from "../domain/inquiry/evidence.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import type { Instant } from "../domain/time.ts";
import type { MessageView } from "./addin.ts";
import type { KnownInquiry } from "./desk.ts";

/**
 * @param undo the step just taken, when it can be taken back
 * @param now decides between on track and overdue
 */
export function messageView(inquiry: KnownInquiry, rules: Rules, now: Instant, undo: MessageView["undo"]): MessageView {
  const standing = standingOf(inquiry.facts, rules, now);
  return {
    kind: "message",
    internetMessageId: inquiry.internetMessageId,
    subject: inquiry.subject,
    triage: inquiry.triage,
    standing,
    explanation: standing === null ? null : explanationOf(standing, rules),
    customer: inquiry.triage.customer,
    canWriteBack: inquiry.triage.customer !== null,
    waiting: standing === null || standing.closed ? 0 : inquiry.waiting,
    ...timeLeft(standing, rules, now),
    answeredByTeam: answeredByTeam(inquiry, standing),
    replyReturned: standing?.metAt === null && evidenceOf(inquiry.facts).undone.some(({ kind }) => kind === "returned"),
    compliment: ofKind(evidenceOf(inquiry.facts).standing, "compliment").length > 0,
    neverOffers: inquiry.neverOffers,
    undo,
  };
}

function explanationOf(standing: Standing, { policy, calendarOf }: Rules): MessageView["explanation"] {
  const { channel, datedBy: department, receivedAt, timeSource } = standing;
  return explainDue({ policy, calendar: calendarOf(department), channel, department, receivedAt, timeSource });
}

/** Open business time and business days until the reply is due; nothing once it went out or nobody waits for it. */
export function timeLeft(
  standing: Standing | null,
  { calendarOf }: Rules,
  now: Instant,
): Pick<MessageView, "businessMsLeft" | "businessDaysLeft"> {
  if (standing?.due == null || standing.metAt !== null || standing.excludedReason !== null) {
    return { businessMsLeft: null, businessDaysLeft: null };
  }
  const calendar = calendarOf(standing.datedBy);
  return {
    businessMsLeft: calendar.businessTime(now, standing.due.dueAt),
    businessDaysLeft: calendar.businessDaysBetween(calendar.localDay(now), standing.due.dueDay),
  };
}

/** Nothing that was said here, by rule or person, is the reply that met the response time. */
function answeredByTeam({ entry }: KnownInquiry, standing: Standing | null): boolean {
  if (entry === null || standing?.metAt == null) return false;
  return !entry.observations.some(({ kind, at }) => kind === "replied" && at === standing.metAt);
}
