/** What is counted of the running process, for Prometheus: nothing of who asks, nor of what stands in a request. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  /** @param route the pattern, such as "/api/facts"; undefined where no route matched */
  answered(method: string, route: string | undefined, status: number, seconds: number): void;
  factTaken(kind: string): void;
  /** @param reason the refusal's code: one of a closed list */
  factRefused(reason: string): void;
  /** A request could not be answered because the database did not. */
  databaseFailed(): void;
  /** Null where nothing is published. */
  readonly published: {
    readonly contentType: string;
    /** @param databaseUp whether the database answers at this moment */
    text(databaseUp: boolean): Promise<string>;
  } | null;
}

/** For a site that does not publish them: nothing is counted. */
export const silentMetrics: Metrics = {
  answered: () => undefined,
  factTaken: () => undefined,
  factRefused: () => undefined,
  databaseFailed: () => undefined,
  published: null,
};

/** From a look-up on a small database to a batch on a busy one. */
const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** A registry of its own, so that two services in one process do not count each other's requests. */
export function prometheusMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: "civicreply_http_requests_total",
    help: "Requests by route, method and status.",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "civicreply_http_request_duration_seconds",
    help: "Time from a request's headers to its answer's end.",
    labelNames: ["method", "route"],
    buckets: secondsBuckets,
    registers,
  });
  const taken = new Counter({
    name: "civicreply_facts_taken_total",
    help: "Facts that were taken, repeated ones included, by kind.",
    labelNames: ["kind"],
    registers,
  });
  const refused = new Counter({
    name: "civicreply_facts_refused_total",
    help: "Facts that were refused, by reason.",
    labelNames: ["reason"],
    registers,
  });
  const failures = new Counter({
    name: "civicreply_database_errors_total",
    help: "Requests that failed because the database did not answer.",
    registers,
  });
  const up = new Gauge({ name: "civicreply_database_up", help: "1 when the database answers, else 0.", registers });
  return {
    answered(method, route = "none", status, seconds) {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    factTaken: (kind) => taken.inc({ kind }),
    factRefused: (reason) => refused.inc({ reason }),
    databaseFailed: () => failures.inc(),
    published: {
      contentType: register.contentType,
      async text(databaseUp) {
        up.set(databaseUp ? 1 : 0);
        return register.metrics();
      },
    },
  };
}
