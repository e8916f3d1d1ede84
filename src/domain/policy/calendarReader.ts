/** Reads the policy's calendar: opening hours, closures, special hours. */
import { weekdays } from "../calendar/localDay.ts";
import { minutesOf, segmentsOf } from "../calendar/openHours.ts";
import type { CalendarSettings, OpenHours, Weekday } from "./policy.ts";
import { checked, inside, invalid, listOf, object, recordOf, report, text, value, wholeNumber } from "./reader.ts";
import type { Place, Reader } from "./reader.ts";
import { cited, localDay } from "./words.ts";

const timePair = value(
  'opening and closing time, such as ["08:30", "16:30"]; "24:00" is the next midnight',
  (found): found is readonly [string, string] =>
    Array.isArray(found) &&
    found.length === 2 &&
    found.every((time) => typeof time === "string" && minutesOf(time) !== null),
);

const segment = checked(timePair, ([open, close]) =>
  open < close
    ? null
    : `closes at ${close}, not after it opens at ${open}: put the opening first; a night is two segments, one to 24:00 and one from 00:00 of the next day`,
);

const openHours: Reader<OpenHours> = checked(
  listOf("a list of segments; an empty one means closed", segment),
  (hours) => {
    const clash = hours.findIndex(([open], index) => open < (hours[index - 1]?.[1] ?? ""));
    if (clash < 0) return null;
    return `segment ${clash + 1} opens at ${hours[clash]?.[0] ?? ""}, before the one in front of it closes at ${hours[clash - 1]?.[1] ?? ""}: list them in the day's order without overlap`;
  },
);

const weekly = checked(
  object(
    "opening hours by weekday",
    {},
    Object.fromEntries(weekdays.map((day) => [day, openHours])) as Record<Weekday, typeof openHours>,
  ),
  (week) =>
    weekdays.some((day) => (week[day] ?? []).length > 0)
      ? null
      : `has no open day, so no reply could ever be due: give at least one of ${weekdays.join(", ")} its hours`,
);

const closure = object(
  'a closure such as { "date": "2026-12-25", "name": "Christmas Day" }',
  { date: localDay, name: text("the closure's name") },
  cited,
);

const closures = checked(listOf("a list of closures", closure), (list) => {
  const seen = new Map<string, number>();
  for (const [index, { date }] of list.entries()) {
    const first = seen.get(date);
    if (first !== undefined) return `${date} stands twice, at [${first}] and [${index}]: keep one of them`;
    seen.set(date, index);
  }
  return null;
});

const fields = object(
  "the calendar: time zone, weekly hours, closures",
  { timeZone: text("an IANA time zone such as America/Edmonton", /^[A-Za-z][A-Za-z0-9_+/-]*$/), weekly },
  {
    closures,
    special: recordOf('other hours by day, such as { "2026-12-24": [["08:30", "12:00"]] }', localDay, openHours),
    nominalDayMinutes: wholeNumber("the minutes of a usual business day, a whole number from 1 to 1440", 1, 1440),
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
    const message =
      "is missing, so every due date is provisional: give the last day whose closures an administrator confirmed";
    report(inside(place, "confirmedThrough"), message, "warning");
  }
  if (read.nominalDayMinutes === undefined) {
    report(inside(place, "nominalDayMinutes"), "is missing: the longest weekday's open minutes are taken", "warning");
  }
}

function longestDay(week: CalendarSettings["weekly"]): number {
  const minutes = (hours: OpenHours): number => segmentsOf(hours).reduce((sum, [open, close]) => sum + close - open, 0);
  return Math.max(...weekdays.map((day) => minutes(week[day] ?? [])));
}
