/** /standard, /standard.json and /standard.css: the published standard, for everyone, without a token. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ProblemDetails } from "../../contract/problem.ts";
import type { Language } from "../../domain/wording/dates.ts";
import { etagOf, isKnown } from "../etag.ts";
import type { AppParts } from "../parts.ts";
import { languageFor } from "../refusal.ts";
import { titleOf } from "../wording.ts";
import { answerAsData } from "./answer.ts";
import { type MonthsOf, publishedFigures } from "./figures.ts";
import { page } from "./page.ts";
import { askedIn, type FieldProblem } from "./question.ts";
import { type Shown, shownTo } from "./shown.ts";
import { stylesheet, stylesheetTag } from "./stylesheet.ts";

export interface StandardParts {
  readonly monthsOf: MonthsOf;
}

/** A page and its stylesheet are two; more than a person asks, so that only a runaway program meets it. */
const requestsPerMinute = 120;
const shortLife = "public, max-age=300";
/** No script, no frame, nothing from elsewhere: one stylesheet and one form of our own. */
const pagePolicy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Puts the routes into a scope of their own. Needs the rate limit plugin registered above it. */
export function standardRoutes(scope: FastifyInstance, parts: AppParts, { monthsOf }: StandardParts): void {
  const { policy, now, log, sampleData } = parts;
  const figures = publishedFigures({ rules: policy.rules, monthsOf, now, log, sampleData });
  const shown = async (request: FastifyRequest): Promise<Shown> => {
    const asked = { asked: askedIn(request.query), language: languageAsked(request) };
    return shownTo(asked, policy.rules, await figures(), now());
  };

  scope.addHook(
    "onRequest",
    scope.rateLimit({ max: requestsPerMinute, timeWindow: 60_000, keyGenerator: ({ ip }) => ip }),
  );
  scope.get("/standard", async (request, reply) => {
    const found = await shown(request);
    void reply.header("content-security-policy", pagePolicy).type("text/html; charset=utf-8");
    return send(request, reply, found, page(found));
  });
  scope.get("/standard.json", async (request, reply) => {
    const found = await shown(request);
    // Any page of the city may show what is public anyway.
    void reply.header("access-control-allow-origin", "*").header("cross-origin-resource-policy", "cross-origin");
    void reply.type(found.problems.length > 0 ? "application/problem+json" : "application/json; charset=utf-8");
    return send(request, reply, found, JSON.stringify(asData(request, found)));
  });
  scope.get("/standard.css", (request, reply) => {
    void reply.header("etag", stylesheetTag).header("cache-control", shortLife);
    if (isKnown(request.headers["if-none-match"], stylesheetTag)) return reply.code(304).send();
    return reply.type("text/css; charset=utf-8").send(stylesheet);
  });
}

/** ?language= before what the browser prefers. */
function languageAsked(request: FastifyRequest): Language {
  const { language } = request.query as { readonly language?: unknown };
  return language === "en" || language === "fr" ? language : languageFor(request);
}

function asData(request: FastifyRequest, { standard, figures, answer, problems: [problem] }: Shown): object {
  if (problem !== undefined) return problemOf(problem, request, standard.language);
  return { ...standard, figures, answer: answer === null ? null : answerAsData(answer, standard.language) };
}

/** RFC 9457, as everywhere in this service; day and time may have come as one. */
function problemOf({ field, message }: FieldProblem, request: FastifyRequest, language: Language): ProblemDetails {
  const isOn = (field === "day" || field === "time") && "on" in (request.query as object);
  return {
    type: "urn:civicreply:problem:standardQuestion",
    title: titleOf(400, language),
    status: 400,
    detail: message,
    field: isOn ? "on" : field,
  };
}

/** Answers to a question are kept nowhere; the standard itself for minutes. */
function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { standard, asked, problems }: Shown,
  body: string,
): FastifyReply {
  void reply.header("content-language", standard.language).header("vary", "accept-language, origin");
  if (problems.length > 0) void reply.code(400);
  if (asked !== null) return reply.header("cache-control", "no-store").send(body);
  const etag = etagOf(body);
  void reply.header("etag", etag).header("cache-control", shortLife);
  return isKnown(request.headers["if-none-match"], etag) ? reply.code(304).send() : reply.send(body);
}
