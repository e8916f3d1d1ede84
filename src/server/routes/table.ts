/**
 * Every route of the service: who may ask what, and what is answered. Requests are checked by these schemas, the API
 * document is made of them, and the tests take their routes from here.
 *
 * Not here: the add-in's own files (web.ts) and the published standard (standard/routes.ts), which are for readers.
 */
import * as z from "zod/mini";
import { coverageSchema } from "../../contract/coverage.ts";
import { departmentsSchema } from "../../contract/departments.ts";
import { exportedText, inquiriesQuestion } from "../../contract/exports.ts";
import { factAnswersSchema, factBatchSchema, factPlaceSchema } from "../../contract/facts.ts";
import { unreadFact } from "../../contract/fields.ts";
import { healthSchema } from "../../contract/health.ts";
import { meSchema } from "../../contract/me.ts";
import { periodPlace, periodRequest, periodSetSchema, periodsSchema } from "../../contract/periods.ts";
import { policyVersionsSchema } from "../../contract/policyVersions.ts";
import { seriesQuestion, seriesSchema } from "../../contract/series.ts";
import { servedPolicySchema } from "../../contract/served.ts";
import { statesRequestSchema, statesSchema } from "../../contract/states.ts";
import { statisticsQuestion, statisticsSchema } from "../../contract/statistics.ts";
import {
  auditQuestion,
  auditSchema,
  closureRequest,
  closureSchema,
  erasedSchema,
  foundSchema,
  messageIdRequest,
  recalculationRequest,
  recalculationSchema,
} from "../../contract/upkeep.ts";
import { personRoutes } from "./personRoutes.ts";
import type { Route } from "./route.ts";

const health = {
  method: "GET",
  address: "/api/health",
  access: "anyone",
  summary: "Whether the service answers, and its database too.",
  answer: healthSchema,
  refusals: [503],
} as const satisfies Route;

const ready = {
  method: "GET",
  address: "/api/ready",
  access: "anyone",
  summary: "Whether requests should be sent here: the database answers, and the service is not stopping.",
  answer: healthSchema,
  refusals: [503],
} as const satisfies Route;

