/** A row's sign and the word beside it: where the inquiry stands, short enough for one line. */
import type { QueueRow } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Instant } from "../../domain/time.ts";
import { namedDay, shortMoment, timeOn } from "../dayNames.ts";
import { standingSign, type SignName } from "../message/stateSigns.tsx";
import type { Text } from "../text/text.ts";

export interface RowWords {
  readonly sign: SignName;
  readonly words: string;
}

/** @param now the instant that "today" is seen from; days and times are the city's */
export function rowWords(row: QueueRow, calendar: BusinessCalendar, now: Instant, text: Text): RowWords {
  const today = calendar.localDay(now);
  const sign = standingSign(row.standing, today);
  return { sign, words: wordsFor(sign, row, calendar, now, text) };
}

function wordsFor(sign: SignName, row: QueueRow, calendar: BusinessCalendar, now: Instant, text: Text): string {
  const { state, replies } = text;
  const { due, promise, receivedAt } = row.standing;
  if (sign === "promiseMissed") return state.promiseMissed;
  if (sign === "promised") {
    if (promise === null) return replies.noPromise;
    return state.promised(state.day(namedDay(promise.day, calendar.localDay(now), text)));
  }
  const acknowledged = sign === "acknowledged";
  if (due === null)
    return acknowledged ? replies.acknowledged : replies.received(shortMoment(receivedAt, calendar, text)[0]);
  const time = timeOn(due.dueDay, due.dueAt, calendar, text);
  const daysLeft = row.businessDaysLeft ?? 0;
  if (sign === "overdue") return daysLeft < 0 ? state.overdueBy(-daysLeft) : state.overdueSince(time);
  return acknowledged ? replies.acknowledgedDueBy(time) : replies.dueBy(time);
}
