/** The one implementation of the port, in SQL that SQLite and PostgreSQL both understand. */
import { type Kysely, sql } from "kysely";
import type { HighVolumePeriod } from "../../domain/policy/policy.ts";
import type { Instant } from "../../domain/time.ts";
import { addFacts, type Added } from "./addFacts.ts";
import { auditLog } from "./auditLog.ts";
import { adopt, rebuild, recalculate } from "./change.ts";
import { closeWaiting, closingsOf, keptClosing } from "./closings.ts";
import { countedAsked, countsAsked } from "./countsQuery.ts";
import type { FactStore, InquiriesWanted } from "./factStore.ts";
import { grouped } from "./fold.ts";
import { lastMoves, movedDatesAsked } from "./movedDates.ts";
import { historyReader } from "./policyHistory.ts";
import { erasePerson, forgetBefore, personsAsked } from "./replyBy.ts";
import { repliesAsked, seriesAsked } from "./seriesQuery.ts";
import { newestStated, state, statementsOf } from "./statements.ts";
import { coverageRowOf, type InquiryRow, mailboxOf, type Tables } from "./tables.ts";
import { together } from "./together.ts";
import { erase, markWithdrawn, retire } from "./upkeep.ts";
import { transaction, type Dialect } from "./transaction.ts";

/** Facts in one transaction: ten panes that send all they hold. */
const mostTogether = 3000;

/** The one column in which the greater value wins, in words that both databases know. */
const laterLook = sql<number | null>`case
  when excluded.looked_through is null or coverage.looked_through >= excluded.looked_through
  then coverage.looked_through else excluded.looked_through end`;

/** Said here and not in SQL: few of the next ones can be wanted, and nobody is to wait for all the others to be read. */
function isWanted(
  { department, received_at: receivedAt }: Pick<InquiryRow, "department" | "received_at">,
  { departments, receivedFrom, receivedTo }: InquiriesWanted = {
    departments: null,
    receivedFrom: null,
    receivedTo: null,
  },
): boolean {
  if (departments !== null && !departments.includes(department)) return false;
  if (receivedFrom === null && receivedTo === null) return true;
  if (receivedAt === null) return false;
  const at = Number(receivedAt);
  return (receivedFrom === null || receivedFrom <= at) && (receivedTo === null || at <= receivedTo);
}

