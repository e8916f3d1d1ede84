/** `npm start`: the whole product on this computer: the service, the add-in's files, and the sandbox around them. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { originsOf, type Sandbox } from "../sandbox/options.ts";
import { sandboxIdentity } from "../sandbox/identity.ts";
import { SandboxCannotStart, startSandbox } from "../sandbox/server.ts";
import { servedPolicy } from "../server/currentPolicy.ts";
import { certificate, type Certificate } from "./certificate.ts";
import { takenPorts } from "./start/freePorts.ts";
import { startOptions, type StartOptions, usage } from "./start/options.ts";
import { sandboxPolicy } from "./start/sandboxPolicy.ts";
import { ServiceProcess } from "./start/serviceProcess.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const assets = path.join(root, "assets");

/** What a person can put right: said as it is, without a stack. */
class CannotStart extends Error {}

async function openFolder({ dataFolder, fresh }: StartOptions): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true });
    if (fresh) await rm(path.join(dataFolder, "service"), { recursive: true, force: true });
    await mkdir(path.join(dataFolder, "service"), { recursive: true });
    await writeFile(path.join(dataFolder, "service/.writable"), "");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotStart(
      `The folder ${dataFolder} cannot be written to (${String(code)}). Name another one with --data.`,
    );
  }
}

/** Writes the policy for the service and reads it back for the sandbox. */
async function openPolicy(options: StartOptions) {
  const document = await sandboxPolicy(assets, options.policy).catch((error: unknown) => {
    throw new CannotStart((error as Error).message);
  });
  const served = servedPolicy(document);
  if (!served.ok) {
    const lines = served.problems.map((problem) => `  ${problem.path}: ${problem.message}`);
    throw new CannotStart(`The policy ${options.policy ?? "of the sandbox"} has errors:\n${lines.join("\n")}`);
  }
  const file = path.join(options.dataFolder, "service/policy.json");
  await writeFile(file, JSON.stringify(document, null, 2));
  return { file, served: served.value };
}

function serviceSettings(
  options: StartOptions,
  policyFile: string,
  tls: { key: string; cert: string },
): NodeJS.ProcessEnv {
  const origins = originsOf(options.ports);
  const { issuer, tenant, clientId, supervisorGroup } = sandboxIdentity(origins.issuer);
  return {
    // A database address of the developer's own shell is not the sandbox's.
    DATABASE_URL: "",
    CIVICREPLY_DATABASE_URL: "",
    CIVICREPLY_HOST: "localhost",
    CIVICREPLY_PORT: String(options.ports.service),
    CIVICREPLY_DATABASE: path.join(options.dataFolder, "service/civicreply.db"),
    CIVICREPLY_POLICY: policyFile,
    CIVICREPLY_TLS_CERT: tls.cert,
    CIVICREPLY_TLS_KEY: tls.key,
    CIVICREPLY_CA: tls.cert,
    CIVICREPLY_ISSUER: issuer,
    CIVICREPLY_TENANT: tenant,
    CIVICREPLY_AUDIENCE: clientId,
    CIVICREPLY_ALLOWED_ORIGINS: origins.addin,
    CIVICREPLY_DEPARTMENTS_BY_GROUP: JSON.stringify({ [supervisorGroup]: ["planning"] }),
    CIVICREPLY_SANDBOX_ISSUER: "1",
    CIVICREPLY_SAMPLE_DATA: "1",
    CIVICREPLY_LOG_LEVEL: "warn",
  };
}

async function start(options: StartOptions): Promise<{ sandbox: Sandbox; service: ServiceProcess; pair: Certificate }> {
  await openFolder(options);
  const pair = await certificate(path.join(options.dataFolder, "certificate"));
  const tls = {
    key: path.join(options.dataFolder, "service/localhost.key"),
    cert: path.join(options.dataFolder, "service/localhost.crt"),
  };
  await writeFile(tls.key, pair.key, { mode: 0o600 });
  await writeFile(tls.cert, pair.cert);
  const policy = await openPolicy(options);
  const origins = originsOf(options.ports);
  const service = new ServiceProcess(serviceSettings(options, policy.file, tls), origins.service, pair.cert);
  await service.start().catch((error: unknown) => {
    throw new CannotStart((error as Error).message);
  });
  try {
    const sandbox = await startSandbox({
      ports: options.ports,
      certificate: { key: pair.key, cert: pair.cert },
      mailboxPath: options.mailbox,
      dataFolder: options.dataFolder,
      fresh: options.fresh,
      at: options.at,
      distWeb: path.join(root, "dist/web"),
      pageRoot: path.join(root, "dist/node/sandbox/page"),
      officeJs: path.dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js")),
      assets: path.join(assets, "sandbox"),
      manifest: await readFile(path.join(root, "manifest.xml"), "utf8"),
      policy: policy.served,
      service: {
        stop: () => service.stop(),
        start: () => service.start(),
        onClock: (offset) => service.setClock(offset),
      },
      recordGraph: options.recordGraph,
      ...(options.graphSeed === undefined ? {} : { graphSeed: options.graphSeed }),
      log: (line) => console.log(line),
    });
    if (options.mailbox === null) await sandbox.sendSamples();
    return { sandbox, service, pair };
  } catch (error) {
    await service.stop();
    throw error;
  }
}

function whenEndWanted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

async function main(): Promise<void> {
  const read = startOptions(process.argv.slice(2), process.env);
  if (!read.ok) throw new CannotStart(read.problems.map(({ message }) => message).join("\n"));
  if (read.value.help) {
    console.log(usage);
    return;
  }
  const taken = await takenPorts(read.value.ports);
  if (taken !== null) throw new CannotStart(taken);
  console.log("Starting the service and the sandbox …");
  const { sandbox, service, pair } = await start(read.value);
  console.log(
    pair.trusted
      ? "The certificate is trusted on this computer: no warning comes."
      : 'The browser will warn of the certificate once: choose "Advanced", then "Proceed to localhost".',
  );
  console.log(`Sandbox: ${sandbox.origins.page}/`);
  console.log(`Service: ${sandbox.origins.service}/health`);
  await whenEndWanted();
  console.log("Stopping …");
  await sandbox.stop();
  await service.stop();
  console.log("Stopped. Everything is kept; the next start continues from here.");
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CannotStart) && !(error instanceof SandboxCannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
