/** Who looked at which department's figures, and who changed what: kept for everyone to see (design rule 7). */
import { createHash, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Deed } from "../../contract/upkeep.ts";
import { instant, type Instant, type LocalDay } from "../../domain/time.ts";
import type { AuditRow, Tables } from "./tables.ts";

/** Who did it; null: the service itself. */
export interface Doer {
  readonly oid: string;
  /** As the token gives it, or null. */
  readonly name: string | null;
}

export interface AuditEntry {
  readonly at: Instant;
  readonly by: string | null;
  readonly deed: Deed;
  /** "" for the whole city. */
  readonly department: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface AuditLog {
  /** Once for each person, department and day, however often they look; at figures by person, that for itself. */
  looked(
    doer: Doer,
    departments: readonly string[],
    at: Instant,
    day: LocalDay,
    deed?: "looked" | "personsLooked",
  ): Promise<void>;
  note(deed: Deed, doer: Doer | null, at: Instant, details: AuditEntry["details"]): Promise<void>;
  /** Newest first, at most 500. @param departments null: of all */
  entries(departments: readonly string[] | null, since: Instant): Promise<readonly AuditEntry[]>;
}

const most = 500;

export function auditLog(database: Kysely<Tables>): AuditLog {
  /** What this process has noted today already. */
  let noted = new Set<string>();
  let notedOn = "";
  const add = (rows: readonly AuditRow[]) =>
    database
      .insertInto("audit")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return {
    async looked({ oid, name }, departments, at, day, deed = "looked") {
      if (notedOn !== day) [noted, notedOn] = [new Set(), day];
      const fresh = departments.map((department) => {
        const id = createHash("sha256")
          .update(JSON.stringify([deed, oid, department, day]))
          .digest("base64url");
        return { id, at, oid, name, deed, department, details: "{}" };
      });
      const rows = fresh.filter(({ id }) => !noted.has(id));
      if (rows.length === 0) return;
      await add(rows);
      for (const { id } of rows) noted.add(id);
    },
    async note(deed, doer, at, details) {
      const who = { oid: doer?.oid ?? null, name: doer?.name ?? null };
      await add([{ id: randomUUID(), at, ...who, deed, department: "", details: JSON.stringify(details) }]);
    },
    async entries(departments, since) {
      let asked = database.selectFrom("audit").selectAll().where("at", ">=", since);
      if (departments !== null) asked = asked.where("department", "in", ["", ...departments]);
      const rows = await asked.orderBy("at", "desc").limit(most).execute();
      return rows.map(({ at, name, oid, deed, department, details }) => ({
        at: instant(Number(at)),
        by: name ?? oid,
        deed: deed as Deed,
        department,
        details: JSON.parse(details) as AuditEntry["details"],
      }));
    },
  };
}
