/** A refusal: an expected outcome, said as an RFC 9457 problem document in the caller's language. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ProblemDetails } from "../contract/problem.ts";
import type { Language } from "../domain/wording/dates.ts";
import { acceptedLanguage } from "./acceptedLanguage.ts";
import { sentence, type SentenceKey, titleOf } from "./wording.ts";

/** A code is the name of its sentence; what a request says wrongly is a 400, everything else stands here. */
export type RefusalCode = SentenceKey;

const statuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  noToken: 401,
  malformedToken: 401,
  algorithm: 401,
  signature: 401,
  unknownKey: 401,
  issuer: 401,
  audience: 401,
  tenant: 401,
  version: 401,
  client: 401,
  expired: 401,
  notYetValid: 401,
  missingClaim: 401,
  claim: 401,
  scope: 403,
  noRole: 403,
  noDepartment: 403,
  otherDepartment: 403,
  otherFunction: 403,
  administratorOnly: 403,
  notFound: 404,
  wrongMethod: 405,
  slowRequest: 408,
  tooLarge: 413,
  mediaType: 415,
  tooMany: 429,
  largeHeaders: 431,
  unexpected: 500,
  keysUnavailable: 503,
  databaseUnavailable: 503,
  stopping: 503,
};

export interface Refusal {
  readonly code: RefusalCode;
  /** What the sentence's {names} stand for: the policy's words, or the caller's own, which nobody else reads. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** The field at fault, where there is one. */
  readonly field?: string;
}

/** The language of an answer: the one of ours that the caller likes best, English when we speak none of them. */
export function languageFor(request: FastifyRequest): Language {
  return acceptedLanguage(request.headers["accept-language"]);
}

/** The problem document (RFC 9457) of a refusal. Its type is a name, not an address to follow. */
export function problemOf(refusal: Refusal, language: Language): ProblemDetails {
  const status = statuses[refusal.code] ?? 400;
  return {
    type: `urn:civicreply:problem:${refusal.code}`,
    title: titleOf(status, language),
    status,
    detail: sentence(refusal.code, language, refusal.values),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
  };
}

/** Sends the refusal; a 401 says by what scheme to sign in (RFC 9110 §11.6.1, RFC 6750 §3). */
export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const language = languageFor(request);
  const problem = problemOf(refusal, language);
  if (problem.status === 401) {
    const challenge = refusal.code === "noToken" ? "Bearer" : 'Bearer error="invalid_token"';
    void reply.header("www-authenticate", challenge);
  }
  if (refusal.code === "scope") void reply.header("www-authenticate", 'Bearer error="insufficient_scope"');
  return reply
    .code(problem.status)
    .header("content-language", language)
    .header("cache-control", "no-store")
    .type("application/problem+json")
    .send(JSON.stringify(problem));
}
