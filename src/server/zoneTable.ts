/** Offsets of a time zone from current tz data, never from the machine: calendar/README §1. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ZoneTable } from "../domain/policy/policy.ts";
import type { Result } from "../domain/time.ts";
import type { Language } from "../domain/wording/dates.ts";
import { policyWords } from "../domain/wording/policyWords.ts";
import { unpackZone, type UnpackedZone } from "./packedZone.ts";

/** moment-timezone's data file; the library itself is not loaded. */
interface PackedData {
  readonly version: string;
  readonly zones: readonly string[];
  /** "canonical|alias" */
  readonly links: readonly string[];
}

let loaded: { readonly version: string; readonly packed: ReadonlyMap<string, string> } | null = null;

/** The tz database's version in use, such as "2026f". */
export function tzdataVersion(): string {
  return data().version;
}

/** The years (UTC) whose changes are kept one by one; the data itself ends with the last. */
export const zoneYears = { first: 2000, last: 2037 };

/**
 * The offsets of one zone, ready to travel with a policy.
 *
 * @param timeZone IANA name, such as "America/Edmonton"; links such as "Canada/Mountain" too
 * @param fromYear first year (UTC) whose changes are kept one by one; `base` is the offset at its start
 * @param toYear last year
 * @param language of the sentence for a zone that is none
 */
export function zoneTable(
  timeZone: string,
  fromYear = zoneYears.first,
  toYear = zoneYears.last,
  language: Language = "en",
): Result<ZoneTable> {
  const { version, packed } = data();
  const found = packed.get(timeZone);
  if (found === undefined) return unknownZone(timeZone, language);
  return {
    ok: true,
    value: { zone: timeZone, tzdata: version, ...between(unpackZone(found), fromYear, toYear) },
    warnings: [],
  };
}

function between(zone: UnpackedZone, fromYear: number, toYear: number): Pick<ZoneTable, "base" | "transitions"> {
  const start = Date.UTC(fromYear, 0, 1) / 1000;
  const end = Date.UTC(toYear + 1, 0, 1) / 1000;
  let base = zone.base;
  const transitions: (readonly [number, number])[] = [];
  for (const [at, offset] of zone.transitions) {
    const current = transitions[transitions.length - 1]?.[1] ?? base;
    if (at <= start) base = offset;
    else if (at < end && offset !== current) transitions.push([at, offset]);
  }
  return { base, transitions };
}

function unknownZone(timeZone: string, language: Language): Result<ZoneTable> {
  const near = [...data().packed.keys()].find((name) => name.toLowerCase() === timeZone.trim().toLowerCase()) ?? null;
  const message = policyWords[language].unknownZone(timeZone, data().version, near);
  return { ok: false, problems: [{ path: "calendar.timeZone", message, severity: "error" }] };
}

function data(): { readonly version: string; readonly packed: ReadonlyMap<string, string> } {
  if (loaded !== null) return loaded;
  const file = createRequire(import.meta.url).resolve("moment-timezone/data/packed/latest.json");
  const { version, zones, links } = JSON.parse(readFileSync(file, "utf8")) as PackedData;
  const packed = new Map(zones.map((zone) => [zone.slice(0, zone.indexOf("|")), zone]));
  for (const link of links) {
    const [canonical = "", alias = ""] = link.split("|");
    const zone = packed.get(canonical);
    if (zone !== undefined) packed.set(alias, zone);
  }
  loaded = { version, packed };
  return loaded;
}
