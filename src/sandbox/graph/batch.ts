/** POST /$batch: up to twenty requests in one, run in parallel as far as a mailbox takes it (graph.md §7). */
import * as z from "zod";
import type { Instant } from "../../domain/time.ts";
import type { Disorder } from "./delta/disorder.ts";
import { type GraphAnswer, graphError, graphOk, type GraphRequest } from "./exchange.ts";

const most = 20;
/** Of a mailbox at once; the rest of the batch waits its turn. */
const parallel = 4;

const item = z.looseObject({
  id: z.string().min(1),
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
});
const envelope = z.object({ requests: z.array(item) });
type Item = z.infer<typeof item>;

export interface BatchParts {
  readonly origin: string;
  readonly now: Instant;
  readonly disorder: Disorder;
  /** Whose mailbox an item is about; items of one wait for each other. */
  readonly mailboxOf: (request: GraphRequest) => string;
  readonly perform: (request: GraphRequest) => Promise<GraphAnswer>;
}

interface ItemAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export async function batch(body: unknown, parts: BatchParts): Promise<GraphAnswer> {
  const read = envelope.safeParse(body);
  if (!read.success) return graphError(400, "BadRequest", "Invalid batch payload format.", parts.now);
  const { requests } = read.data;
  const problem = problemOf(requests);
  if (problem !== null) return graphError(400, problem.code, problem.message, parts.now);
  const answers = await Promise.all(running(requests, parts));
  return graphOk({ responses: parts.disorder.shuffled(answers) });
}

/** What is wrong with the whole, so that nothing of it is run. */
function problemOf(requests: readonly Item[]): { readonly code: string; readonly message: string } | null {
  if (requests.length > most) {
    const message = `Number of batch request steps exceeds the maximum value of ${most}.`;
    return { code: "MaximumValueExceeded", message };
  }
  const ids = new Set(requests.map(({ id }) => id.toLowerCase()));
  if (ids.size < requests.length) return { code: "BadRequest", message: "Request ids are not unique." };
  const done = new Set<string>();
  for (let before = -1; before < done.size;) {
    before = done.size;
    for (const { id, dependsOn = [] } of requests)
      if (dependsOn.every((one) => done.has(one.toLowerCase()))) done.add(id.toLowerCase());
  }
  // What never gets its turn depends on itself, or on what is not there.
  return done.size < requests.length ? { code: "BadRequest", message: "dependsOn cannot be satisfied." } : null;
}

function running(requests: readonly Item[], parts: BatchParts): readonly Promise<ItemAnswer>[] {
  const answers = new Map<string, Promise<ItemAnswer>>();
  const slots = new Slots();
  // Listed first, since an item may depend on one that stands behind it.
  const begin = new Map(requests.map((one) => [one.id.toLowerCase(), one]));
  const answerOf = (id: string): Promise<ItemAnswer> => {
    const known = answers.get(id);
    if (known) return known;
    const one = begin.get(id);
    if (!one) throw new Error("an item of the batch is not there");
    const answer = answered(one, parts, slots, answerOf);
    answers.set(id, answer);
    return answer;
  };
  return requests.map(({ id }) => answerOf(id.toLowerCase()));
}

async function answered(
  one: Item,
  parts: BatchParts,
  slots: Slots,
  answerOf: (id: string) => Promise<ItemAnswer>,
): Promise<ItemAnswer> {
  for (const other of one.dependsOn ?? []) {
    if ((await answerOf(other.toLowerCase())).status < 400) continue;
    return shown(one.id, graphError(424, "FailedDependency", "A request that this one depends on failed.", parts.now));
  }
  const request = requestOf(one, parts.origin);
  if (typeof request === "string") return shown(one.id, graphError(400, "BadRequest", request, parts.now));
  const mailbox = parts.mailboxOf(request);
  await slots.take(mailbox);
  try {
    return shown(one.id, await parts.perform(request));
  } finally {
    slots.free(mailbox);
  }
}

function requestOf({ method, url, headers = {}, body }: Item, origin: string): GraphRequest | string {
  if (/^\/?\$batch/i.test(url)) return "A batch cannot hold another one.";
  if (/^[a-z]+:/i.test(url)) return "The url of an item is relative.";
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  if (body !== undefined && lower["content-type"] === undefined) return "An item with a body needs a Content-Type.";
  return { method: method.toUpperCase(), url: `${origin}/v1.0/${url.replace(/^\//, "")}`, headers: lower, body };
}

function shown(id: string, { status, headers, body }: GraphAnswer): ItemAnswer {
  return { id, status, headers, ...(body === undefined ? {} : { body }) };
}

class Slots {
  readonly #taken = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  async take(mailbox: string): Promise<void> {
    const taken = this.#taken.get(mailbox) ?? 0;
    if (taken < parallel) {
      this.#taken.set(mailbox, taken + 1);
      return;
    }
    const waiting = this.#waiting.get(mailbox) ?? [];
    this.#waiting.set(mailbox, waiting);
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  /** The next one takes the place over. */
  free(mailbox: string): void {
    const next = this.#waiting.get(mailbox)?.shift();
    if (next) next();
    else this.#taken.set(mailbox, (this.#taken.get(mailbox) ?? 1) - 1);
  }
}
