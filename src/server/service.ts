/** The composition root: from settings to a listening service. */
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createSecureContext } from "node:tls";
import type { Logger } from "pino";
import { parseWith } from "../contract/parse.ts";
import { siteSettingsSchema } from "../contract/settings.ts";
import { createApp } from "./app.ts";
import { machineClock, type Now } from "./clock.ts";
import { type CurrentPolicy, readPolicy } from "./currentPolicy.ts";
import { inquiryKey } from "./identity/inquiryKey.ts";
import { signingKeys } from "./identity/signingKeys.ts";
import { startUpkeep } from "./upkeep.ts";
import { tokenVerifier } from "./identity/verifier.ts";
import { followPeriods, livePolicy } from "./livePolicy.ts";
import { serviceLog } from "./log.ts";
import { prometheusMetrics, silentMetrics } from "./metrics.ts";
import type { AppParts } from "./parts.ts";
import { problemLines, type Settings } from "./settings.ts";
import { monthsFromCounts } from "./standard/monthsFromCounts.ts";
import type { FactStore } from "./store/factStore.ts";
import { openStore } from "./store/openStore.ts";

export interface RunningService {
  /** Such as "https://localhost:8443". */
  readonly origin: string;
  /** Lets requests in flight finish, then closes the database. */
  stop(): Promise<void>;
}

/** The service cannot start; the message is a sentence for the administrator. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}

async function textOf(setting: string, file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new CannotStart(`${setting}: the file ${file} cannot be read.`, { cause: error });
  }
}

async function tlsOf(files: Settings["tls"]): Promise<AppParts["tls"]> {
  if (!files) return null;
  const cert = await textOf("CIVICREPLY_TLS_CERT", files.certFile);
  const key = await textOf("CIVICREPLY_TLS_KEY", files.keyFile);
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    throw new CannotStart("CIVICREPLY_TLS_CERT and CIVICREPLY_TLS_KEY do not hold a certificate and its key (PEM).", {
      cause: error,
    });
  }
  return { cert, key };
}

async function policyOf(file: string, log: Logger): Promise<CurrentPolicy> {
  const read = await readPolicy(file);
  if (!read.ok) throw new CannotStart(`The policy ${file} cannot be used:\n${problemLines(read.problems)}`);
  for (const { path, message } of read.warnings) log.warn({ path }, `policy: ${message}`);
  return read.value;
}

async function webOf({ webRoot, siteSettingsFile }: Settings): Promise<AppParts["web"]> {
  if (webRoot === null) return null;
  if (siteSettingsFile === null) return { root: webRoot, siteSettings: null };
  const text = await textOf("CIVICREPLY_SITE_SETTINGS", siteSettingsFile);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new CannotStart(`CIVICREPLY_SITE_SETTINGS: ${siteSettingsFile} is not JSON.`, { cause: error });
  }
  const read = parseWith(siteSettingsSchema, document);
  if (!read.ok) throw new CannotStart(`CIVICREPLY_SITE_SETTINGS cannot be used:\n${problemLines(read.problems)}`);
  return { root: webRoot, siteSettings: text };
}

function storeOf({ database }: Settings, log: Logger): Promise<FactStore> {
  return openStore(database, (error) => log.warn({ err: error }, "a database connection was lost"));
}

async function partsOf(
  settings: Settings,
  now: Now,
  log: Logger,
): Promise<Omit<AppParts, "store" | "inquiryKey" | "standard">> {
  const ca = settings.caFile === null ? null : await textOf("CIVICREPLY_CA", settings.caFile);
  const keys = signingKeys({
    issuer: settings.identity.issuer,
    jwksUrl: settings.jwksUrl,
    ca,
    // The sandbox rolls its keys to show that it works; nobody should wait for it.
    cooldownMs: settings.sandbox ? 0 : 30_000,
  });
  return {
    policy: livePolicy(await policyOf(settings.policyFile, log)),
    verify: tokenVerifier(settings.identity, keys, now),
    now,
    log,
    metrics: settings.metrics ? prometheusMetrics() : silentMetrics,
    departmentsByGroup: settings.departmentsByGroup,
    allowedOrigins: settings.allowedOrigins,
    sampleData: settings.sampleData,
    tls: await tlsOf(settings.tls),
    web: await webOf(settings),
  };
}

function whyNotListening(error: unknown, { host, port }: Settings): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === "EADDRINUSE") {
    return new CannotStart(`Port ${port} is taken on ${host}. Stop the other program, or set CIVICREPLY_PORT.`);
  }
  if (code === "EACCES")
    return new CannotStart(`Port ${port} needs more rights than this process has. Set CIVICREPLY_PORT.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new CannotStart(`This machine has no address ${host}. Set CIVICREPLY_HOST.`);
  }
  return error;
}

function originOf(settings: Settings, port: number): string {
  const everywhere = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(settings.host);
  return `${settings.tls ? "https" : "http"}://${everywhere ? "localhost" : settings.host}:${port}`;
}

/**
 * Starts the service and resolves when it listens.
 *
 * @param now the clock; tests and the sandbox give their own
 * @throws CannotStart or StoreUnusable, with a sentence that says what to do
 */
export async function startService(settings: Settings, now: Now = machineClock): Promise<RunningService> {
  const log = serviceLog(settings.logLevel);
  const parts = await partsOf(settings, now, log);
  const store = await storeOf(settings, log);
  try {
    await followPeriods(parts.policy, store);
    const moved = await store.adopt(parts.policy, now());
    if (moved > 0) {
      log.warn({ moved }, "the policy changed: due dates of open inquiries moved with it");
      const { version } = parts.policy.rules.policy;
      await store.audit.note("policyChanged", null, now(), { version, moved });
    }
    const upkeep = startUpkeep(store, parts.policy, now, log);
    const key = await inquiryKey(settings.inquiryKey, store);
    const standard = settings.standardPage ? { monthsOf: monthsFromCounts(store, parts.policy.rules, key) } : null;
    const app = await createApp({ ...parts, store, inquiryKey: key, standard });
    await app.listen({ host: settings.host, port: settings.port });
    const { port } = app.server.address() as AddressInfo;
    return {
      origin: originOf(settings, port),
      async stop() {
        upkeep.stop();
        await app.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw whyNotListening(error, settings);
  }
}
