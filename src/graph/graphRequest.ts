/** One way to ask Microsoft Graph: token, immutable ids, patience, moderation. Plain fetch, as graph.md §13 advises. */
import type { MailboxName } from "../addin/mailboxPorts.ts";
import { OutsideError } from "../addin/ports.ts";
import { bodyOf, listOf, member, parsed, type GraphAnswer } from "./answer.ts";
import { batches, type BatchItem } from "./batch.ts";
import { preferring, type GraphCall, type GraphSite, type Renewal } from "./call.ts";
import { claimsOf } from "./challenge.ts";
import { limiter, type Limiter } from "./limiter.ts";
import { overPanes } from "./paneLocks.ts";
import { inTime, isPassing, tries, waited, waitMs } from "./patience.ts";

/** Whatever Graph answers is a value; @throws OutsideError offline, or what the token was refused for */
export interface GraphRequest {
  /** Without a slash at its end. */
  readonly base: string;
  /** @param address absolute: links are followed as Graph gave them */
  get(mailbox: MailboxName, address: string, prefer?: string): Promise<GraphAnswer>;
  /** In the order asked, however many: twenty and twenty at a time. @throws OutsideError also when a batch as a whole is refused */
  batch(items: readonly BatchItem[]): Promise<readonly GraphAnswer[]>;
  /** All items of a collection, page after page, in Graph's order. @param path begins with "/" @throws OutsideError */
  list(path: string, mailbox?: MailboxName): Promise<readonly unknown[]>;
  /** The same where the first page is there already. @param first its body @throws OutsideError */
  rest(mailbox: MailboxName, first: unknown): Promise<readonly unknown[]>;
  /** Lets the page answer its person before the next part of an answer is worked out. */
  breathe(): Promise<void>;
}

const usualLimitMs = 30_000;

export function graphRequest(site: GraphSite): GraphRequest {
  const base = new URL(site.base).href.replace(/\/+$/, "");
  const limited = limiter();
  const shared: Limiter = site.panes === undefined ? (_, work) => work() : overPanes(site.panes, site.clock);
  const ask = async (call: GraphCall, renewal?: Renewal): Promise<GraphAnswer> => {
    // Links come out of storage: the token goes nowhere but to Graph.
    if (new URL(call.address).origin !== new URL(base).origin)
      throw new OutsideError("unexpected", "a link leads away from Graph");
    const token = await site.token(renewal !== undefined, renewal?.claims);
    return limited(call.takes, () => shared(call.takes, () => send(site, call, token)));
  };
  const patiently = (call: GraphCall, renewal?: Renewal) => askPatiently(site, call, renewal, ask);
  const get = (mailbox: MailboxName, address: string, prefer?: string) =>
    patiently({ takes: new Map([[mailbox, 1]]), address, prefer });
  const rest = async (mailbox: MailboxName, first: unknown): Promise<readonly unknown[]> => {
    const items = [...listOf(first)];
    // A page may be empty and still have a next one (graph.md §1, Paging).
    for (let next = member(first, "@odata.nextLink"); typeof next === "string";) {
      const body: unknown = bodyOf(await get(mailbox, next));
      items.push(...listOf(body));
      next = member(body, "@odata.nextLink");
    }
    return items;
  };
  return {
    base,
    get,
    batch: batches(site, `${base}/$batch`, patiently),
    breathe: () => site.clock.breathe(),
    list: async (path, mailbox = "") => rest(mailbox, bodyOf(await get(mailbox, base + path))),
    rest,
  };
}

type Ask = (call: GraphCall, renewal?: Renewal) => Promise<GraphAnswer>;

/** One new token after a 401; back-off after what passes, a bounded number of times. The last answer stands. */
async function askPatiently(site: GraphSite, call: GraphCall, first: Renewal | undefined, ask: Ask) {
  let renewed = first !== undefined;
  let renewal = first;
  for (let attempt = 1; ;) {
    const answer = await ask(call, renewal);
    renewal = undefined;
    if (answer.status === 401 && !renewed) {
      renewal = { claims: claimsOf(answer.challenge) };
      renewed = true;
      continue;
    }
    const again = isPassing(answer.status) && attempt < tries;
    if (!again || !(await waited(site.clock, waitMs(answer.retryAfter, attempt, site.dice(), site.clock.now()))))
      return answer;
    attempt += 1;
  }
}

async function send(site: GraphSite, call: GraphCall, token: string): Promise<GraphAnswer> {
  const headers: Record<string, string> = {
    Authorization: `Bearer ${token}`,
    Prefer: preferring(call.prefer),
  };
  const post = call.body === undefined ? {} : { method: "POST", body: JSON.stringify(call.body) };
  if (call.body !== undefined) headers["Content-Type"] = "application/json";
  try {
    return await inTime(site.clock, site.limitMs ?? usualLimitMs, async (signal) => {
      const answer = await (site.fetch ?? fetch)(call.address, { ...post, headers, signal, cache: "no-store" });
      return {
        status: answer.status,
        body: parsed(await answer.text()),
        retryAfter: answer.headers.get("Retry-After"),
        challenge: answer.headers.get("WWW-Authenticate"),
      };
    });
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    // The browser's words may hold the address, and the address a mailbox.
    throw new OutsideError("offline", `Graph could not be reached: ${error instanceof Error ? error.name : "?"}`);
  }
}
