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
    up: (database) => executeAll(database, dailyCounts),
  },
  {
    version: 4,
    name: "stated figures",
    up: (database) => executeAll(database, statedFigures),
  },
  {
    version: 5,
    name: "no reply times of days, moved dates by day",
    up: (database) => executeAll(database, reckonedByDay),
  },
  {
    version: 6,
    name: "named figures",
    up: (database) => executeAll(database, namedFigures),
  },
];

const countColumns = `department text not null, figure text not null, day text not null, channel text not null,
  part text not null, count integer not null, primary key (department, figure, day, channel, part)`;

const statedFigures: readonly string[] = [
  "create table statement (to_day text primary key, from_day text not null, at bigint not null)",
  `create table stated_count (kind text not null, department text not null, figure text not null, day text not null,
    channel text not null, part text not null, count integer not null,
    primary key (department, kind, figure, day, channel, part))`,
];

/** How long replies took is told of no single day, and was most of the counts; of moved dates the day is asked for. */
const reckonedByDay: readonly string[] = [
  "delete from daily_count where figure = 'replyTime'",
  "delete from kept_count where figure = 'replyTime'",
  // No question asks facts for their department.
  "drop index if exists fact_department",
  "create index moved_date_before on moved_date (due_before)",
  "create index moved_date_after on moved_date (due_after)",
];

const namedFigures: readonly string[] = [
  `create table reply_by (inquiry text primary key, fact text not null, replied_at bigint not null, tid text not null,
    oid text not null, name text)`,
  "create index reply_by_replied on reply_by (replied_at)",
];

const dailyCounts: readonly string[] = [
  `create table policy_version (number integer primary key, etag text not null, version text not null,
    body text not null, in_force_from bigint not null)`,
  `create table recalculation (number integer primary key, at bigint not null, from_day text not null,
    to_day text not null, version integer not null)`,
  `create table moved_date (recalculation integer not null, inquiry text not null, due_before bigint, due_after bigint,
    primary key (recalculation, inquiry))`,
  `create table inquiry (inquiry text primary key, version integer, department text not null, channel text not null,
    dated_by text, received_at bigint, due_at bigint, due_day text, waiting integer not null,
    withdrawn integer not null, counts text not null)`,
  // These hold only what waits for something: they stay as small as the backlog.
  "create index inquiry_underived on inquiry (inquiry) where version is null",
  "create index inquiry_due on inquiry (department, due_day) where waiting = 1",
  "create index inquiry_oldest on inquiry (department, received_at) where waiting = 1",
  "create index inquiry_withdrawn on inquiry (inquiry) where withdrawn > 0",
  `create table daily_count (${countColumns})`,
  "create index daily_count_waiting on daily_count (department, day) where figure = 'waiting' and count <> 0",
  `create table kept_count (${countColumns})`,
  "create table erased (inquiry text primary key, at bigint not null)",
  "create table purge (before bigint primary key, at bigint not null)",
  "create table period (id text primary key, document text not null, at bigint not null)",
  `create table audit (id text primary key, at bigint not null, oid text, name text, deed text not null,
    department text not null, details text not null)`,
  "create index audit_at on audit (at)",
  `insert into inquiry (inquiry, department, channel, waiting, withdrawn, counts)
    select distinct inquiry, '', '', 0, 0, '[]' from fact`,
];

/** One by one, in words that both databases know. */
async function executeAll(database: Kysely<Tables>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

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
