/** What the first call of a delta may ask for; later calls carry it in their token (graph.md §3.1). */
import { type Instant, instantFromIso } from "../../../domain/time.ts";
import { type QueryProblem, selection } from "../listQuery.ts";

export type ChangeType = "created" | "updated" | "deleted";

export interface DeltaOptions {
  /** Null: everything that comes without being asked for. */
  readonly select: readonly string[] | null;
  readonly expand: readonly string[];
  /** Of `receivedDateTime ge|gt`. */
  readonly received: { readonly since: Instant; readonly orEqual: boolean } | null;
  readonly newestFirst: boolean;
  readonly changeType: ChangeType | null;
  /** `$top`: the page size where no preference says another. */
  readonly top: number | null;
}

const known = new Set(["$select", "$expand", "$filter", "$orderby", "$top", "changetype", "$skiptoken", "$deltatoken"]);
const changeTypes: readonly string[] = ["created", "updated", "deleted"];

/** @returns the options, or Graph's refusal: no $search, no $count, no $skip, no other filter or order */
export function deltaOptions(query: URLSearchParams): DeltaOptions | QueryProblem {
  const stranger = [...query.keys()].find((key) => !known.has(key.toLowerCase()));
  if (stranger !== undefined) return refused("BadRequest", `The query option '${stranger}' is not supported by delta.`);
  const shape = selection(query);
  if ("code" in shape) return shape;
  const received = receivedOf(query.get("$filter"));
  if (received !== null && "code" in received) return received;
  const order = query.get("$orderby");
  if (order !== null && !/^\s*receivedDateTime\s+desc\s*$/i.test(order))
    return refused("ErrorInvalidUrlQuery", "$orderby: delta sorts by receivedDateTime desc alone.");
  const changeType = query.get("changeType");
  if (changeType !== null && !changeTypes.includes(changeType))
    return refused("BadRequest", "changeType must be created, updated or deleted.");
  const top = query.get("$top");
  if (top !== null && !(/^\d{1,4}$/.test(top) && Number(top) >= 1 && Number(top) <= 1000))
    return refused("ErrorInvalidUrlQuery", "$top must be 1 to 1000.");
  return {
    ...shape,
    received,
    newestFirst: order !== null,
    changeType: changeType as ChangeType | null,
    top: top === null ? null : Number(top),
  };
}

function receivedOf(filter: string | null): DeltaOptions["received"] | QueryProblem {
  if (filter === null) return null;
  const [, operator = "", time = ""] = /^\s*receivedDateTime\s+(ge|gt)\s+(\S+)\s*$/i.exec(filter) ?? [];
  const since = instantFromIso(time);
  if (since === null)
    return refused("ErrorInvalidUrlQueryFilter", "$filter: delta knows receivedDateTime ge and gt alone.");
  return { since, orEqual: operator.toLowerCase() === "ge" };
}

function refused(code: string, message: string): QueryProblem {
  return { code, message };
}
