/** The service's list of deeds as lines to read: when, who, what. */
import type { AuditEntry } from "../../contract/upkeep.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { isLocalDay } from "../../domain/calendar/localDay.ts";
import { groupedBy } from "../../domain/grouped.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { instant } from "../../domain/time.ts";
import { shortDay } from "../../domain/wording/dates.ts";
import { shortMoment } from "../dayNames.ts";
import { departmentName } from "../policyWords.ts";
import type { Done } from "../text/looksText.ts";
import type { Text } from "../text/text.ts";

export interface LookLine {
  readonly key: string;
  readonly day: string;
  readonly time: string;
  /** A person's name; null: the service itself. */
  readonly who: string | null;
  readonly done: Done;
}

export interface Reader {
  readonly policy: Policy | null;
  /** The city's, for days and times. */
  readonly calendar: BusinessCalendar;
  readonly text: Text;
}

interface Placed {
  readonly entry: AuditEntry;
  /** In the list. */
  readonly place: number;
}

/** One look at several departments is one line; everything else has its own. @param entries latest first */
export function lookLines(entries: readonly AuditEntry[], reader: Reader): readonly LookLine[] {
  const together = groupedBy(
    entries.map((entry, place) => ({ entry, place })),
    ({ entry: { deed, at, by }, place }) => (isLook(deed) ? `${deed} ${at} ${String(by)}` : String(place)),
  );
  return [...together].map(([key, some]) => lineOf(key, some, reader));
}

function lineOf(key: string, entries: readonly Placed[], { policy, calendar, text }: Reader): LookLine {
  const [{ entry }] = entries as [Placed];
  const { at, by, deed, department, details } = entry;
  const [day, time] = shortMoment(instant(at), calendar, text);
  const own = entries.map((one) => one.entry.department);
  const asked = typeof details["department"] === "string" ? [details["department"]] : [department];
  const places = isLook(deed) ? own : asked;
  const days = [details["from"], details["to"]].filter((one) => typeof one === "string").filter(isLocalDay);
  const [from, to] = days.map((one) => shortDay(one, text.language));
  return {
    ...{ key, day, time, who: by },
    done: {
      deed,
      places: places.includes("") ? [] : places.map((id) => departmentName(policy, id, text.language)).sort(),
      days: from === undefined || to === undefined ? null : [from, to],
      count: countOf(details),
      version: String(details["version"] ?? ""),
    },
  };
}

/** Noted for each department by itself. */
function isLook(deed: string): boolean {
  return deed === "looked" || deed === "personsLooked";
}

function countOf({ moved, inquiries, closed }: AuditEntry["details"]): number {
  return Number(moved ?? inquiries ?? closed ?? 0);
}
