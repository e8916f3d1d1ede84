/** What is wrong or odd between the parts of a policy, each part being well written. */
import { segmentsOf } from "../calendar/openHours.ts";
import { orderBreak } from "../deadline/keepsOrder.ts";
import { calendarSettings } from "../inquiry/rules.ts";
import type { Problem } from "../time.ts";
import type { PolicyWords } from "../wording/policyWords.ts";
import { departmentsOf } from "./functions.ts";
import type { CalendarSettings, Department, HighVolumePeriod, Policy, ZoneTable } from "./policy.ts";
import { channelOf } from "./responseDays.ts";

/** Years from a receipt to a due date: dates have four digits, and `civicreply` takes receipts up to the year 9900. */
const mostYears = 90;

/** Problems across the document; warnings are what a city may want, but should know of. */
export function findings(policy: Policy, said: PolicyWords): readonly Problem[] {
  const departments = Object.entries(policy.departments ?? {});
  return [
    ...orderWarnings(policy, said),
    ...ofCounting(policy, said),
    ...ofMinutes(policy, said),
    ...departments.flatMap(([id, department]) => ofDepartment(policy, `departments.${id}`, department, said)),
    ...ofMailboxes(departments, said),
    ...ofFunctions(policy, said),
    ...(policy.highVolume ?? []).flatMap((period, index) => ofPeriod(policy, `highVolume[${index}]`, period, said)),
    ...ofPeriodIds(policy.highVolume ?? [], said),
    ...ofNamedFigures(policy, said),
  ];
}

/**
 * Warns where a later message can be due earlier, once for each reason.
 *
 * @param zones offsets of the calendars' zones: with them, clock changes are looked at too
 */
export function orderWarnings(policy: Policy, said: PolicyWords, zones: readonly ZoneTable[] = []): readonly Problem[] {
  const breaks = Object.values(calendarSettings(policy)).flatMap((settings) => {
    const zone = zones.find(({ zone }) => zone === settings.timeZone);
    return orderBreak(policy.counting, settings, zone) ?? [];
  });
  return [...new Set(breaks)].map((name) => ({ path: "counting.due", message: said[name], severity: "warning" }));
}

/** Combinations that the definitions allow and that surprise people. */
function ofCounting({ counting, channels }: Policy, said: PolicyWords): readonly Problem[] {
  const { receipt, count, due } = counting;
  const isOneDay = Object.values(channels).some((channel) => channel.responseDays === 1);
  if (isOneDay && count === "include" && receipt !== "hours" && (due === "close" || due === "sameTime")) {
    return [{ path: "counting.count", message: said.dueBeforeItCame(receipt), severity: "warning" }];
  }
  return [];
}

/** With due "minutes" a week with little office time can need more years than dates have. */
function ofMinutes(policy: Policy, said: PolicyWords): readonly Problem[] {
  if (policy.counting.due !== "minutes") return [];
  const days = longestPromise(policy);
  return Object.entries(calendarSettings(policy)).flatMap(
    ([path, { weekly, nominalDayMinutes }]): readonly Problem[] => {
      const years = (days * nominalDayMinutes) / Math.max(minutesAWeek(weekly), 1) / 52;
      if (years <= mostYears) return [];
      return [{ path: `${path}.nominalDayMinutes`, message: said.tooManyYears(days, mostYears), severity: "error" }];
    },
  );
}

function longestPromise({ channels, departments = {}, highVolume = [] }: Policy): number {
  const own = [...Object.values(departments), ...highVolume].flatMap(({ responseDays = {} }) =>
    Object.values(responseDays),
  );
  return Math.max(0, ...own, ...Object.values(channels).map(({ responseDays = 0 }) => responseDays));
}

function minutesAWeek(weekly: CalendarSettings["weekly"]): number {
  return Object.values(weekly)
    .flatMap(segmentsOf)
    .reduce((sum, [open, close]) => sum + close - open, 0);
}