export const routes = {
  health,
  healthAtRoot: { ...health, address: "/health" },
  ready,
  readyAtRoot: { ...ready, address: "/ready" },
  metrics: {
    method: "GET",
    address: "/metrics",
    access: "anyone",
    summary: "Figures of the running process in Prometheus' text format; 404 unless CIVICREPLY_METRICS is 1.",
    answer: z.string(),
    media: "text/plain",
    refusals: [404],
  },
  openApi: {
    method: "GET",
    address: "/api/openapi.json",
    access: "anyone",
    summary: "This document.",
    answer: z.record(z.string(), z.unknown()),
  },
  docs: {
    method: "GET",
    address: "/api/docs",
    access: "anyone",
    summary: "This document as a page to read.",
    answer: z.string(),
    media: "text/html",
  },
  me: {
    method: "GET",
    address: "/api/me",
    access: "signedIn",
    summary: "The caller's roles and departments, the key under which inquiry ids are made, and the service's clock.",
    answer: meSchema,
  },
  policy: {
    method: "GET",
    address: "/api/policy",
    access: "signedIn",
    summary: "The policy in force with the zone offsets that its calendars need.",
    answer: servedPolicySchema,
    tagged: true,
  },
  policyVersions: {
    method: "GET",
    address: "/api/policy/versions",
    access: "signedIn",
    summary: "Which versions of the policy were in force from when, oldest first.",
    answer: policyVersionsSchema,
  },
  departments: {
    method: "GET",
    address: "/api/departments",
    access: "signedIn",
    summary: "The departments whose figures the caller may see; none for whoever may see none.",
    answer: departmentsSchema,
  },
  addFacts: {
    method: "POST",
    address: "/api/facts",
    access: "signedIn",
    summary: "Takes up to 500 facts, each judged by itself, and answers for each once it is safely on disk.",
    body: factBatchSchema,
    answer: factAnswersSchema,
  },
  putFact: {
    method: "PUT",
    address: "/api/facts/:inquiry/:fact",
    access: "signedIn",
    summary:
      "Takes one fact, under its own name; it is safely on disk when this is answered. Once or often is the same.",
    params: factPlaceSchema,
    body: unreadFact,
    answer: null,
  },
  inquiries: {
    method: "POST",
    address: "/api/inquiries",
    access: "signedIn",
    summary:
      "The facts that all colleagues told of up to 500 inquiries which the caller can name; unknown ones are left out.",
    body: statesRequestSchema,
    answer: statesSchema,
  },
  coverage: {
    method: "PUT",
    address: "/api/coverage",
    access: "signedIn",
    summary: "Takes how far a mailbox was looked through, and whether it still is. Nothing of who said it is kept.",
    body: coverageSchema,
    answer: null,
  },
  statistics: {
    method: "GET",
    address: "/api/statistics",
    access: "figures",
    summary: "How well the promise was kept: one department's figures, or those of all that the caller may see.",
    query: statisticsQuestion,
    answer: statisticsSchema,
  },
  series: {
    method: "GET",
    address: "/api/statistics/series",
    access: "figures",
    summary: "The figures of every day, week or month of a span, in all or for each channel or department.",
    query: seriesQuestion,
    answer: seriesSchema,
  },
  seriesCsv: {
    method: "GET",
    address: "/api/statistics/series.csv",
    access: "figures",
    summary: "The same as a table, for a spreadsheet: a row for each period of each part.",
    query: seriesQuestion,
    answer: exportedText,
    media: "text/csv",
  },
  inquiriesCsv: {
    method: "GET",
    address: "/api/inquiries.csv",
    access: "figures",
    summary: "A row for each inquiry received on these days: metadata alone, and of no person.",
    query: inquiriesQuestion,
    answer: exportedText,
    media: "text/csv",
  },
  inquiriesNdjson: {
    method: "GET",
    address: "/api/inquiries.ndjson",
    access: "figures",
    summary: "The same, a JSON object a line.",
    query: inquiriesQuestion,
    answer: exportedText,
    media: "application/x-ndjson",
  },
  periods: {
    method: "GET",
    address: "/api/periods",
    access: "signedIn",
    summary: "The high-volume periods, past and to come, in which response times are longer.",
    answer: periodsSchema,
  },
  setPeriod: {
    method: "PUT",
    address: "/api/periods/:period",
    access: "administrator",
    summary: "Sets a high-volume period, or changes one that was set here; open inquiries go by it at once.",
    params: periodPlace,
    body: periodRequest,
    answer: periodSetSchema,
  },
  audit: {
    method: "GET",
    address: "/api/audit",
    access: "signedIn",
    summary: "Who looked at figures, and who changed what, in the past 400 days; the newest 500 of them.",
    query: auditQuestion,
    answer: auditSchema,
  },
  recalculate: {
    method: "POST",
    address: "/api/recalculations",
    access: "administrator",
    summary:
      "Works out what was received on these days by the policy in force again, after a late correction: both dates stay.",
    body: recalculationRequest,
    answer: recalculationSchema,
  },
  close: {
    method: "POST",
    address: "/api/closures",
    access: "administrator",
    summary:
      "Takes off the clock what waits unanswered in a shared mailbox that was closed, and what is still told of it, counted as mailboxClosed.",
    body: closureRequest,
    answer: closureSchema,
  },
  findInquiry: {
    method: "POST",
    address: "/api/inquiries/search",
    access: "administrator",
    summary: "The id under which a message's inquiry is known, and how many facts are kept of it.",
    body: messageIdRequest,
    answer: foundSchema,
  },
  erase: {
    method: "POST",
    address: "/api/erasures",
    access: "administrator",
    summary: "Takes away all that is kept of a message's inquiry, for good: its figures go with it.",
    body: messageIdRequest,
    answer: erasedSchema,
  },
  ...personRoutes,
} as const satisfies Readonly<Record<string, Route>>;

export type RouteName = keyof typeof routes;
export type RouteOf<Name extends RouteName> = (typeof routes)[Name];
