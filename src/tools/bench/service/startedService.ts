/** The service as it ships over an SQLite file, asked over HTTP by somebody whose token it verifies. */
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from "jose";
import { pino } from "pino";
import { createApp } from "../../../server/app.ts";
import type { CurrentPolicy } from "../../../server/currentPolicy.ts";
import { tokenVerifier } from "../../../server/identity/verifier.ts";
import { usualLimits } from "../../../server/limits.ts";
import { livePolicy } from "../../../server/livePolicy.ts";
import { silentMetrics } from "../../../server/metrics.ts";
import type { FactStore } from "../../../server/store/factStore.ts";
import { openSqlite } from "../../../server/store/sqlite.ts";
import { theMoment } from "./inventedFacts.ts";

const identity = {
  issuer: "https://login.elmbend.example/v2.0",
  ...{ audience: "api", tenant: "tenant", clients: ["api"], scope: "access_as_user" },
};

export interface StartedService {
  readonly store: FactStore;
  readonly origin: string;
  /** Another person each time: nobody meets the limit of one. */
  readonly authorization: () => string;
  stop(): Promise<void>;
}

const people = 50;

export async function startedService(folder: string, city: CurrentPolicy): Promise<StartedService> {
  const store = await openSqlite(path.join(folder, "bench.db"));
  const policy = livePolicy(city);
  await store.adopt(policy, theMoment);
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: "1", alg: "RS256", use: "sig" }] });
  const tokens = await Promise.all(Array.from({ length: people }, (_, index) => token(privateKey, index)));
  const now = () => theMoment;
  const app = await createApp({
    ...{ store, policy, now, metrics: silentMetrics, tls: null, web: null, standard: null, sampleData: false },
    verify: tokenVerifier(identity, keys, now),
    log: pino({ level: "silent" }),
    inquiryKey: "A".repeat(43),
    departmentsByGroup: {},
    limits: { ...usualLimits, requestsPerMinute: 1_000_000 },
    trustProxy: false,
    allowedOrigins: [],
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  let asked = 0;
  return {
    store,
    origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    authorization: () => `Bearer ${tokens[(asked += 1) % people] ?? ""}`,
    async stop() {
      await app.close();
      await store.close();
    },
  };
}

function token(key: CryptoKey, index: number): Promise<string> {
  const seconds = Math.floor(theMoment / 1000);
  const claims = { tid: "tenant", oid: `person-${index}`, azp: "api", scp: "access_as_user", ver: "2.0" };
  return new SignJWT({ ...claims, roles: ["Reviewer"] })
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: "1" })
    .setIssuer(identity.issuer)
    .setAudience("api")
    .setIssuedAt(seconds - 60)
    .setExpirationTime(seconds + 3600)
    .sign(key);
}
