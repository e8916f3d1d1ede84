/** What Graph answered, to a request of its own or to one item of a batch. */
import { OutsideError, type OutsideCode } from "../addin/ports.ts";

export interface GraphAnswer {
  readonly status: number;
  /** The JSON, or null: error bodies may be absent, or a proxy's HTML. */
  readonly body: unknown;
  readonly retryAfter: string | null;
  /** WWW-Authenticate of a 401. */
  readonly challenge: string | null;
}

const refusals: ReadonlyMap<number, OutsideCode> = new Map([
  [401, "signInNeeded"],
  [403, "forbidden"],
  [404, "gone"],
  [410, "resync"],
  [429, "throttled"],
  [500, "throttled"],
  [502, "throttled"],
  [503, "throttled"],
  [504, "throttled"],
]);

/** Graph's codes differ between back ends for the same fault: the status decides (graph.md §1, Errors). */
export function refusalOf(answer: GraphAnswer): OutsideError {
  // Graph's message may name a mailbox; its code does not.
  const code = codesOf(answer.body).filter((each) => /^[a-z_.-]{1,60}$/.test(each));
  return new OutsideError(
    refusals.get(answer.status) ?? "unexpected",
    `Graph answered ${answer.status} ${code.join(" ")}`.trim(),
  );
}

/** @returns the body of an answer that went well @throws OutsideError otherwise */
export function bodyOf(answer: GraphAnswer): unknown {
  if (answer.status < 200 || answer.status > 299) throw refusalOf(answer);
  return answer.body;
}

/** Graph's codes of an error, from the general to the particular, in lower case: their case differs too. */
export function codesOf(body: unknown): readonly string[] {
  const codes: string[] = [];
  let error: unknown = member(body, "error");
  for (let depth = 0; depth < 5 && typeof error === "object" && error !== null; depth += 1) {
    const code = member(error, "code");
    if (typeof code === "string") codes.push(code.toLowerCase());
    error = member(error, "innerError") ?? member(error, "innererror");
  }
  return codes;
}

/** A property of something unknown. */
export function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** A text, or "" for whatever is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The list in a collection's answer. @throws OutsideError unexpected when there is none */
export function listOf(body: unknown): readonly unknown[] {
  const list = member(body, "value");
  if (!Array.isArray(list)) throw new OutsideError("unexpected", "Graph answered without a list");
  return list;
}

/** Text as JSON, or null. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
