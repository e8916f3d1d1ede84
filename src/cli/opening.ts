/** What every command that shows dates does first: open the policy, and say what stands behind its dates. */
import type { Language } from "../domain/wording/dates.ts";
import { isOlderThanAYear } from "../domain/calendar/tzdataAge.ts";
import type { Rules } from "../domain/inquiry/rules.ts";
import { confirmationNotice } from "../domain/policy/confirmation.ts";
import { confirmationSentence } from "../domain/wording/confirmation.ts";
import { openPolicy } from "./policyFile.ts";
import { problemLine, refused, warn, type Terminal } from "./terminal.ts";

/** The policy, or the exit status after every problem was said. */
export async function openingPolicy(
  terminal: Terminal,
  file: string | undefined,
  language: Language,
): Promise<Rules | number> {
  const opened = await openPolicy(file);
  if (!opened.ok) {
    warn(terminal, `the policy ${file ?? "of the package"} cannot be used:`, ...opened.problems.map(problemLine));
    return refused;
  }
  warn(terminal, ...opened.warnings.map(problemLine), ...standing(terminal, opened.value, language));
  return opened.value;
}

/** The tz database behind the dates, and warnings of its age and of closures that run out. */
export function standing({ now }: Terminal, { calendar }: Rules, language: Language): readonly string[] {
  const { zone, tzdata } = calendar.zone;
  const today = calendar.localDay(now());
  const notice = confirmationNotice(calendar.settings, today);
  return [
    `Local times of ${zone} come from tz database ${tzdata}.`,
    ...(isOlderThanAYear(tzdata, today)
      ? [`tz database ${tzdata} is older than a year: update the package moment-timezone.`]
      : []),
    ...(notice === null ? [] : [confirmationSentence(notice, language)]),
  ];
}
