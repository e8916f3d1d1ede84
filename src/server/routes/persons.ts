/** Named figures: everyone's own, those of a department for whoever may see it, and their erasure. */
import { addDays } from "../../domain/calendar/localDay.ts";
import { wholeWeeks } from "../../domain/timeliness/teamStatistics.ts";
import type { LocalDay } from "../../domain/time.ts";
import type { AppParts } from "../parts.ts";
import type { PersonsQuestion } from "../store/replyBy.ts";
import { departmentsSeen } from "./departmentsAsked.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";
import { doerOf } from "./upkeep.ts";

interface Counted {
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** Null: replies are counted by no person. */
  readonly namedFrom: LocalDay | null;
}

/** Whole weeks, and the moments between which their replies were sent. */
function countedOf(
  period: "week" | "4weeks",
  { policy: { rules }, now }: AppParts,
): { readonly days: Counted; readonly span: Pick<PersonsQuestion, "from" | "before"> } {
  const { calendar, policy } = rules;
  const { from, to } = wholeWeeks(calendar.localDay(now()), period === "week" ? 1 : 4);
  const named = policy.privacy?.namedFigures;
  return {
    days: { from, to, namedFrom: named ? named.from : null },
    span: { from: calendar.instantAt(from, 0), before: calendar.instantAt(addDays(to, 1), 0) },
  };
}

export function personsHandler(parts: AppParts): Handler<RouteOf<"persons">> {
  const { store, policy, now } = parts;
  return async ({ query: { department = null, period }, caller, reply }) => {
    const { days, span } = countedOf(period, parts);
    void reply.header("cache-control", "no-store");
    if (days.namedFrom === null) return { ...days, department, persons: [] };
    const departments = departmentsSeen(department, caller.sight);
    const at = now();
    const today = policy.rules.calendar.localDay(at);
    await store.audit.looked(doerOf(caller), departments ?? [""], at, today, "personsLooked");
    const persons = await store.persons({ ...span, departments, oid: null });
    return { ...days, department, persons: [...persons] };
  };
}

export function ownFiguresHandler(parts: AppParts): Handler<RouteOf<"ownFigures">> {
  return async ({ query: { period }, caller: { person }, reply }) => {
    const { days, span } = countedOf(period, parts);
    void reply.header("cache-control", "no-store");
    if (days.namedFrom === null) return { ...days, figures: null };
    const [own] = await parts.store.persons({ ...span, departments: null, oid: person.oid });
    return { ...days, figures: { replied: own?.replied ?? 0, inTime: own?.inTime ?? 0, late: own?.late ?? 0 } };
  };
}

export function erasePersonHandler({ store, now }: AppParts): Handler<RouteOf<"erasePerson">> {
  return async ({ body: { oid }, caller }) => {
    const at = now();
    const inquiries = await store.erasePerson(oid, at);
    // Not whose: the list is for everyone.
    await store.audit.note("personErased", doerOf(caller), at, { inquiries });
    return { inquiries };
  };
}
