/** Proposes a year's closures for an Alberta municipality (calendar/README §2). Nothing closes until a policy holds it. */
import type { LocalDay } from "../time.ts";
import { dayNumber, dayOfNumber, weekdayIndex } from "./localDay.ts";

/** Which rule made a date: the words are in wording/holidayRules.ts. */
export type HolidayRule =
  "generalHoliday" | "customary" | "substitute" | "substituteByLaw" | "christmasClosure" | "imported";

export interface ProposedClosure {
  readonly date: LocalDay;
  readonly name: string;
  readonly rule: HolidayRule;
}

/** What differs most from one municipality to the next. */
export interface HolidayChoices {
  readonly easterMonday: boolean;
  /** The weekdays between Boxing Day and New Year's Day. */
  readonly christmasClosure: boolean;
  /** Whether Remembrance Day on a weekend gives a weekday off. */
  readonly remembranceMoves: boolean;
}

export const usualChoices: HolidayChoices = { easterMonday: false, christmasClosure: false, remembranceMoves: true };

const monday = 0;

/**
 * The nine general holidays, Heritage Day, September 30 and Boxing Day; a fixed date on a weekend moves to the next
 * weekday that is not itself a holiday, Christmas before Boxing Day.
 *
 * @param year four digits, from 1583 on (Gregorian Easter)
 */
export function proposeClosures(year: number, choices: HolidayChoices = usualChoices): readonly ProposedClosure[] {
  const holidays = [...movable(year, choices), ...fixed(year)];
  const taken = new Set(holidays.map(({ date }) => dayNumber(date)));
  const substitutes = fixed(year)
    .filter(({ name }) => choices.remembranceMoves || name !== "Remembrance Day")
    .filter(({ date }) => isWeekend(dayNumber(date)))
    .map(({ date, name }) => substitute(dayNumber(date), name, taken));
  const between = choices.christmasClosure ? christmasClosure(year, taken) : [];
  return [...holidays, ...substitutes, ...between].sort((a, b) => dayNumber(a.date) - dayNumber(b.date));
}

function fixed(year: number): readonly ProposedClosure[] {
  return [
    closure(numberOf(year, 1, 1), "New Year's Day", "generalHoliday"),
    closure(numberOf(year, 7, 1), "Canada Day", "generalHoliday"),
    closure(numberOf(year, 9, 30), "National Day for Truth and Reconciliation", "customary"),
    closure(numberOf(year, 11, 11), "Remembrance Day", "generalHoliday"),
    closure(numberOf(year, 12, 25), "Christmas Day", "generalHoliday"),
    closure(numberOf(year, 12, 26), "Boxing Day", "customary"),
  ];
}

function movable(year: number, { easterMonday }: HolidayChoices): readonly ProposedClosure[] {
  const easter = easterSunday(year);
  return [
    closure(nthMonday(year, 2, 3), "Alberta Family Day", "generalHoliday"),
    closure(easter - 2, "Good Friday", "generalHoliday"),
    ...(easterMonday ? [closure(easter + 1, "Easter Monday", "customary")] : []),
    closure(mondayBefore(numberOf(year, 5, 25)), "Victoria Day", "generalHoliday"),
    closure(nthMonday(year, 8, 1), "Heritage Day", "customary"),
    closure(nthMonday(year, 9, 1), "Labour Day", "generalHoliday"),
    closure(nthMonday(year, 10, 2), "Thanksgiving Day", "generalHoliday"),
  ];
}

/** Marks the substitute day as taken, so that Boxing Day cannot land on Christmas Day's. */
function substitute(number: number, name: string, taken: Set<number>): ProposedClosure {
  let found = number + 1;
  while (isWeekend(found) || taken.has(found)) found += 1;
  taken.add(found);
  const isLaw = name === "Canada Day" && found === number + 1;
  return closure(found, `${name} (observed)`, isLaw ? "substituteByLaw" : "substitute");
}

function christmasClosure(year: number, taken: ReadonlySet<number>): readonly ProposedClosure[] {
  const days = [27, 28, 29, 30, 31].map((date) => numberOf(year, 12, date));
  return days
    .filter((number) => !isWeekend(number) && !taken.has(number))
    .map((number) => closure(number, "Christmas closure", "christmasClosure"));
}

/** The Gregorian computus of Meeus, Jones and Butcher. */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  return numberOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function nthMonday(year: number, month: number, nth: number): number {
  const first = numberOf(year, month, 1);
  return first + ((7 - weekdayIndex(first)) % 7) + 7 * (nth - 1);
}

function mondayBefore(number: number): number {
  const back = (weekdayIndex(number) - monday + 7) % 7;
  return number - (back === 0 ? 7 : back);
}

function isWeekend(number: number): boolean {
  return weekdayIndex(number) >= 5;
}

function numberOf(year: number, month: number, date: number): number {
  const two = (part: number): string => String(part).padStart(2, "0");
  return dayNumber(`${String(year).padStart(4, "0")}-${two(month)}-${two(date)}` as LocalDay);
}

function closure(number: number, name: string, rule: HolidayRule): ProposedClosure {
  return { date: dayOfNumber(number), name, rule };
}
