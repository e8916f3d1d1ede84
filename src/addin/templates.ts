/** The policy's templates, filled from the message and the city's promise. */
import { subjectOf } from "../domain/triage/subject.ts";
import { byFit } from "../domain/acknowledgement/fit.ts";
import type { FilledTemplate, TemplateFields } from "../domain/acknowledgement/draft.ts";
import { greetingName } from "../domain/acknowledgement/greetingName.ts";
import { fillTemplate, promiseDays } from "../domain/acknowledgement/template.ts";
import { standingOf, type Rules } from "../domain/inquiry/derive.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { LocalDay } from "../domain/time.ts";
import type { Desk } from "./desk.ts";

/** How many days the pane offers to promise. */
const offeredDays = 10;

/**
 * The day that a reply promises when nobody chooses one: the day on which the answer is due anyway, or the next
 * business day once that is past or unknown.
 */
export function usualPromise(desk: Desk, rules: Rules): LocalDay {
  const now = desk.ports.clock.now();
  const standing = standingOnDesk(desk, rules);
  const calendar = rules.calendarOf(standing?.datedBy ?? null);
  const today = calendar.localDay(now);
  const dueDay = standing?.due?.dueDay;
  return dueDay !== undefined && dueDay >= today ? dueDay : calendar.nextBusinessDay(today);
}

/** Business days that may be promised: the usual one first, then the others in order. */
export function offeredPromises(desk: Desk, rules: Rules): readonly LocalDay[] {
  const usual = usualPromise(desk, rules);
  const calendar = rules.calendarOf(standingOnDesk(desk, rules)?.datedBy ?? null);
  const days = promiseDays(calendar, desk.ports.clock.now(), offeredDays);
  return [usual, ...days.filter((day) => day !== usual)];
}

/**
 * The policy's templates in the reader's language, the best fit for where the inquiry stands first.
 *
 * @param promisedDay null: the usual one
 */
export function filledTemplates(desk: Desk, rules: Rules, promisedDay: LocalDay | null): readonly FilledTemplate[] {
  const fields = fieldsOf(desk, rules, promisedDay ?? usualPromise(desk, rules));
  const filled = (rules.policy.templates ?? []).map((template) => fillTemplate(template, fields, desk.language));
  return byFit(filled, standingOnDesk(desk, rules), rules.policy.counting.met);
}

/** What message, reader and policy say about the fields; an unknown one is left out and shows as missing. */
function fieldsOf(desk: Desk, rules: Rules, promisedDay: LocalDay): TemplateFields {
  const { inquiry, language } = desk;
  const { policy } = rules;
  const standing = standingOnDesk(desk, rules);
  const customer = inquiry?.triage.customer ?? desk.draft?.recipients[0] ?? null;
  const greeting = customer === null ? null : greetingName(customer);
  const department = standing?.department == null ? undefined : policy.departments?.[standing.department];
  const commitment = policy.commitment?.texts;
  const known: Record<keyof TemplateFields, string | null | undefined> = {
    customer: greeting,
    handler: desk.ports.mail.user.name,
    promisedDay,
    subject: subjectOf(inquiry?.subject ?? desk.draft?.item.subject ?? "").bare,
    department: department?.names?.[language] ?? department?.name,
    city: cityName(policy),
    commitment: commitment?.[language] ?? Object.values(commitment ?? {})[0],
    receivedDay: standing === null ? null : rules.calendarOf(standing.datedBy).localDay(standing.receivedAt),
    contact: desk.ports.mail.user.address,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value != null && value !== ""));
}

function standingOnDesk(desk: Desk, rules: Rules): Standing | null {
  return desk.inquiry === null ? null : standingOf(desk.inquiry.facts, rules, desk.ports.clock.now());
}

/** "City of Example: Customer Service 6,030" names the city before its paper. */
function cityName(policy: Policy): string {
  return policy.name.split(":")[0]?.trim() ?? policy.name;
}
