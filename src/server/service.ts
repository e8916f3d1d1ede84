/** The composition root: from settings to a listening service. */
import type { Server } from "node:http";
import { Server as TlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Problem } from "../domain/time.ts";
import type { Language } from "../domain/wording/dates.ts";
import { createApp } from "./app.ts";
import { followCertificate } from "./certificate.ts";
import { machineClock, type Now } from "./clock.ts";
import { inquiryKey } from "./identity/inquiryKey.ts";
import { signingKeys } from "./identity/signingKeys.ts";
import { startUpkeep } from "./upkeep.ts";
import { tokenVerifier } from "./identity/verifier.ts";
import { followPeriods, livePolicy } from "./livePolicy.ts";
import { serviceLog } from "./log.ts";
import { prometheusMetrics, silentMetrics } from "./metrics.ts";
import type { AppParts } from "./parts.ts";
import { problemLines, type Settings } from "./settings.ts";
import { readSite, type Site } from "./site.ts";
import { monthsFromCounts } from "./standard/monthsFromCounts.ts";
import { startWords, type StartWords } from "./startWording.ts";
import type { FactStore } from "./store/factStore.ts";
import { openStore } from "./store/openStore.ts";

export interface RunningService {
  /** Such as "https://localhost:8443". */
  readonly origin: string;
  /** Refuses new connections, lets requests in flight finish, then closes the database. */
  stop(): Promise<void>;
}

/** The service cannot start; the message has a line for the administrator for each problem. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problemLines(problems), options);
  }
}

function storeOf({ database }: Settings, log: Logger): Promise<FactStore> {
  return openStore(database, (error) => log.warn({ err: error }, "a database connection was lost"));
}

function partsOf(settings: Settings, { ca, policy, ...site }: Site, now: Now, log: Logger) {
  const keys = signingKeys({
    issuer: settings.identity.issuer,
    jwksUrl: settings.jwksUrl,
    ca,
    // The sandbox rolls its keys to show that it works; nobody should wait for it.
    cooldownMs: settings.sandbox ? 0 : 30_000,
  });
  const { departmentsByGroup, allowedOrigins, sampleData, limits, trustProxy } = settings;
  const verify = tokenVerifier(settings.identity, keys, now);
  const metrics = settings.metrics ? prometheusMetrics() : silentMetrics;
  return {
    ...{ ...site, policy: livePolicy(policy), verify, now, log, metrics },
    ...{ departmentsByGroup, allowedOrigins, sampleData, limits, trustProxy },
  };
}

function whyNotListening(error: unknown, { host, port }: Settings, said: StartWords): unknown {
  const { code } = error as { readonly code?: unknown };
  const cannot = (setting: string, message: string) =>
    new CannotStart([{ path: `CIVICREPLY_${setting}`, message, severity: "error" }], { cause: error });
  if (code === "EADDRINUSE") return cannot("PORT", said.portTaken(port, host));
  if (code === "EACCES") return cannot("PORT", said.portNotAllowed(port));
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return cannot("HOST", said.noSuchHost(host));
  return error;
}

function originOf(settings: Settings, port: number): string {
  const everywhere = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(settings.host);
  return `${settings.tls ? "https" : "http"}://${everywhere ? "localhost" : settings.host}:${port}`;
}

/** Requests in flight have this long to finish; what they hold on to then is closed under them. */
async function finish(app: FastifyInstance, { stopMs }: Settings, log: Logger): Promise<void> {
  const late = setTimeout(() => {
    log.warn("requests in flight were cut off: they took too long to finish");
    app.server.closeAllConnections();
  }, stopMs);
  // A connection that has just had its answer would wait for another request otherwise.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  await app.close();
  clearTimeout(late);
  clearInterval(idle);
}

function follow(server: Server, { tls: files }: Settings, first: AppParts["tls"], log: Logger): () => void {
  if (files === null || first === null || !(server instanceof TlsServer)) return () => undefined;
  return followCertificate(server, files, first, log);
}

export interface StartOptions {
  /** Of the sentences when it cannot start. */
  readonly language?: Language;
  readonly log?: Logger;
}

/**
 * Starts the service and resolves when it listens.
 *
 * @param now the clock; tests and the sandbox give their own
 * @throws CannotStart or StoreUnusable, with a sentence that says what to do
 */
export async function startService(
  settings: Settings,
  now: Now = machineClock,
  { language = "en", log = serviceLog(settings.logLevel) }: StartOptions = {},
): Promise<RunningService> {
  const site = await readSite(settings, language);
  if (!site.ok) throw new CannotStart(site.problems);
  for (const { path, message } of site.warnings) log.warn({ setting: path }, message);
  const parts = partsOf(settings, site.value, now, log);
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
    // Fastify does not know of our own server's TLS.
    const listenTextResolver = (address: string): string =>
      `listening at ${settings.tls ? address.replace(/^http:/, "https:") : address}`;
    await app.listen({ host: settings.host, port: settings.port, listenTextResolver });
    const unfollow = follow(app.server, settings, parts.tls, log);
    const { port } = app.server.address() as AddressInfo;
    return {
      origin: originOf(settings, port),
      async stop() {
        upkeep.stop();
        unfollow();
        await finish(app, settings, log);
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw whyNotListening(error, settings, startWords[language]);
  }
}