/** A function's own response time (Policy 6,030 §5.2) may be longer than the city's only where something permits it. */
function ofDepartment(policy: Policy, path: string, department: Department, said: PolicyWords): readonly Problem[] {
  return Object.entries(department.responseDays ?? {}).flatMap(([channel, days]): readonly Problem[] => {
    const at = `${path}.responseDays.${channel}`;
    const city = channelOf(policy, channel);
    if (city === null) return [unknownChannel(at, policy, said)];
    if (days <= (city.responseDays ?? Infinity) || department.authority !== undefined) return [];
    const message = said.longerThanCity(days, city.responseDays ?? 0, city.clause);
    return [{ path: at, message, severity: "warning" }];
  });
}

function ofFunctions(policy: Policy, said: PolicyWords): readonly Problem[] {
  const { departments = {}, functions = {} } = policy;
  const known = Object.keys(functions);
  const unknown = Object.entries(departments).flatMap(([id, { function: work }]): readonly Problem[] => {
    if (work === undefined || known.includes(work)) return [];
    const message = said.unknownFunction(known.join(", "));
    return [{ path: `departments.${id}.function`, message, severity: "error" }];
  });
  const idle = known.filter((work) => departmentsOf(policy, work).length === 0);
  return [
    ...unknown,
    ...idle.map((work): Problem => ({ path: `functions.${work}`, message: said.idleFunction, severity: "warning" })),
  ];
}

function ofMailboxes(departments: readonly (readonly [string, Department])[], said: PolicyWords): readonly Problem[] {
  const owners = new Map<string, string>();
  return departments.flatMap(([id, { mailboxes = [] }]) =>
    mailboxes.flatMap((mailbox, index): readonly Problem[] => {
      const owner = owners.get(mailbox);
      owners.set(mailbox, owner ?? id);
      if (owner === undefined) return [];
      const message = said.mailboxTwice(mailbox, owner === id ? null : owner);
      return [{ path: `departments.${id}.mailboxes[${index}]`, message, severity: "error" }];
    }),
  );
}

/** AP-1077-23 §5.2 lengthens response times; a shorter one is a slip. */
function ofPeriod(policy: Policy, path: string, period: HighVolumePeriod, said: PolicyWords): readonly Problem[] {
  const found: Problem[] = [];
  if (period.to < period.from) {
    found.push({ path: `${path}.to`, message: said.periodReversed(period.to, period.from), severity: "error" });
  }
  for (const [channel, days] of Object.entries(period.responseDays)) {
    const at = `${path}.responseDays.${channel}`;
    const city = channelOf(policy, channel);
    if (city === null) found.push(unknownChannel(at, policy, said));
    else if (days <= (city.responseDays ?? 0)) {
      const message = said.notLonger(days, city.responseDays ?? 0);
      found.push({ path: at, message, severity: "error" });
    }
  }
  return found;
}

function ofPeriodIds(periods: readonly HighVolumePeriod[], said: PolicyWords): readonly Problem[] {
  const ids = periods.map(({ id }) => id);
  return ids.flatMap((id, index): readonly Problem[] => {
    if (ids.indexOf(id) === index) return [];
    return [{ path: `highVolume[${index}].id`, message: said.periodIdTwice(id), severity: "error" }];
  });
}

/** The staff is told first: what was answered before the announcement, or on its day, is counted by no person. */
function ofNamedFigures({ privacy }: Policy, said: PolicyWords): readonly Problem[] {
  const named = privacy?.namedFigures;
  if (named === undefined || named === false || named.announced < named.from) return [];
  const message = said.namedTooSoon(named.from, named.announced);
  return [{ path: "privacy.namedFigures.from", message, severity: "error" }];
}

function unknownChannel(path: string, policy: Policy, said: PolicyWords): Problem {
  return { path, message: said.unknownChannel(Object.keys(policy.channels).join(", ")), severity: "error" };
}
