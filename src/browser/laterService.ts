/** The aggregation service, whose client is fetched with the first call: the due date of the open message needs none. */
import { chunk } from "../addin/chunk.ts";
import { laterPort } from "../addin/laterPort.ts";
import type { Service } from "../addin/ports.ts";
import type { ServiceSite } from "./serviceCall.ts";

export function laterService(site: ServiceSite): Service {
  const client = chunk(async () =>
    (await import(/* webpackChunkName: "service" */ "./fetchService.ts")).fetchService(site),
  );
  return laterPort<Service>(() => client.load(), {
    me: true,
    policy: true,
    report: true,
    states: true,
    cover: true,
    statistics: true,
    audit: true,
  });
}
