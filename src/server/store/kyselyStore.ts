/** The one implementation of the port, in SQL that SQLite and PostgreSQL both understand. */
import { type Kysely, sql } from "kysely";
import type { Fact, InquiryId } from "../../domain/inquiry/fact.ts";
import type { FactStore } from "./factStore.ts";
import { coverageRowOf, factOf, type FactRow, mailboxOf, rowOf, type Tables } from "./tables.ts";

/** Always in the same order, so that two processes that add the same facts cannot block each other. */
function byKey(a: Fact, b: Fact): number {
  const [left, right] = [a.inquiry + a.id, b.inquiry + b.id];
  return left < right ? -1 : left > right ? 1 : 0;
}

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
export function kyselyStore(database: Kysely<Tables>): FactStore {
  const facts = () => database.selectFrom("fact").selectAll().orderBy("inquiry").orderBy("id");
  return {
    async add(added, taking) {
      if (added.length === 0) return;
      // One statement is one transaction, in both databases.
      await database
        .insertInto("fact")
        .values(added.toSorted(byKey).map((fact) => rowOf(fact, taking)))
        .onConflict((conflict) => conflict.columns(["inquiry", "id"]).doNothing())
        .execute();
    },
    async factsOf(inquiries) {
      if (inquiries.length === 0) return new Map();
      return grouped(await facts().where("inquiry", "in", inquiries).execute());
    },
    async inquiriesNaming(departments) {
      if (departments === null) return grouped(await facts().execute());
      if (departments.length === 0) return new Map();
      const naming = database.selectFrom("fact").select("inquiry").where("department", "in", departments);
      return grouped(await facts().where("inquiry", "in", naming).execute());
    },
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
