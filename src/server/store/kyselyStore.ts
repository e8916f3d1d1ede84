/** The one implementation of the port, in SQL that SQLite and PostgreSQL both understand. */
import { type Kysely, sql } from "kysely";
import type { Fact, InquiryId } from "../../domain/inquiry/fact.ts";
import { adopt, rebuild } from "./change.ts";
import { countedAsked, countsAsked } from "./countsQuery.ts";
import type { FactStore } from "./factStore.ts";
import { fold, lockInquiries } from "./fold.ts";
import { historyReader } from "./policyHistory.ts";
import { seriesAsked } from "./seriesQuery.ts";
import { coverageRowOf, factOf, type FactRow, mailboxOf, rowOf, type Tables } from "./tables.ts";
import { transaction, type Dialect } from "./transaction.ts";

function grouped(rows: readonly FactRow[]): ReadonlyMap<InquiryId, readonly Fact[]> {
  const found = new Map<InquiryId, Fact[]>();
  for (const fact of rows.map(factOf)) {
    const facts = found.get(fact.inquiry);
    if (facts) facts.push(fact);
    else found.set(fact.inquiry, [fact]);
  }
  return found;
}

/** The one column in which the greater value wins, in words that both databases know. */
const laterLook = sql<number | null>`case
  when excluded.looked_through is null or coverage.looked_through >= excluded.looked_through
  then coverage.looked_through else excluded.looked_through end`;

/** @param database already migrated; closed with the store */
export function kyselyStore(database: Kysely<Tables>, dialect: Dialect): FactStore {
  const facts = () => database.selectFrom("fact").selectAll().orderBy("inquiry").orderBy("id");
  const history = historyReader();
  return {
    adopt: (policy, at) =>
      transaction(database, dialect.change, (connection) => adopt(connection, history, policy, at)),
    async add(added, taking) {
      if (added.length === 0) return;
      await transaction(database, dialect.add, async (connection) => {
        const versions = await history(connection);
        await lockInquiries(
          connection,
          added.map(({ inquiry }) => inquiry),
          dialect.locksRows,
        );
        const fresh = await connection
          .insertInto("fact")
          .values(added.map((fact) => rowOf(fact, taking)))
          .onConflict((conflict) => conflict.columns(["inquiry", "id"]).doNothing())
          .returning("inquiry")
          .execute();
        await fold(connection, [...new Set(fresh.map(({ inquiry }) => inquiry))].sort(), versions);
      });
    },
    async factsOf(inquiries) {
      if (inquiries.length === 0) return new Map();
      return grouped(await facts().where("inquiry", "in", inquiries).execute());
    },
    async inquiriesAfter(after, count) {
      const next = database
        .selectFrom("inquiry")
        .select("inquiry")
        .where("inquiry", ">", after)
        .orderBy("inquiry")
        .limit(count);
      return grouped(await facts().where("inquiry", "in", next).execute());
    },
    counts: (question) => transaction(database, dialect.read, (connection) => countsAsked(connection, question)),
    counted: (question, today, now) =>
      transaction(database, dialect.read, (connection) => countedAsked(connection, question, today, now)),
    series: (question, today, now) =>
      transaction(database, dialect.read, (connection) => seriesAsked(connection, question, today, now)),
    async recalculations(from, to) {
      const { recalculations } = await history(database);
      return recalculations.filter((one) => one.from <= to && one.to >= from);
    },
    history: () => transaction(database, dialect.read, history),
    rebuild: () => transaction(database, dialect.change, (connection) => rebuild(connection, history)),
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
    async keep(name, value) {
      await database
        .insertInto("kept")
        .values({ name, value })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .execute();
      const row = await database.selectFrom("kept").select("value").where("name", "=", name).executeTakeFirstOrThrow();
      return row.value;
    },
    async ping() {
      await sql`select 1`.execute(database);
    },
    async close() {
      await database.destroy();
    },
  };
}
