/** The database's versions, forward only: a step is never changed once released, only followed by another. */
import { type Kysely, sql } from "kysely";
import { StoreUnusable } from "./factStore.ts";
import type { Tables } from "./tables.ts";

export interface Migration {
  readonly version: number;
  readonly name: string;
  up(database: Kysely<Tables>): Promise<void>;
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: "facts",
    async up(database) {
      await database.schema
        .createTable("fact")
        .addColumn("inquiry", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("said_at", "bigint", (column) => column.notNull())
        .addColumn("by", "text", (column) => column.notNull())
        .addColumn("department", "text")
        .addColumn("details", "text", (column) => column.notNull())
        .addColumn("taken_at", "bigint", (column) => column.notNull())
        .addColumn("policy_version", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("fact_key", ["inquiry", "id"])
        .execute();
      await database.schema.createIndex("fact_department").on("fact").column("department").execute();
      await database.schema
        .createTable("kept")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("value", "text", (column) => column.notNull())
        .execute();
    },
  },
  {
    version: 2,
    name: "coverage",
    async up(database) {
      await database.schema
        .createTable("coverage")
        .addColumn("mailbox", "text", (column) => column.primaryKey())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("department", "text")
        .addColumn("looked_through", "bigint")
        .addColumn("watching", "integer", (column) => column.notNull())
        .addColumn("said_at", "bigint", (column) => column.notNull())
        .execute();
    },
  },
  {
    version: 3,
    name: "daily counts",
    async up(database) {
      await database.schema
        .createTable("policy_version")
        .addColumn("number", "integer", (column) => column.primaryKey())
        .addColumn("etag", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .addColumn("body", "text", (column) => column.notNull())
        .addColumn("in_force_from", "bigint", (column) => column.notNull())
        .execute();
      await database.schema
        .createTable("recalculation")
        .addColumn("number", "integer", (column) => column.primaryKey())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("from_day", "text", (column) => column.notNull())
        .addColumn("to_day", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .execute();
      await database.schema
        .createTable("inquiry")
        .addColumn("inquiry", "text", (column) => column.primaryKey())
        .addColumn("version", "integer")
        .addColumn("department", "text", (column) => column.notNull())
        .addColumn("channel", "text", (column) => column.notNull())
        .addColumn("dated_by", "text")
        .addColumn("received_at", "bigint")
        .addColumn("due_at", "bigint")
        .addColumn("due_day", "text")
        .addColumn("waiting", "integer", (column) => column.notNull())
        .addColumn("counts", "text", (column) => column.notNull())
        .execute();
      await database.schema
        .createTable("daily_count")
        .addColumn("department", "text", (column) => column.notNull())
        .addColumn("figure", "text", (column) => column.notNull())
        .addColumn("day", "text", (column) => column.notNull())
        .addColumn("channel", "text", (column) => column.notNull())
        .addColumn("part", "text", (column) => column.notNull())
        .addColumn("count", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("daily_count_key", ["department", "figure", "day", "channel", "part"])
        .execute();
      // Each holds only what waits: they stay as small as the backlog.
      for (const statement of [
        "create index inquiry_underived on inquiry (inquiry) where version is null",
        "create index inquiry_due on inquiry (department, due_day) where waiting = 1",
        "create index inquiry_oldest on inquiry (department, received_at) where waiting = 1",
        "create index daily_count_waiting on daily_count (department, day) where figure = 'waiting' and count <> 0",
        `insert into inquiry (inquiry, department, channel, waiting, counts)
           select distinct inquiry, '', '', 0, '[]' from fact`,
      ])
        await sql.raw(statement).execute(database);
    },
  },
];

async function bringUp(database: Kysely<Tables>, steps: readonly Migration[]): Promise<void> {
  await database.schema
    .createTable("schema_version")
    .ifNotExists()
    .addColumn("version", "integer", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .execute();
  const done = await database.selectFrom("schema_version").select("version").execute();
  const reached = Math.max(0, ...done.map((row) => row.version));
  const known = Math.max(0, ...steps.map((step) => step.version));
  if (reached > known) {
    throw new StoreUnusable("newer", { reached, known });
  }
  for (const step of steps.filter(({ version }) => version > reached)) {
    await step.up(database);
    await database.insertInto("schema_version").values({ version: step.version, name: step.name }).execute();
  }
}

/**
 * Brings the database up to the newest version, in one transaction under a lock: of several processes that
 * start at once, one does it and the others wait.
 *
 * @param lock statements that begin a transaction and take the lock
 * @throws StoreUnusable when the database is newer than the program
 */
export async function migrate(
  database: Kysely<Tables>,
  lock: readonly string[],
  steps: readonly Migration[] = migrations,
): Promise<void> {
  await database.connection().execute(async (connection) => {
    for (const statement of lock) await sql.raw(statement).execute(connection);
    try {
      await bringUp(connection, steps);
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}
