/** The queue as it is read: what needs somebody in figures, and the sections under their headings. */
import type { Queue, QueueRow } from "../../addin/addin.ts";
import type { LocalDay } from "../../domain/time.ts";
import { namedDay } from "../dayNames.ts";
import type { Needs } from "../text/repliesText.ts";
import type { Text } from "../text/text.ts";

export interface QueueSection {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly QueueRow[];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Sections that have rows, in the order in which they need somebody. */
export function sectionsOf(queue: Queue, today: LocalDay, text: Text): readonly QueueSection[] {
  const { replies, state } = text;
  const dayTitle = (day: LocalDay) => {
    const name = namedDay(day, today, text);
    return capital(name.kind === "date" ? name.words : state.day(name));
  };
  return [
    { key: "overdue", title: replies.overdue, rows: queue.overdue },
    { key: "today", title: capital(state.day({ kind: "today" })), rows: queue.today },
    ...queue.later.map(({ day, rows }) => ({ key: day, title: dayTitle(day), rows })),
    { key: "noDate", title: replies.noDate, rows: queue.noDate },
    { key: "promised", title: replies.promised, rows: queue.promised },
  ].filter(({ rows }) => rows.length > 0);
}

/** @param seen false where the mailbox was not seen lately */
export function needsOf(queue: Queue, today: LocalDay, seen: boolean): Needs {
  const { overdue, today: dueToday, later, noDate, promised } = queue;
  const laterRows = later.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    overdue: overdue.length,
    today: dueToday.length,
    promised: promised.filter(({ standing }) => standing.promise !== null && standing.promise.day <= today).length,
    all: overdue.length + dueToday.length + laterRows + noDate.length + promised.length,
    seen,
  };
}
