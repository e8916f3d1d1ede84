/** `civicreply serve` as a process of its own, whose issuer answers when the test says so: until then a request is in flight. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { identity, testIssuer } from "../server/support/issuer.ts";
import { testCertificate } from "../server/support/certificate.ts";

const command = path.resolve(import.meta.dirname, "../../dist/node/cli/main.js");

export interface HeldService {
  readonly child: ChildProcess;
  readonly port: number;
  readonly folder: string;
  /** A person's question, answered with its status; it waits for the issuer's keys. */
  ask(): Promise<number>;
  /** Resolves when the issuer is asked for its keys. */
  readonly asked: Promise<void>;
  giveKeys(): void;
  /** The exit code. */
  readonly ended: Promise<number | null>;
  errors(): string;
  close(): Promise<void>;
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return (server.address() as AddressInfo).port;
}

function readyPort(child: ChildProcess, errors: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const port = /^Service: http:\/\/localhost:(\d+)/m.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once("exit", () => reject(new Error(`it did not start: ${errors()}`)));
  });
}

export async function heldService(more: Readonly<Record<string, string>> = {}): Promise<HeldService> {
  const folder = await mkdtemp(path.join(tmpdir(), "civicreply-process-"));
  const [{ key, cert }, issuer] = await Promise.all([testCertificate(), testIssuer()]);
  await writeFile(path.join(folder, "ca.pem"), cert);
  let waiting: ServerResponse | null = null;
  let wasAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => (wasAsked = resolve));
  const keys = createServer({ key, cert }, (_request, response) => {
    waiting = response;
    wasAsked();
  });
  const origin = `https://localhost:${await portOf(keys)}`;
  const settings = {
    CIVICREPLY_PORT: "0",
    CIVICREPLY_DATABASE: path.join(folder, "town.db"),
    CIVICREPLY_ISSUER: `${origin}/t/v2.0`,
    CIVICREPLY_JWKS_URL: `${origin}/keys`,
    CIVICREPLY_CA: path.join(folder, "ca.pem"),
    CIVICREPLY_AUDIENCE: identity.audience,
    CIVICREPLY_TENANT: identity.tenant,
    CIVICREPLY_SANDBOX_ISSUER: "1",
    ...more,
  };
  await writeFile(
    path.join(folder, "settings"),
    Object.entries(settings).map(([name, value]) => `${name}=${value}\n`),
  );
  const child = spawn(process.execPath, [command, "serve", "--settings", path.join(folder, "settings")]);
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const port = await readyPort(child, () => said);
  const seconds = Math.floor(Date.now() / 1000);
  const times = { iat: seconds, nbf: seconds, exp: seconds + 600 };
  const token = await issuer.token({ iss: settings.CIVICREPLY_ISSUER, ...times });
  return {
    child,
    port,
    folder,
    asked,
    ended,
    errors: () => said,
    async ask() {
      const answer = await fetch(`http://127.0.0.1:${port}/api/me`, { headers: { authorization: `Bearer ${token}` } });
      await answer.text();
      return answer.status;
    },
    giveKeys: () => waiting?.end(JSON.stringify(issuer.jwks)),
    async close() {
      child.kill("SIGKILL");
      keys.closeAllConnections();
      keys.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
