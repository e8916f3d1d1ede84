/** Reads the policy's calendar: opening hours, closures, special hours. */
import { weekdays } from "../calendar/localDay.ts";
import { minutesOf, segmentsOf } from "../calendar/openHours.ts";
import type { CalendarSettings, OpenHours, Weekday } from "./policy.ts";
import { checked, inside, invalid, listOf, object, recordOf, report, text, value, wholeNumber } from "./reader.ts";
import type { Place, Reader } from "./reader.ts";
import { cited, localDay } from "./words.ts";

const timePair = value(
  (said) => said.hoursPair,
  (found): found is readonly [string, string] =>
    Array.isArray(found) &&
    found.length === 2 &&
    found.every((time) => typeof time === "string" && minutesOf(time) !== null),
);

const segment = checked(timePair, ([open, close]) => (open < close ? null : (said) => said.closesFirst(open, close)));

const openHours: Reader<OpenHours> = checked(
  listOf((said) => said.segments, segment),
  (hours) => {
    const clash = hours.findIndex(([open], index) => open < (hours[index - 1]?.[1] ?? ""));
    if (clash < 0) return null;
    return (said) => said.overlap(clash + 1, hours[clash]?.[0] ?? "", hours[clash - 1]?.[1] ?? "");
  },
);

const weekly = checked(
  object(
    (said) => said.weekly,
    {},
    Object.fromEntries(weekdays.map((day) => [day, openHours])) as Record<Weekday, typeof openHours>,
  ),
  (week) =>
    weekdays.some((day) => (week[day] ?? []).length > 0) ? null : (said) => said.noOpenDay(weekdays.join(", ")),
);

const closure = object((said) => said.closure, { date: localDay, name: text((said) => said.closureName) }, cited);

const closures = checked(
  listOf((said) => said.closures, closure),
  (list) => {
    const seen = new Map<string, number>();
    for (const [index, { date }] of list.entries()) {
      const first = seen.get(date);
      if (first !== undefined) return (said) => said.closureTwice(date, first, index);
      seen.set(date, index);
    }
    return null;
  },
);

const fields = object(
  (said) => said.calendar,
  { timeZone: text((said) => said.timeZone, /^[A-Za-z][A-Za-z0-9_+/-]*$/), weekly },
  {
    closures,
    special: recordOf((said) => said.special, localDay, openHours),
    nominalDayMinutes: wholeNumber(1, 1440, (said) => said.nominalDay),
    confirmedThrough: localDay,
    ...cited,
  },
);

/** The calendar, with nothing closed or special where the document says nothing. */
export const calendar: Reader<CalendarSettings> = {
  expected: fields.expected,
  read: (found, place) => {
    const read = fields.read(found, place);
    if (read === invalid) return invalid;
    warnOfGaps(read, place);
    const nominalDayMinutes = read.nominalDayMinutes ?? longestDay(read.weekly);
    return { ...read, closures: read.closures ?? [], special: read.special ?? {}, nominalDayMinutes };
  },
};

function warnOfGaps(read: Partial<CalendarSettings>, place: Place): void {
  if (read.confirmedThrough === undefined) {
    report(inside(place, "confirmedThrough"), (said) => said.noConfirmation, "warning");
  }
  if (read.nominalDayMinutes === undefined) {
    report(inside(place, "nominalDayMinutes"), (said) => said.noNominalDay, "warning");
  }
}

function longestDay(week: CalendarSettings["weekly"]): number {
  const minutes = (hours: OpenHours): number => segmentsOf(hours).reduce((sum, [open, close]) => sum + close - open, 0);
  return Math.max(...weekdays.map((day) => minutes(week[day] ?? [])));
}
