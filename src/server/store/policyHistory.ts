/** The policy's versions and when each came into force: kept for good, because closed inquiries go by theirs. */
import type { Kysely } from "kysely";
import type { ServedPolicy } from "../../contract/served.ts";
import type { History } from "../../domain/inquiry/inForce.ts";
import { type MakeCalendar, rulesOf, type Rules, sharedCalendars } from "../../domain/inquiry/rules.ts";
import { instant, minuteMs, type Instant } from "../../domain/time.ts";
import type { CurrentPolicy } from "../currentPolicy.ts";
import type { Tables } from "./tables.ts";

export type HistoryReader = (connection: Kysely<Tables>) => Promise<History>;

/**
 * A new version comes into force this much later than it was taken: replies are taken from clocks that are up to five
 * minutes ahead (factCheck.ts), and none of them may come before a version that everybody else was judged by.
 */
const graceMs = 5 * minuteMs;

/** Reads it in each transaction, since another process may have added a version; each version's rules are made once. */
export function historyReader(): HistoryReader {
  const known = new Map<number, Rules>();
  const makeCalendar = sharedCalendars();
  const rulesFor = async (connection: Kysely<Tables>, number: number): Promise<Rules> => {
    const rules = known.get(number) ?? (await readRules(connection, number, makeCalendar));
    known.set(number, rules);
    return rules;
  };
  return async (connection) => {
    const versions = await connection
      .selectFrom("policy_version")
      .select(["number", "in_force_from"])
      .orderBy("number")
      .execute();
    const recalculations = await connection.selectFrom("recalculation").selectAll().orderBy("number").execute();
    return {
      versions: await Promise.all(
        versions.map(async ({ number, in_force_from: from }) => ({
          number,
          rules: await rulesFor(connection, number),
          from: instant(Number(from)),
        })),
      ),
      recalculations: recalculations.map(({ at, from_day: from, to_day: to, version }) => ({
        ...{ at: instant(Number(at)), version },
        ...{ from: from as never, to: to as never },
      })),
    };
  };
}

async function readRules(connection: Kysely<Tables>, number: number, makeCalendar: MakeCalendar): Promise<Rules> {
  const { body } = await connection
    .selectFrom("policy_version")
    .select("body")
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  return rulesOf(JSON.parse(body) as ServedPolicy, makeCalendar);
}

const firstServedName = "firstServed";

/** When a policy was first taken here: nobody was told anything before. 0 for databases that are older than this note. */
export async function firstServed(connection: Kysely<Tables>): Promise<number> {
  const row = await connection
    .selectFrom("kept")
    .select("value")
    .where("name", "=", firstServedName)
    .executeTakeFirst();
  return Number(row?.value ?? 0);
}

/** @returns true when the policy is new here, or was another one's turn last */
export async function addVersion(connection: Kysely<Tables>, policy: CurrentPolicy, at: Instant): Promise<boolean> {
  const newest = await connection
    .selectFrom("policy_version")
    .select(["number", "etag"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (newest?.etag === policy.etag) return false;
  if (newest === undefined) {
    const note = connection.insertInto("kept").values({ name: firstServedName, value: String(at) });
    await note.onConflict((conflict) => conflict.doNothing()).execute();
  }
  await connection
    .insertInto("policy_version")
    .values({
      number: (newest?.number ?? 0) + 1,
      etag: policy.etag,
      version: policy.rules.policy.version,
      body: policy.body,
      // The first one was always in force.
      in_force_from: newest === undefined ? 0 : at + graceMs,
    })
    .execute();
  return true;
}
