/** One way to ask Microsoft Graph: token, immutable ids, paging, patience. Plain fetch, as facts/graph.md §13 advises. */
import { OutsideError, type Clock, type OutsideCode } from "../addin/ports.ts";

export interface GraphSite {
  /** Such as "https://graph.microsoft.com/v1.0"; sovereign clouds have others. */
  readonly base: string;
  readonly token: (force: boolean) => Promise<string>;
  readonly clock: Clock;
  /** 0 ≤ dice() < 1. */
  readonly dice: () => number;
  readonly fetch?: typeof fetch;
}

export interface GraphRequest {
  /** All items of a collection, page after page, in Graph's order. @param path begins with "/" @throws OutsideError */
  list(path: string): Promise<readonly unknown[]>;
}

/** Tries of one page, the first included. */
const tries = 4;
const firstWaitMs = 1_000;
const longestWaitMs = 20_000;

export function graphRequest(site: GraphSite): GraphRequest {
  return {
    async list(path) {
      const items: unknown[] = [];
      let address: string | null = site.base + path;
      // A page may be empty and still have a next one; the link is used as it is given (graph.md §1, Paging).
      while (address !== null) {
        const page: Page = await getPage(site, address);
        items.push(...page.items);
        address = page.next;
      }
      return items;
    },
  };
}

interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

async function getPage(site: GraphSite, address: string): Promise<Page> {
  const body = (await getJson(site, address)) as { value?: unknown; "@odata.nextLink"?: unknown } | null;
  if (!Array.isArray(body?.value)) throw new OutsideError("unexpected", "Graph answered without a list");
  const next = body["@odata.nextLink"];
  return { items: body.value, next: typeof next === "string" ? next : null };
}

/** GET with one fresh token after a 401 and back-off after 429 and 503; @throws OutsideError */
async function getJson(site: GraphSite, address: string): Promise<unknown> {
  let force = false;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(site, address, force);
    if (answer.ok) return answer.json().catch(() => null) as Promise<unknown>;
    if (answer.status === 401 && !force) force = true;
    else if ((answer.status === 429 || answer.status === 503) && attempt < tries) {
      await pause(site.clock, waitMs(answer.headers.get("Retry-After"), attempt, site.dice()));
    } else throw refusalOf(answer);
  }
}

async function send(site: GraphSite, address: string, force: boolean): Promise<Response> {
  const token = await site.token(force);
  const headers = { Authorization: `Bearer ${token}`, Prefer: 'IdType="ImmutableId"' };
  try {
    return await (site.fetch ?? fetch)(address, { headers });
  } catch (error) {
    throw new OutsideError("offline", `Graph could not be reached: ${String(error)}`);
  }
}

/**
 * Graph's own word when the browser lets it through (CORS hides it, graph.md §1), else doubling from a second, half of
 * it by chance.
 */
export function waitMs(retryAfter: string | null, attempt: number, dice: number): number {
  const seconds = retryAfter === null ? NaN : Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.min(longestWaitMs, seconds * 1_000);
  return Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1) * (0.5 + dice / 2));
}

function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}

const codes: ReadonlyMap<number, OutsideCode> = new Map([
  [401, "signInNeeded"],
  [403, "forbidden"],
  [404, "gone"],
  [410, "gone"],
  [429, "throttled"],
  [503, "throttled"],
]);

/** Graph's error codes differ between back ends for the same fault: the status decides (graph.md §1, Errors). */
function refusalOf(answer: Response): OutsideError {
  return new OutsideError(codes.get(answer.status) ?? "unexpected", `Graph answered ${answer.status}`);
}
