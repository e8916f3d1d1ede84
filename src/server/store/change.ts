/** What changes many inquiries at once, while nobody adds facts: another policy, a rebuild. */
import type { Kysely } from "kysely";
import { difference } from "../../domain/timeliness/tally.ts";
import type { Count, FigureName } from "../../domain/timeliness/counts.ts";
import type { Instant, LocalDay } from "../../domain/time.ts";
import type { CurrentPolicy } from "../currentPolicy.ts";
import { fold } from "./fold.ts";
import { addVersion, type HistoryReader } from "./policyHistory.ts";
import type { Tables } from "./tables.ts";

/** As many as are held in memory at once. */
const atOnce = 1000;

/** @returns how many due dates it moved */
export async function adopt(
  connection: Kysely<Tables>,
  history: HistoryReader,
  policy: CurrentPolicy,
  at: Instant,
): Promise<number> {
  const isNew = await addVersion(connection, policy, at);
  await deriveUnderived(connection, history);
  if (!isNew) return 0;
  let moved = 0;
  // What was not yet due may go by the new one, off the clock too: should it come back.
  for (let after = ""; ;) {
    const before = await connection
      .selectFrom("inquiry")
      .select(["inquiry", "due_at"])
      .where((row) => row.or([row("waiting", "=", 1), row("due_at", ">=", at), row("due_at", "is", null)]))
      .where("received_at", "is not", null)
      .where("inquiry", ">", after)
      .orderBy("inquiry")
      .limit(atOnce)
      .execute();
    const last = before[before.length - 1];
    if (last === undefined) return moved;
    const names = before.map(({ inquiry }) => inquiry);
    await fold(connection, names, await history(connection));
    const now = await connection
      .selectFrom("inquiry")
      .select(["inquiry", "due_at"])
      .where("inquiry", "in", names)
      .execute();
    const dueAt = new Map(now.map((row) => [row.inquiry, Number(row.due_at)]));
    moved += before.filter((row) => dueAt.get(row.inquiry) !== Number(row.due_at)).length;
    after = last.inquiry;
  }
}

/** Those of an older version of the database, and all of them in a rebuild. */
async function deriveUnderived(connection: Kysely<Tables>, history: HistoryReader): Promise<void> {
  for (;;) {
    const rows = await connection
      .selectFrom("inquiry")
      .select("inquiry")
      .where("version", "is", null)
      .orderBy("inquiry")
      .limit(atOnce)
      .execute();
    if (rows.length === 0) return;
    await fold(
      connection,
      rows.map(({ inquiry }) => inquiry),
      await history(connection),
    );
  }
}

/** @returns how many counts were others before */
export async function rebuild(connection: Kysely<Tables>, history: HistoryReader): Promise<number> {
  const before = await allCounts(connection);
  await connection.deleteFrom("daily_count").execute();
  await connection.updateTable("inquiry").set({ version: null, waiting: 0, counts: "[]" }).execute();
  await deriveUnderived(connection, history);
  return difference(before, await allCounts(connection)).length;
}

async function allCounts(connection: Kysely<Tables>): Promise<readonly Count[]> {
  const rows = await connection.selectFrom("daily_count").selectAll().execute();
  return rows.map(({ figure, day, ...row }) => ({ ...row, figure: figure as FigureName, day: day as LocalDay | "" }));
}
