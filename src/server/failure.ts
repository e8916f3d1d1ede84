/** What becomes of an error: a known kind of bad request, an outage, or a bug that is logged and not shown. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { maxFactsPerBatch } from "../contract/facts.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** Codes of Node, PostgreSQL and SQLite that mean: not now. */
const outage = /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|08|53|57P|SQLITE_(BUSY|FULL|IOERR|CANTOPEN|READONLY))/;

interface Failure {
  readonly statusCode?: number;
  readonly code?: string;
  readonly message?: string;
}

function refusalOf({ statusCode = 500, code = "", message = "" }: Failure): Refusal {
  if (statusCode === 413) return { code: "tooLarge", values: { max: maxFactsPerBatch } };
  if (statusCode === 415) return { code: "mediaType" };
  if (statusCode === 429) return { code: "tooMany", values: { seconds: 60 } };
  if (code.includes("JSON_BODY")) return { code: "badJson" };
  if (statusCode >= 400 && statusCode < 500) return { code: "badRequest", values: { message } };
  return outage.test(code) ? { code: "databaseUnavailable" } : { code: "unexpected" };
}

/** The one place where errors end. */
export async function onError(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const failure: Failure = typeof error === "object" && error !== null ? error : {};
  const refusal = refusalOf(failure);
  if (refusal.code === "unexpected" || refusal.code === "databaseUnavailable") {
    request.log.error({ err: error, route: request.routeOptions.url }, "a request failed");
  }
  await refuse(request, reply, refusal);
}
