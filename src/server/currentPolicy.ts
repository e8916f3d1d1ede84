/** The policy in force: read once at start, with calendar, zone offsets, and the text that clients are served. */
import type { ServedPolicy } from "../contract/served.ts";
import { calendarSettings, rulesOf, type Rules } from "../domain/inquiry/rules.ts";
import { parsePolicy } from "../domain/policy/parsePolicy.ts";
import type { Policy, ZoneTable } from "../domain/policy/policy.ts";
import type { Result } from "../domain/time.ts";
import type { Language } from "../domain/wording/dates.ts";
import { policyWords } from "../domain/wording/policyWords.ts";
import { etagOf } from "./etag.ts";
import { zoneTable } from "./zoneTable.ts";

export interface CurrentPolicy {
  readonly rules: Rules;
  /** JSON of GET /api/policy. */
  readonly body: string;
  /** Strong entity tag, quotes included. */
  readonly etag: string;
}

/** The city's own zone, then each other one that a department's calendar names. */
function zonesOf(policy: Policy, language: Language): Result<readonly ZoneTable[]> {
  const zones = new Map<string, ZoneTable>();
  for (const [path, { timeZone }] of Object.entries(calendarSettings(policy))) {
    const table = zoneTable(timeZone, undefined, undefined, language);
    if (!table.ok) return { ok: false, problems: table.problems.map((one) => ({ ...one, path: `${path}.timeZone` })) };
    zones.set(timeZone, table.value);
  }
  return { ok: true, value: [...zones.values()], warnings: [] };
}

/**
 * A policy document with the offsets of each zone that its calendars name, as it is served.
 *
 * @param language of the problems' sentences
 * @returns every problem of the document with its path, or that a zone is unknown
 */
export function servedPolicy(document: unknown, language: Language = "en"): Result<ServedPolicy> {
  const read = parsePolicy(document, policyWords[language]);
  if (!read.ok) return read;
  const policy = read.value;
  const zones = zonesOf(policy, language);
  return zones.ok ? { ok: true, value: { policy, zones: zones.value }, warnings: read.warnings } : zones;
}

/** Everything the service needs of a policy document. */
export function currentPolicy(document: unknown, language: Language = "en"): Result<CurrentPolicy> {
  const served = servedPolicy(document, language);
  if (!served.ok) return served;
  const body = JSON.stringify(served.value);
  return { ok: true, value: { rules: rulesOf(served.value), body, etag: etagOf(body) }, warnings: served.warnings };
}
