/** The whole app over a real SQLite file, asked without a network. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { pino } from "pino";
import type { Instant } from "../../../src/domain/time.ts";
import type { CurrentPolicy } from "../../../src/server/currentPolicy.ts";
import { livePolicy } from "../../../src/server/livePolicy.ts";
import { createApp } from "../../../src/server/app.ts";
import { silentMetrics } from "../../../src/server/metrics.ts";
import { tokenVerifier } from "../../../src/server/identity/verifier.ts";
import { usualLimits } from "../../../src/server/limits.ts";
import type { AppParts } from "../../../src/server/parts.ts";
import { monthsFromCounts } from "../../../src/server/standard/monthsFromCounts.ts";
import type { FactStore } from "../../../src/server/store/factStore.ts";
import { openSqlite } from "../../../src/server/store/sqlite.ts";
import { expectDocumented } from "./documented.ts";
import { type Claims, identity, type TestIssuer, testIssuer, testNow } from "./issuer.ts";
import { town } from "./town.ts";

/** Group of the planning department's supervisors. */
export const planningGroup = "6f1c0c52-0000-4000-8000-0000000000f1";
const parksGroup = "6f1c0c52-0000-4000-8000-0000000000f2";

export const people = {
  employee: {},
  supervisor: { roles: ["Supervisor"], groups: [planningGroup] },
  parksSupervisor: { roles: ["Supervisor"], groups: [parksGroup] },
  supervisorWithoutDepartment: { roles: ["Supervisor"] },
  reviewer: { roles: ["Reviewer"] },
  administrator: { roles: ["Administrator"] },
} as const satisfies Record<string, Claims>;

export type Who = keyof typeof people;

type Changes = Partial<Omit<AppParts, "policy">> & { readonly policy?: CurrentPolicy };

export interface TestApp {
  readonly app: FastifyInstance;
  readonly store: FactStore;
  readonly issuer: TestIssuer;
  /** Asks as one of the people, or without a token; an answer that the API document does not know fails the test. */
  readonly ask: (who: Who | null, request: InjectOptions) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

/** Making keys is slow; the issuer is the same for all apps of a test file. */
let issuerOfFile: Promise<TestIssuer> | null = null;

export async function testApp(changes: Changes = {}, now: () => Instant = () => testNow): Promise<TestApp> {
  const folder = await mkdtemp(path.join(tmpdir(), "civicreply-app-"));
  issuerOfFile ??= testIssuer();
  const issuer = await issuerOfFile;
  const store = await openSqlite(path.join(folder, "town.db"));
  const { policy: document = town(), ...others } = changes;
  const policy = livePolicy(document);
  await store.adopt(policy, now());
  const inquiryKey = "A".repeat(43);
  const app = await createApp({
    store,
    policy,
    verify: tokenVerifier(identity, issuer.keys, now),
    now,
    log: pino({ level: "silent" }),
    metrics: silentMetrics,
    inquiryKey,
    departmentsByGroup: { [planningGroup]: ["planning"], [parksGroup]: ["parks"] },
    allowedOrigins: ["https://addin.elmbend.example"],
    sampleData: false,
    tls: null,
    web: null,
    standard: { monthsOf: monthsFromCounts(store, policy.rules, inquiryKey) },
    limits: usualLimits,
    trustProxy: false,
    ...others,
  });
  return {
    app,
    store,
    issuer,
    async ask(who, request) {
      const token = who === null ? null : await issuer.token(people[who]);
      const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
      const answer = await app.inject({ ...request, headers: { ...authorization, ...request.headers } });
      expectDocumented(request.method ?? "GET", request.url as string, answer);
      return answer;
    },
    async close() {
      await app.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
