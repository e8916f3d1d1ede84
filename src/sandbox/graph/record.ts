/** Writes exchanges with Graph to a file, a JSON object a line, without the token. */
import { appendFileSync } from "node:fs";
import { type GraphAnswer, type GraphRequest, unreadable } from "./exchange.ts";

export type Recorder = (request: GraphRequest, answer: GraphAnswer) => void;

/** As tools/validate-graph reads them. */
export interface RecordedExchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody?: unknown;
}

/** @param file null: nothing is written */
export function recorder(file: string | null): Recorder {
  if (file === null) return () => undefined;
  return (request, answer) => appendFileSync(file, `${JSON.stringify(exchangeOf(request, answer))}\n`);
}

export function exchangeOf({ method, url, headers, body }: GraphRequest, answer: GraphAnswer): RecordedExchange {
  const kept = ["content-type", "prefer", "client-request-id", "if-match"].flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    method,
    url,
    requestHeaders: {
      ...(headers["authorization"] === undefined ? {} : { authorization: "Bearer (left-out)" }),
      ...Object.fromEntries(kept),
    },
    ...(body === undefined || body === unreadable ? {} : { requestBody: body }),
    status: answer.status,
    responseHeaders: answer.headers,
    ...(answer.body === undefined ? {} : { responseBody: answer.body }),
  };
}
