/** The rules in force: a policy with its calendars, built once and shared by pane, service, command and statistics. */
import { businessCalendar, type BusinessCalendar } from "../calendar/businessCalendar.ts";
import type { CalendarSettings, Policy, ZoneTable } from "../policy/policy.ts";

export interface Rules {
  readonly policy: Policy;
  /** The city's. */
  readonly calendar: BusinessCalendar;
  /** A department's own calendar (Policy 6,030 §5.2); the city's for one that has none, is unknown, or is null. */
  readonly calendarOf: (department: string | null) => BusinessCalendar;
}

/** A policy with the offsets of each zone that its calendars name. */
export interface PolicyWithZones {
  readonly policy: Policy;
  readonly zones: readonly ZoneTable[];
}

/** Every calendar of a policy by its path in the document, the city's first. */
export function calendarSettings(policy: Policy): Readonly<Record<string, CalendarSettings>> {
  const own = Object.entries(policy.departments ?? {}).flatMap(([id, { calendar }]) =>
    calendar === undefined ? [] : [[`departments.${id}.calendar`, calendar] as const],
  );
  return { calendar: policy.calendar, ...Object.fromEntries(own) };
}

/** The first zone that a calendar of the policy names and for which there are no offsets, or null. */
export function missingZone({ policy, zones }: PolicyWithZones): string | null {
  const named = Object.values(calendarSettings(policy)).map(({ timeZone }) => timeZone);
  return named.find((name) => !zones.some(({ zone }) => zone === name)) ?? null;
}

export type MakeCalendar = typeof businessCalendar;

/** Makes each calendar once, for versions of a policy that differ in other things: it is most of what their rules hold. */
export function sharedCalendars(): MakeCalendar {
  const known = new Map<string, BusinessCalendar>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const calendar = known.get(key) ?? businessCalendar(...asked);
    known.set(key, calendar);
    return calendar;
  };
}

/** @throws RangeError when the policy came without a zone's offsets: a bug of whoever served it */
export function rulesOf({ policy, zones }: PolicyWithZones, makeCalendar: MakeCalendar = businessCalendar): Rules {
  const built = (settings: CalendarSettings): BusinessCalendar => {
    const table = zones.find(({ zone }) => zone === settings.timeZone);
    if (table === undefined) throw new RangeError(`no offsets for ${settings.timeZone}`);
    return makeCalendar(settings, table);
  };
  const calendar = built(policy.calendar);
  const own = new Map<string | null, BusinessCalendar>();
  for (const [id, department] of Object.entries(policy.departments ?? {})) {
    if (department.calendar !== undefined) own.set(id, built(department.calendar));
  }
  return { policy, calendar, calendarOf: (department) => own.get(department) ?? calendar };
}
