/** What every command that shows dates does first: open the policy, and say what stands behind its dates. */
import type { BusinessCalendar } from "../domain/calendar/businessCalendar.ts";
import { isOlderThanAYear } from "../domain/calendar/tzdataAge.ts";
import type { Rules } from "../domain/inquiry/rules.ts";
import { confirmationNotice } from "../domain/policy/confirmation.ts";
import { confirmationSentence } from "../domain/wording/confirmation.ts";
import { openPolicy } from "./policyFile.ts";
import { problemLine, refused, warn, wordsOf, type Terminal } from "./terminal.ts";

/** The policy, or the exit status after every problem was said; its warnings are said too. */
export async function openingPolicy(terminal: Terminal, file: string | undefined): Promise<Rules | number> {
  const said = wordsOf(terminal);
  const opened = await openPolicy(file, terminal.language);
  if (!opened.ok) {
    warn(terminal, said.policyUnusable(file), ...opened.problems.map((problem) => problemLine(problem, said)));
    return refused;
  }
  warn(terminal, ...opened.warnings.map((problem) => problemLine(problem, said)));
  return opened.value;
}

/** The same for a command that shows dates: it also says the tz database behind them. */
export async function openingCalendar(terminal: Terminal, file: string | undefined): Promise<Rules | number> {
  const rules = await openingPolicy(terminal, file);
  if (typeof rules !== "number") warn(terminal, ...zoneLines(terminal, rules));
  return rules;
}

/** The tz database behind the dates, and a warning of its age. */
export function zoneLines(terminal: Terminal, { calendar }: Rules): readonly string[] {
  const said = wordsOf(terminal);
  const { zone, tzdata } = calendar.zone;
  const isOld = isOlderThanAYear(tzdata, calendar.localDay(terminal.now()));
  return [said.localTimes(zone, tzdata), ...(isOld ? [said.oldZones(tzdata)] : [])];
}

/** From 60 days before a calendar's last confirmed day: one warning; none while the confirmed days reach far enough. */
export function confirmationLines(terminal: Terminal, calendar: BusinessCalendar): readonly string[] {
  const notice = confirmationNotice(calendar.settings, calendar.localDay(terminal.now()));
  return notice === null ? [] : [confirmationSentence(notice, terminal.language)];
}

/** The same for the city's calendar and each department's own, by name. */
export function allConfirmationLines(terminal: Terminal, { policy, calendar, calendarOf }: Rules): readonly string[] {
  const own = Object.entries(policy.departments ?? {}).filter(([, department]) => department.calendar !== undefined);
  return [
    ...confirmationLines(terminal, calendar),
    ...own.flatMap(([id, { name, names }]) =>
      confirmationLines(terminal, calendarOf(id)).map((line) =>
        wordsOf(terminal).ofDepartment(names?.[terminal.language] ?? name, line),
      ),
    ),
  ];
}
