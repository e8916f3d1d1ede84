/** Node's server under the app: TLS 1.2 or later, and no connection that is open for ever. */
import http from "node:http";
import https from "node:https";
import type { SecureContextOptions } from "node:tls";
import type { Logger } from "pino";
import type { Limits } from "./limits.ts";
import type { AppParts } from "./parts.ts";

/** After so many requests a connection is made anew, and a balancer in front spreads the load again. */
const requestsPerConnection = 10_000;
const oncePerMs = 60_000;

/** Those that keep what was said secret even when the key is lost later, and notice any change: Node's own list has others. */
const ciphers = [
  ...["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"],
  ...["ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384"],
  ...["ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305"],
].join(":");

/** What a certificate is served with; the least version holds whatever Node's own default is or is told. */
export function tlsOptions({ cert, key }: NonNullable<AppParts["tls"]>): SecureContextOptions {
  return { cert, key, minVersion: "TLSv1.2", ciphers };
}

/** Says that connections were refused, at most once a minute: an attack must not fill the disk. */
function sayDropped(server: http.Server, limit: number, log: Logger): void {
  let saidAt = -oncePerMs;
  server.on("drop", () => {
    if (performance.now() - saidAt < oncePerMs) return;
    saidAt = performance.now();
    log.warn({ limit }, "connections were refused: too many are open");
  });
}

export function httpServer(
  handler: http.RequestListener,
  limits: Limits,
  tls: AppParts["tls"],
  log: Logger,
): http.Server | https.Server {
  const { requestMs, keepAliveMs, connections } = limits;
  const third = Math.ceil(requestMs / 3);
  const patience = {
    requestTimeout: requestMs,
    headersTimeout: third,
    keepAliveTimeout: keepAliveMs,
    // How often Node looks for late requests; its own half minute would double ours.
    connectionsCheckingInterval: Math.ceil(requestMs / 6),
  };
  const server = tls
    ? https.createServer({ ...patience, ...tlsOptions(tls), handshakeTimeout: third }, handler)
    : http.createServer(patience, handler);
  server.timeout = 4 * requestMs;
  server.maxRequestsPerSocket = requestsPerConnection;
  server.maxConnections = connections;
  sayDropped(server, connections, log);
  return server;
}
