/** The code behind each row of the table; the compiler sees to it that none is missing. */
import type { FastifyInstance } from "fastify";
import type { AppParts } from "../parts.ts";
import { auditHandler } from "./audit.ts";
import { closeHandler } from "./closures.ts";
import { coverageHandler } from "./coverage.ts";
import { departmentsHandler } from "./departments.ts";
import { docsHandler, openApiHandler } from "./document.ts";
import { addFactsHandler, putFactHandler } from "./facts.ts";
import { healthHandler, readyHandler } from "./health.ts";
import { inquiriesHandler } from "./inquiries.ts";
import { csvFile, inquiriesExportHandler, ndjsonFile } from "./inquiriesExport.ts";
import { meHandler } from "./me.ts";
import { metricsHandler } from "./metrics.ts";
import { periodsHandler, setPeriodHandler } from "./periods.ts";
import { erasePersonHandler, ownFiguresHandler, personsHandler } from "./persons.ts";
import { policyHandler, policyVersionsHandler } from "./policy.ts";
import type { Handler } from "./route.ts";
import { seriesCsvHandler, seriesHandler } from "./series.ts";
import { statisticsHandler } from "./statistics.ts";
import { eraseHandler, findInquiryHandler, recalculateHandler } from "./upkeep.ts";
import type { RouteName, RouteOf } from "./table.ts";

type Handlers = { readonly [Name in RouteName]: Handler<RouteOf<Name>> };

export function handlers(app: FastifyInstance, parts: AppParts): Handlers {
  const health = healthHandler(parts);
  const ready = readyHandler(app, parts);
  return {
    health,
    healthAtRoot: health,
    ready,
    readyAtRoot: ready,
    metrics: metricsHandler(parts),
    openApi: openApiHandler(),
    docs: docsHandler(),
    me: meHandler(parts),
    ownFigures: ownFiguresHandler(parts),
    policy: policyHandler(parts),
    policyVersions: policyVersionsHandler(parts),
    departments: departmentsHandler(parts),
    addFacts: addFactsHandler(parts),
    putFact: putFactHandler(parts),
    inquiries: inquiriesHandler(parts),
    coverage: coverageHandler(parts),
    statistics: statisticsHandler(parts),
    persons: personsHandler(parts),
    series: seriesHandler(parts),
    seriesCsv: seriesCsvHandler(parts),
    inquiriesCsv: inquiriesExportHandler(parts, csvFile),
    inquiriesNdjson: inquiriesExportHandler(parts, ndjsonFile),
    periods: periodsHandler(parts),
    setPeriod: setPeriodHandler(parts),
    audit: auditHandler(parts),
    recalculate: recalculateHandler(parts),
    close: closeHandler(parts),
    findInquiry: findInquiryHandler(parts),
    erase: eraseHandler(parts),
    erasePerson: erasePersonHandler(parts),
  };
}
