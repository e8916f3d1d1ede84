/** The whole app over a real SQLite file, asked without a network. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { pino } from "pino";
import type { Instant } from "../../../src/domain/time.ts";
import { createApp } from "../../../src/server/app.ts";
import { tokenVerifier } from "../../../src/server/identity/verifier.ts";
import { usualLimits } from "../../../src/server/limits.ts";
import type { AppParts } from "../../../src/server/parts.ts";
import type { FactStore } from "../../../src/server/store/factStore.ts";
import { openSqlite } from "../../../src/server/store/sqlite.ts";
import { type Claims, identity, type TestIssuer, testIssuer, testNow } from "./issuer.ts";
import { town } from "./town.ts";

/** Group of the planning department's supervisors. */
export const planningGroup = "6f1c0c52-0000-4000-8000-0000000000f1";

export const people = {
  employee: {},
  supervisor: { roles: ["Supervisor"], groups: [planningGroup] },
  supervisorWithoutDepartment: { roles: ["Supervisor"] },
  reviewer: { roles: ["Reviewer"] },
  administrator: { roles: ["Administrator"] },
} as const satisfies Record<string, Claims>;

export type Who = keyof typeof people;

export interface TestApp {
  readonly app: FastifyInstance;
  readonly store: FactStore;
  readonly issuer: TestIssuer;
  /** Asks as one of the people, or without a token. */
  readonly ask: (who: Who | null, request: InjectOptions) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

/** Making keys is slow; the issuer is the same for all apps of a test file. */
let issuerOfFile: Promise<TestIssuer> | null = null;

export async function testApp(changes: Partial<AppParts> = {}, now: () => Instant = () => testNow): Promise<TestApp> {
  const folder = await mkdtemp(path.join(tmpdir(), "civicreply-app-"));
  issuerOfFile ??= testIssuer();
  const issuer = await issuerOfFile;
  const store = await openSqlite(path.join(folder, "town.db"));
  const app = await createApp({
    store,
    policy: town(),
    verify: tokenVerifier(identity, issuer.keys, now),
    now,
    log: pino({ level: "silent" }),
    inquiryKey: "A".repeat(43),
    departmentsByGroup: { [planningGroup]: ["planning"] },
    allowedOrigins: ["https://addin.elmbend.example"],
    sampleData: false,
    tls: null,
    web: null,
    limits: usualLimits,
    trustProxy: false,
    ...changes,
  });
  return {
    app,
    store,
    issuer,
    async ask(who, request) {
      const token = who === null ? null : await issuer.token(people[who]);
      const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
      return app.inject({ ...request, headers: { ...authorization, ...request.headers } });
    },
    async close() {
      await app.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
