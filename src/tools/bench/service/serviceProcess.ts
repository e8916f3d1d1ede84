/**
 * Entry of the process in which the service runs, or a bare route of fastify beside it: what it takes of processor and
 * memory is then its own alone. Told what to run as its one argument; says where it listens.
 */
import type { AddressInfo } from "node:net";
import { fastify, type FastifyInstance } from "fastify";
import { createLocalJWKSet, type JWK } from "jose";
import { pino } from "pino";
import { createApp } from "../../../server/app.ts";
import { tokenVerifier } from "../../../server/identity/verifier.ts";
import { usualLimits } from "../../../server/limits.ts";
import { livePolicy } from "../../../server/livePolicy.ts";
import { silentMetrics } from "../../../server/metrics.ts";
import { type DatabasePlace, openStore } from "../../../server/store/openStore.ts";
import { benchCity } from "./benchCity.ts";
import { theMoment } from "./inventedFacts.ts";
import { identity } from "./tokens.ts";

/** Null: the bare route. */
export interface ServiceOrder {
  readonly place: DatabasePlace;
  readonly key: JWK;
}

async function bareRoute(): Promise<FastifyInstance> {
  const bare = fastify();
  bare.post("/api/facts", (request) => ({ taken: (request.body as { facts: unknown[] }).facts.length }));
  return Promise.resolve(bare);
}

async function service({ place, key }: ServiceOrder): Promise<FastifyInstance> {
  const store = await openStore(place);
  const policy = livePolicy(await benchCity());
  await store.adopt(policy, theMoment);
  const now = () => theMoment;
  const app = await createApp({
    ...{ store, policy, now, metrics: silentMetrics, tls: null, web: null, standard: null, sampleData: false },
    verify: tokenVerifier(identity, createLocalJWKSet({ keys: [key] }), now),
    log: pino({ level: "silent" }),
    inquiryKey: "A".repeat(43),
    departmentsByGroup: {},
    limits: { ...usualLimits, requestsPerMinute: 1_000_000 },
    trustProxy: false,
    allowedOrigins: [],
  });
  app.addHook("onClose", () => store.close());
  return app;
}

const order = JSON.parse(process.argv[2] ?? "null") as ServiceOrder | null;
const app = await (order === null ? bareRoute() : service(order));
await app.listen({ host: "127.0.0.1", port: 0 });

process.on("message", () => process.send?.({ peakKilobytes: process.resourceUsage().maxRSS }));
process.on("disconnect", () => void app.close().then(() => process.exit()));
process.send?.({ origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` });
