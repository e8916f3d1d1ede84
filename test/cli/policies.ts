/** Policy files for tests of the command, written to the temporary folder. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CountingRules } from "../../src/domain/policy/policy.ts";
import { exampleSettings } from "../fixtures/calendar/examples.ts";
import { usual } from "../support/office.ts";

const folder = mkdtempSync(join(tmpdir(), "civicreply-"));
let written = 0;

/** A file with that text; the path. */
export function file(text: string): string {
  written += 1;
  const path = join(folder, `policy-${written}.json`);
  writeFileSync(path, text);
  return path;
}

/** A worked example's calendar as a policy, with a channel `in-N` for each N promised. */
export function examplePolicy(
  calendar: string,
  counting: CountingRules = usual,
  examples: readonly { readonly days: number }[] = [{ days: 1 }],
): string {
  const days = [...new Set(examples.map((one) => one.days))];
  const channels = Object.fromEntries(
    days.map((n) => [`in-${n}`, { name: `In ${n}`, kind: "email", responseDays: n }]),
  );
  return file(
    JSON.stringify({ name: calendar, version: "1", calendar: exampleSettings[calendar], counting, channels }),
  );
}
