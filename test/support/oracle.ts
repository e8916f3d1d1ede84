/**
 * Calendar and due dates the slow way, straight from the definitions of calendar/README §3: a walk minute by minute
 * over instants, with no day numbers, no loops over days and nothing shared with the product but its types.
 * Calendars and zones given to it must change on whole minutes.
 */
import type { CalendarSettings, CountingRules, OpenHours, Weekday, ZoneTable } from "../../src/domain/policy/policy.ts";

const minute = 60_000;
const weekdays: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

export interface Oracle {
  businessTime(from: number, to: number): number;
  dueAt(counting: CountingRules, days: number, receivedAt: number): number;
}

export function oracle(settings: CalendarSettings, zone: ZoneTable): Oracle {
  const offsetAt = (at: number): number => {
    let offset = zone.base;
    for (const [seconds, next] of zone.transitions) if (seconds * 1000 <= at) offset = next;
    return offset * minute;
  };
  /** Local date and time as text, "2026-11-20T16:30". */
  const wall = (at: number): string => new Date(at + offsetAt(at)).toISOString().slice(0, 16);
  const dateOf = (at: number): string => wall(at).slice(0, 10);

  const hoursOf = (date: string): OpenHours => {
    const special = settings.special[date];
    if (special !== undefined) return special;
    if (settings.closures.some((closure) => closure.date === date)) return [];
    return settings.weekly[weekdays[new Date(`${date}T00:00Z`).getUTCDay()]!] ?? [];
  };
  const isBusiness = (date: string): boolean => hoursOf(date).length > 0;

  /** The first instant whose wall clock shows that time; a skipped time moves forward by what was skipped. */
  const moments = new Map<string, number>();
  const moment = (date: string, time: string): number => {
    const key = `${date}T${time}`;
    const found = moments.get(key) ?? lookUp(date, time);
    moments.set(key, found);
    return found;
  };
  const lookUp = (date: string, time: string): number => {
    if (time === "24:00") return moment(nextDate(date), "00:00");
    const asUtc = Date.parse(`${date}T${time}Z`);
    for (let at = asUtc - 15 * 60 * minute; at <= asUtc + 15 * 60 * minute; at += minute) {
      if (wall(at) === `${date}T${time}`) return at;
    }
    return asUtc - offsetAt(asUtc - 24 * 60 * minute);
  };
  const nextDate = (date: string): string =>
    new Date(Date.parse(`${date}T00:00Z`) + 1440 * minute).toISOString().slice(0, 10);

  /** Open in the minute that begins at `at`. */
  const isOpen = (at: number): boolean =>
    hoursOf(dateOf(at)).some(([open, close]) => moment(dateOf(at), open) <= at && at < moment(dateOf(at), close));
  const nextOpening = (at: number): number => {
    let found = at;
    while (!isOpen(found)) found = Math.floor(found / minute) * minute + minute;
    return found;
  };
  const nextBusinessDate = (date: string): string => {
    let found = nextDate(date);
    while (!isBusiness(found)) found = nextDate(found);
    return found;
  };

  const startOf = (counting: CountingRules, receivedAt: number): number => {
    if (counting.receipt === "calendarDay") return receivedAt;
    if (counting.receipt === "businessDay" && isBusiness(dateOf(receivedAt))) return receivedAt;
    return nextOpening(receivedAt);
  };
  const sameTime = (date: string, start: number): number => {
    const time = wall(start).slice(11);
    const wanted = moment(date, time) + (start % minute);
    const hours = hoursOf(date).map(([open, close]) => [moment(date, open), moment(date, close)] as const);
    const holding = hours.find(([, close]) => wanted <= close);
    return holding === undefined ? hours[hours.length - 1]![1] : Math.max(wanted, holding[0]);
  };
  const afterMinutes = (days: number, start: number): number => {
    let left = days * settings.nominalDayMinutes * minute;
    let at = start;
    for (;;) {
      const next = Math.floor(at / minute) * minute + minute;
      if (isOpen(at)) {
        if (left <= next - at) return at + left;
        left -= next - at;
      }
      at = next;
    }
  };

  return {
    businessTime: (from, to) => {
      if (from > to) return 0 - oracle(settings, zone).businessTime(to, from);
      let total = 0;
      for (let at = from; at < to;) {
        const next = Math.min(Math.floor(at / minute) * minute + minute, to);
        if (isOpen(at)) total += next - at;
        at = next;
      }
      return total;
    },
    dueAt: (counting, days, receivedAt) => {
      const start = startOf(counting, receivedAt);
      if (counting.due === "minutes") return afterMinutes(days, start);
      const isFirst = counting.count === "include" && isBusiness(dateOf(start));
      let date = isFirst ? dateOf(start) : nextBusinessDate(dateOf(start));
      for (let counted = 1; counted < days; counted += 1) date = nextBusinessDate(date);
      if (counting.due === "midnight") return moment(nextDate(date), "00:00");
      if (counting.due === "sameTime") return sameTime(date, start);
      return Math.max(...hoursOf(date).map(([, close]) => moment(date, close)));
    },
  };
}
