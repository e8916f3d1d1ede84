/** The follow-up flag, on the wire and as the add-in knows it (graph.md §5). */
import type { FollowUp } from "../addin/mailboxPorts.ts";
import { isLocalDay } from "../domain/calendar/localDay.ts";
import { dayMs, type LocalDay } from "../domain/time.ts";
import { member } from "./answer.ts";

export function followUpFrom(flag: unknown): FollowUp {
  const status = member(flag, "flagStatus");
  return {
    status: status === "flagged" || status === "complete" ? status : "notFlagged",
    start: dayFrom(member(flag, "startDateTime")),
    due: dayFrom(member(flag, "dueDateTime")),
  };
}

/** A due day needs a start, and one that is not later, else Graph answers 400; days go with a flag alone. */
export function flagOf({ status, start, due }: FollowUp): unknown {
  if (status !== "flagged") return { flagStatus: status };
  const first = due !== null && (start === null || start > due) ? due : start;
  return {
    flagStatus: status,
    ...(first === null ? {} : { startDateTime: midnight(first) }),
    ...(due === null ? {} : { dueDateTime: midnight(due) }),
  };
}

function midnight(day: LocalDay): unknown {
  return { dateTime: `${day}T00:00:00.0000000`, timeZone: "UTC" };
}

/** Outlook keeps the day alone, but some clients write the midnight of their own zone: the midnight that is nearest. */
function dayFrom(value: unknown): LocalDay | null {
  const text = member(value, "dateTime");
  const at = typeof text === "string" ? Date.parse(`${text.slice(0, 19)}Z`) : NaN;
  const day = Number.isNaN(at) ? "" : new Date(at + dayMs / 2).toISOString().slice(0, 10);
  return isLocalDay(day) ? day : null;
}
