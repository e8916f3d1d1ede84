/** One request to the service: token, time limit, problem documents. */
import { OutsideError, type OutsideCode } from "../addin/ports.ts";
import { problemSchema } from "../contract/problem.ts";
import { parseWith } from "../contract/parse.ts";

export interface ServiceSite {
  /** Without a trailing slash. */
  readonly origin: string;
  readonly token: (force: boolean) => Promise<string>;
  readonly fetch?: typeof fetch;
  /** Milliseconds until an unanswered request counts as offline. */
  readonly limitMs?: number;
}

export interface ServiceCall {
  /** Sent as JSON; without it the call is a GET. */
  readonly body?: unknown;
  /** Of a call with a body; POST when absent. */
  readonly method?: "POST" | "PUT";
  /** ETag of what is known already. */
  readonly tag?: string;
}

export interface ServiceAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly tag: string | null;
}

const usualLimitMs = 10_000;

/** @throws OutsideError for every answer but success and "not modified"; a 401 is tried once more with a fresh token */
export async function callService(site: ServiceSite, path: string, call: ServiceCall = {}): Promise<ServiceAnswer> {
  const first = await send(site, path, call, false);
  const answer = first.status === 401 ? await send(site, path, call, true) : first;
  if (answer.status === 304) return { status: 304, body: null, tag: call.tag ?? null };
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw refusalOf(answer.status, body);
  return { status: answer.status, body, tag: answer.headers.get("ETag") };
}

async function send(site: ServiceSite, path: string, call: ServiceCall, force: boolean): Promise<Response> {
  const token = await site.token(force);
  const headers: Record<string, string> = { Authorization: `Bearer ${token}`, Accept: "application/json" };
  if (call.body !== undefined) headers["Content-Type"] = "application/json";
  if (call.tag !== undefined) headers["If-None-Match"] = call.tag;
  const request: RequestInit = {
    method: call.body === undefined ? "GET" : (call.method ?? "POST"),
    headers,
    // The ETag is kept here: the browser's own cache would hide the 304.
    cache: "no-store",
    signal: AbortSignal.timeout(site.limitMs ?? usualLimitMs),
  };
  if (call.body !== undefined) request.body = JSON.stringify(call.body);
  try {
    return await (site.fetch ?? fetch)(site.origin + path, request);
  } catch (error) {
    throw new OutsideError("offline", `the service could not be reached: ${String(error)}`);
  }
}

const codes: ReadonlyMap<number, OutsideCode> = new Map([
  [401, "signInNeeded"],
  [403, "forbidden"],
  [404, "gone"],
  [429, "throttled"],
]);

/** RFC 9457 problem documents say why; a proxy's page in between says nothing that a person could use. */
function refusalOf(status: number, body: unknown): OutsideError {
  const problem = parseWith(problemSchema, body);
  const why = problem.ok ? `${problem.value.title}: ${problem.value.detail}` : "no problem document";
  const usual = status >= 400 && status < 500 ? "refused" : "offline";
  return new OutsideError(codes.get(status) ?? usual, `${status} ${why}`);
}
