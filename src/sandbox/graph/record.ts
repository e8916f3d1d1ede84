/** Writes exchanges with Graph to a file, a JSON object a line, without the token. */
import { appendFileSync } from "node:fs";
import type { GraphAnswer } from "./exchange.ts";

export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

export type Recorder = (request: RecordedRequest, answer: GraphAnswer) => void;

/** @param file null: nothing is written */
export function recorder(file: string | null): Recorder {
  if (file === null) return () => undefined;
  return (request, answer) => appendFileSync(file, `${JSON.stringify(exchangeOf(request, answer))}\n`);
}

function exchangeOf({ method, url, headers, body }: RecordedRequest, answer: GraphAnswer) {
  const { authorization } = headers;
  const kept = ["content-type", "prefer", "client-request-id", "if-match"].flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  return {
    method,
    url,
    requestHeaders: {
      ...(authorization === undefined ? {} : { authorization: "Bearer (left-out)" }),
      ...Object.fromEntries(kept),
    },
    ...(body === undefined ? {} : { requestBody: body }),
    status: answer.status,
    responseHeaders: answer.headers,
    responseBody: answer.body,
  };
}
