/** Many requests in one: POST $batch, at most twenty, each with its own answer (graph.md §7). */
import type { MailboxName } from "../addin/mailboxPorts.ts";
import { OutsideError } from "../addin/ports.ts";
import { bodyOf, member, type GraphAnswer } from "./answer.ts";
import { preferring, type GraphCall, type GraphSite, type Renewal } from "./call.ts";
import { claimsOf } from "./challenge.ts";
import { atOnce } from "./limiter.ts";
import { isPassing, tries, waited, waitMs } from "./patience.ts";

export interface BatchItem {
  readonly mailbox: MailboxName;
  /** After the version: begins with "/". */
  readonly path: string;
  readonly prefer?: string;
  /** A change: as PATCH, of the version named by its etag. */
  readonly patch?: { readonly body: unknown; readonly etag: string };
  /** A question with a body: as POST. */
  readonly post?: unknown;
}

const mostItems = 20;

type Post = (call: GraphCall, renewal?: Renewal) => Promise<GraphAnswer>;

/**
 * The service runs four items of a mailbox at once; it may throttle the others, each singly. When it does, batches
 * shrink to four for good: fewer refusals, which count as requests too. Only what was refused is sent again.
 */
export function batches(
  site: Pick<GraphSite, "clock" | "dice">,
  address: string,
  post: Post,
): (items: readonly BatchItem[]) => Promise<readonly GraphAnswer[]> {
  let size = mostItems;

  async function settled(items: readonly BatchItem[], attempt: number, renewal?: Renewal): Promise<GraphAnswer[]> {
    const body = bodyOf(await post({ takes: takesOf(items), address, body: envelopeOf(items) }, renewal));
    const answers = answersOf(body, items.length);
    const refused = renewal === undefined ? answers.find(({ status }) => status === 401) : undefined;
    const again = [...answers.keys()].filter((at) => {
      const status = answers[at]?.status ?? 0;
      return isPassing(status) || (refused !== undefined && status === 401);
    });
    if (again.length === 0 || attempt >= tries) return answers;
    if (answers.some(({ status }) => status === 429)) size = atOnce;
    const passing = again.flatMap((at) => answers[at] ?? []).filter(({ status }) => isPassing(status));
    const waits = passing.map(({ retryAfter }) => waitMs(retryAfter, attempt, site.dice(), site.clock.now()));
    if (!(await waited(site.clock, Math.max(0, ...waits)))) return answers;
    const renew = refused && { claims: claimsOf(refused.challenge) };
    const later = await inTurn(
      again.flatMap((at) => items[at] ?? []),
      attempt + 1,
      renew,
    );
    return answers.map((answer, at) => later[again.indexOf(at)] ?? answer);
  }

  async function inTurn(items: readonly BatchItem[], attempt: number, renewal?: Renewal): Promise<GraphAnswer[]> {
    const answers: GraphAnswer[] = [];
    while (answers.length < items.length) {
      const some = items.slice(answers.length, answers.length + size);
      answers.push(...(await settled(some, attempt, answers.length === 0 ? renewal : undefined)));
    }
    return answers;
  }

  return (items) => inTurn(items, 1);
}

function takesOf(items: readonly BatchItem[]): ReadonlyMap<MailboxName, number> {
  const takes = new Map<MailboxName, number>();
  for (const { mailbox } of items) takes.set(mailbox, Math.min(atOnce, (takes.get(mailbox) ?? 0) + 1));
  return takes;
}

/** Preferences stand on each item, not on the envelope (graph.md §1). */
function envelopeOf(items: readonly BatchItem[]): unknown {
  const requests = items.map(({ path, prefer, patch, post }, at) => {
    const body = patch?.body ?? post;
    return {
      id: String(at),
      method: patch !== undefined ? "PATCH" : post !== undefined ? "POST" : "GET",
      url: path,
      headers: {
        Prefer: preferring(prefer),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(patch === undefined ? {} : { "If-Match": patch.etag }),
      },
      ...(body === undefined ? {} : { body }),
    };
  });
  return { requests };
}

/** In the order asked: Graph answers in any. An item without an answer counts as not run. */
function answersOf(body: unknown, count: number): GraphAnswer[] {
  const responses = member(body, "responses");
  if (!Array.isArray(responses)) throw new OutsideError("unexpected", "Graph answered a batch without answers");
  const byId = new Map(responses.map((each) => [String(member(each, "id")), each as unknown]));
  return Array.from({ length: count }, (_, at) => {
    const response = byId.get(String(at));
    const status = member(response, "status");
    return {
      status: typeof status === "number" ? status : 503,
      body: member(response, "body") ?? null,
      retryAfter: headerOf(response, "retry-after"),
      challenge: headerOf(response, "www-authenticate"),
    };
  });
}

function headerOf(response: unknown, name: string): string | null {
  const headers = Object.entries((member(response, "headers") ?? {}) as Record<string, unknown>);
  const value = headers.find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