/** @param database already migrated; closed with the store */
export function kyselyStore(database: Kysely<Tables>, dialect: Dialect): FactStore {
  const facts = () => database.selectFrom("fact").selectAll().orderBy("inquiry").orderBy("id");
  const history = historyReader();
  const { given } = dialect;
  const keep = async (name: string, value: string): Promise<string> => {
    await database
      .insertInto("kept")
      .values({ name, value })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute();
    const row = await database.selectFrom("kept").select("value").where("name", "=", name).executeTakeFirstOrThrow();
    return row.value;
  };
  const closeNow = async (at: Instant): Promise<number> => {
    const closings = await closingsOf(database);
    // Asked often: nobody who adds facts is kept waiting for nothing.
    if (closings.length === 0) return 0;
    return transaction(database, dialect.change, async (connection) =>
      closeWaiting(connection, await history(connection), closings, at, dialect),
    );
  };
  const add = together<Added>(
    (added) =>
      transaction(database, dialect.add, async (connection) =>
        addFacts(connection, await history(connection), added, dialect),
      ),
    mostTogether,
  );
  return {
    adopt: (policy, at) =>
      transaction(database, dialect.change, (connection) => adopt(connection, history, policy, at, given)),
    async add(facts, taking) {
      if (facts.length > 0) await add({ facts, taking }, facts.length);
    },
    async factsOf(inquiries) {
      if (inquiries.length === 0) return new Map();
      return grouped(await facts().where("inquiry", "in", inquiries).execute());
    },
    async inquiriesAfter(after, count, wanted) {
      const next = await database
        .selectFrom("inquiry")
        .select(["inquiry", "department", "received_at"])
        .where("inquiry", ">", after)
        .orderBy("inquiry")
        .limit(count)
        .execute();
      const names = next.filter((row) => isWanted(row, wanted)).map(({ inquiry }) => inquiry);
      const last = next[next.length - 1]?.inquiry ?? null;
      if (names.length === 0) return { inquiries: new Map(), moved: new Map(), last };
      const moved = await lastMoves(database, names, given);
      return { inquiries: grouped(await facts().where(given.isAmong("inquiry", names)).execute()), moved, last };
    },
    counts: (question) => transaction(database, dialect.read, (connection) => countsAsked(connection, question)),
    counted: (question, today, now) =>
      transaction(database, dialect.read, (connection) => countedAsked(connection, question, today, now)),
    replies: (departments, days, by) =>
      transaction(database, dialect.read, (connection) => repliesAsked(connection, departments, days, by)),
    series: (question, today, now) =>
      transaction(database, dialect.read, (connection) => seriesAsked(connection, question, today, now)),
    async state(last, at) {
      const newest = await newestStated(database);
      // Asked often: nobody who adds facts is kept waiting for nothing.
      if (newest !== null && newest >= last) return;
      await transaction(database, dialect.change, (connection) => state(connection, last, at));
    },
    statements: (days) => statementsOf(database, days),
    async recalculations(from, to) {
      const { recalculations } = await history(database);
      return recalculations.filter((one) => one.from <= to && one.to >= from);
    },
    movedDates: (departments, days) => movedDatesAsked(database, departments, days),
    recalculate: (from, to, at) =>
      transaction(database, dialect.change, (connection) => recalculate(connection, history, { from, to }, at, given)),
    async closeMailbox(closing, at) {
      await keep(...keptClosing(closing));
      return closeNow(at);
    },
    closeWaiting: closeNow,
    erase: (inquiry, at) =>
      transaction(database, dialect.change, (connection) => erase(connection, inquiry, at, given)),
    async purge(before, at) {
      if (before !== null) {
        const line = database.insertInto("purge").values({ before, at });
        await line.onConflict((conflict) => conflict.doNothing()).execute();
      }
      let gone = 0;
      for (const line of before === null ? [null] : [null, before]) {
        const some = () => transaction(database, dialect.change, (connection) => retire(connection, line, at, given));
        for (let count = await some(); count > 0; count = await some()) gone += count;
      }
      await transaction(database, dialect.change, async (connection) => {
        await markWithdrawn(connection);
        if (before !== null) await forgetBefore(connection, before);
      });
      return gone;
    },
    persons: (question) =>
      transaction(database, dialect.read, async (connection) =>
        personsAsked(connection, await history(connection), question, given),
      ),
    erasePerson: (oid, at) => transaction(database, dialect.change, (connection) => erasePerson(connection, oid, at)),
    async periods() {
      const rows = await database.selectFrom("period").select("document").orderBy("id").execute();
      return rows.map(({ document }) => JSON.parse(document) as HighVolumePeriod);
    },
    async setPeriod(period, at) {
      await database
        .insertInto("period")
        .values({ id: period.id, document: JSON.stringify(period), at })
        .onConflict((conflict) =>
          conflict
            .column("id")
            .doUpdateSet((row) => ({ document: row.ref("excluded.document"), at: row.ref("excluded.at") })),
        )
        .execute();
    },
    audit: auditLog(database),
    history: () => transaction(database, dialect.read, history),
    rebuild: () => transaction(database, dialect.change, (connection) => rebuild(connection, history, given)),
    async cover(said, at) {
      await database
        .insertInto("coverage")
        .values(coverageRowOf({ ...said, saidAt: at }))
        .onConflict((conflict) =>
          conflict.column("mailbox").doUpdateSet((row) => ({
            kind: row.ref("excluded.kind"),
            department: row.ref("excluded.department"),
            looked_through: laterLook,
            watching: row.ref("excluded.watching"),
            said_at: row.ref("excluded.said_at"),
          })),
        )
        .execute();
    },
    async covered() {
      return (await database.selectFrom("coverage").selectAll().orderBy("mailbox").execute()).map(mailboxOf);
    },
    keep,
    async ping() {
      await sql`select 1`.execute(database);
    },
    async close() {
      await database.destroy();
    },
  };
}
