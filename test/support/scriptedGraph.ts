/** A Graph that answers as a test says, and a clock that moves only when somebody waits. */
import type { Clock } from "../../src/addin/ports.ts";
import { instant, type Instant } from "../../src/domain/time.ts";
import type { GraphSite } from "../../src/graph/call.ts";
import { graphRequest } from "../../src/graph/graphRequest.ts";
import { at } from "./time.ts";

export const base = "https://graph.example/v1.0";

export interface Asked {
  readonly method: string;
  /** After the base. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Answered {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Throws for a network that is not there; "never" for no answer at all. */
export type Script = (asked: Asked, count: number) => Answered | "never" | Promise<Answered | "never">;

export interface ScriptedGraph {
  readonly site: GraphSite;
  readonly request: ReturnType<typeof graphRequest>;
  readonly asked: Asked[];
  /** Milliseconds, of those waits that came to their end. */
  readonly waits: number[];
  /** Arguments of each call for a token. */
  readonly tokens: (readonly [boolean, string | undefined])[];
}

export function scriptedGraph(script: Script): ScriptedGraph {
  const asked: Asked[] = [];
  const waits: number[] = [];
  const tokens: (readonly [boolean, string | undefined])[] = [];
  const site: GraphSite = {
    base,
    token(force, claims) {
      tokens.push([force, claims]);
      return Promise.resolve(`token-${tokens.length}`);
    },
    clock: patientClock(waits),
    dice: () => 0.5,
    fetch: (address, init) => answerTo(script, asked, address as string, init ?? {}),
  };
  return { site, request: graphRequest(site), asked, waits, tokens };
}

async function answerTo(script: Script, seen: Asked[], address: string, init: RequestInit): Promise<Response> {
  const { body } = init;
  const asked = {
    method: init.method ?? "GET",
    path: address.startsWith(base) ? address.slice(base.length) : address,
    headers: init.headers as Record<string, string>,
    body: typeof body === "string" ? (JSON.parse(body) as unknown) : undefined,
  };
  seen.push(asked);
  const answer = await script(asked, seen.length);
  if (answer === "never") {
    return new Promise((_, reject) => {
      init.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    });
  }
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? null);
  return new Response(text, { status: answer.status ?? 200, headers: { ...answer.headers } });
}

/** Time passes at once, in the order of what was asked for, and only when nothing else is left to do. */
function patientClock(waits: number[]): Clock {
  let now = at("Fri 2026-11-20 16:00");
  let timers: { readonly due: Instant; readonly ms: number; readonly callback: () => void }[] = [];
  let quiet = 0;
  let turning = false;

  function turn(): void {
    quiet += 1;
    const first = [...timers].sort((a, b) => a.due - b.due)[0];
    if (first === undefined) {
      turning = false;
      return;
    }
    if (quiet >= 3) {
      timers = timers.filter((timer) => timer !== first);
      now = first.due;
      waits.push(first.ms);
      quiet = 0;
      first.callback();
    }
    setImmediate(turn);
  }

  return {
    now: () => now,
    isHidden: () => false,
    breathe: () => Promise.resolve(),
    after(ms, callback) {
      const timer = { due: instant(now + ms), ms, callback };
      timers.push(timer);
      quiet = 0;
      if (!turning) setImmediate(turn);
      turning = true;
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
  };
}

/** Answers each item of a batch by the script, in another order than asked, as Graph may. */
export function batching(script: (item: BatchedItem, round: number) => Answered): Script {
  const rounds = new Map<string, number>();
  return ({ body }) => {
    const { requests } = body as { requests: readonly BatchedItem[] };
    const responses = requests.map((item) => {
      const round = (rounds.get(item.url) ?? 0) + 1;
      rounds.set(item.url, round);
      const { status = 200, headers = {}, body: answer } = script(item, round);
      return { id: item.id, status, headers, body: answer };
    });
    return { body: { responses: responses.reverse() } };
  };
}

export interface BatchedItem {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export function fault(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Answered {
  return { status, headers, body: { error: { code, message: "ada@mail.example said no", innerError: {} } } };
}
