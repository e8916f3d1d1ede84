/** The service as it is built (`npm run build:node`), as a process of its own that can be killed, with an issuer of its own. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { testCertificate } from "./certificate.ts";
import { identity, testIssuer } from "./issuer.ts";
import { townPolicy } from "./town.ts";

const command = "dist/node/cli/main.js";

export interface BuiltService {
  /** Starts it on a database; resolves when it listens. Rejects with its last words when it does not come up. */
  start(database: Readonly<Record<string, string>>): Starting;
  /** A token of somebody who has not been here before. @param roles app roles; none for an employee */
  newcomer(roles?: readonly string[]): Promise<string>;
  /** Ends all that it started. */
  close(): Promise<void>;
}

export interface Starting {
  /** Its address, once it listens; null when it was killed before. */
  readonly listening: Promise<string | null>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with its exit status when the process is gone. */
  stop(): Promise<number | null>;
}

/** @param folder for the certificate and the policy; the caller removes it */
export async function builtService(folder: string): Promise<BuiltService> {
  if (!existsSync(command)) throw new Error(`there is no ${command}: run npm run build:node first`);
  const issuer = await testIssuer();
  const { key, cert } = await testCertificate();
  const [ca, policy] = [path.join(folder, "cert.pem"), path.join(folder, "policy.json")];
  await Promise.all([writeFile(ca, cert), writeFile(policy, JSON.stringify(townPolicy))]);
  const keys = createServer({ key, cert }, (_, answer) => answer.end(JSON.stringify(issuer.jwks)));
  await new Promise<void>((resolve) => keys.listen(0, "127.0.0.1", resolve));
  const origin = `https://localhost:${(keys.address() as AddressInfo).port}`;
  const env = {
    ...{ CIVICREPLY_PORT: "0", CIVICREPLY_POLICY: policy, CIVICREPLY_LOG_LEVEL: "error" },
    ...{ CIVICREPLY_ISSUER: `${origin}/v2.0`, CIVICREPLY_JWKS_URL: `${origin}/keys`, CIVICREPLY_CA: ca },
    ...{ CIVICREPLY_AUDIENCE: identity.audience, CIVICREPLY_TENANT: identity.tenant, CIVICREPLY_SANDBOX_ISSUER: "1" },
  };
  const started: Starting[] = [];
  return {
    start(database) {
      const child = spawn(process.execPath, [command, "serve"], { env: { ...process.env, ...env, ...database } });
      const service = starting(child);
      started.push(service);
      return service;
    },
    newcomer(roles = []) {
      const seconds = Math.floor(Date.now() / 1000);
      const times = { iat: seconds, nbf: seconds, exp: seconds + 3600 };
      return issuer.token({ iss: `${origin}/v2.0`, oid: randomUUID(), roles, ...times });
    },
    async close() {
      await Promise.all(started.map((one) => one.kill()));
      keys.closeAllConnections();
      keys.close();
    },
  };
}

function starting(child: ChildProcess): Starting {
  let killed = false;
  const gone = new Promise<number | null>((resolve) => child.once("exit", (status) => resolve(status)));
  const listening = new Promise<string | null>((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = /Service: http:\/\/localhost:(\d+)\//.exec(said)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", reject);
    child.once("close", () => (killed ? resolve(null) : reject(new Error(`the service ended: ${said}`))));
  });
  return {
    listening,
    async kill() {
      killed = true;
      child.kill("SIGKILL");
      await gone;
    },
    stop() {
      child.kill("SIGTERM");
      return gone;
    },
  };
}

/** Runs the built command on a database. @returns what it printed. @throws when its exit status is not 0 */
export async function builtCommand(
  args: readonly string[],
  database: Readonly<Record<string, string>> = {},
): Promise<string> {
  const options = { env: { ...process.env, ...database, LC_ALL: "C" }, maxBuffer: 2 ** 30 };
  return (await promisify(execFile)(process.execPath, [command, ...args], options)).stdout;
}

/** The same where it prints more than fits in memory. @returns how many lines it printed */
export async function linesOfBuiltCommand(
  args: readonly string[],
  database: Readonly<Record<string, string>>,
): Promise<number> {
  const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, ...database, LC_ALL: "C" } });
  const status = new Promise((resolve) => child.once("close", resolve));
  let lines = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>)
    for (const byte of chunk) if (byte === 10) lines += 1;
  if ((await status) !== 0) throw new Error(`civicreply ${args.join(" ")} failed`);
  return lines;
}
