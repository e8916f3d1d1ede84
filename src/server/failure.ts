/** What becomes of an error: a known kind of bad request, an outage, or a bug that is logged and not shown. */
import type { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { maxFactsPerBatch } from "../contract/facts.ts";
import type { Metrics } from "./metrics.ts";
import { problemOf, type Refusal, refuse } from "./refusal.ts";

/** Codes of Node, PostgreSQL and SQLite that mean: not now. */
const outage = /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|08|53|57P|SQLITE_(BUSY|FULL|IOERR|CANTOPEN|READONLY))/;
/** A body that is none, or is shorter or longer than was announced. */
const badBody = /^FST_ERR_CTP_(EMPTY_JSON_BODY|INVALID_JSON_BODY|INVALID_CONTENT_LENGTH)$/;
const badAddress = /^FST_ERR_(BAD|INVALID)_URL$/;

interface Failure {
  readonly statusCode?: number;
  readonly code?: string;
  readonly name?: string;
}

function refusalOf({ statusCode = 500, code = "", name = "" }: Failure): Refusal {
  if (statusCode === 413) return { code: "tooLarge", values: { max: maxFactsPerBatch } };
  if (statusCode === 415) return { code: "mediaType" };
  if (statusCode === 429) return { code: "tooMany", values: { seconds: 60 } };
  if (badAddress.test(code)) return { code: "badAddress" };
  // The parser's own complaint of "__proto__" has no code.
  if (badBody.test(code) || (statusCode === 400 && name === "SyntaxError")) return { code: "badJson" };
  if (statusCode >= 400 && statusCode < 500) return { code: "badRequest" };
  return outage.test(code) ? { code: "databaseUnavailable" } : { code: "unexpected" };
}

/** The one place where errors end. */
export function errorHandler(metrics: Metrics) {
  return async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const refusal = refusalOf(typeof error === "object" && error !== null ? error : {});
    if (refusal.code === "databaseUnavailable") metrics.databaseFailed();
    if (refusal.code === "unexpected" || refusal.code === "databaseUnavailable") {
      request.log.error({ err: error, route: request.routeOptions.url }, "a request failed");
    }
    await refuse(request, reply, refusal);
  };
}

const clientRefusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: { code: "largeHeaders" },
  ERR_HTTP_REQUEST_TIMEOUT: { code: "slowRequest" },
};
const reasons: Readonly<Record<number, string>> = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

/** A handshake that failed or never ended: whatever is written would wait for it for ever. */
function isUnspoken(code: string): boolean {
  return code === "ECONNRESET" || code.startsWith("ERR_TLS_") || code.startsWith("ERR_SSL_");
}

/** What is no HTTP never becomes a request: it is answered on the bare connection, which ends there. */
export function onClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (!socket.writable || isUnspoken(error.code ?? "")) {
    socket.destroy();
    return;
  }
  const problem = problemOf(clientRefusals[error.code ?? ""] ?? { code: "badRequest" }, "en");
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${reasons[problem.status] ?? ""}`,
    "Content-Type: application/problem+json",
    "Cache-Control: no-store",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
