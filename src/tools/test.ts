/**
 * `npm test`: every check in one go, two at once while nothing depends on the other. The last line says how many passed
 * and failed, alone.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";

interface Count {
  passed: number;
  failed: number;
}

interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const layers = ["domain", "contract", "addin", "office", "graph", "browser", "taskpane", "launchevent", "commands"];
const nodeLayers = ["mail", "server", "sandbox", "sandbox/page", "cli", "tools"];
const projects = [...[...layers, ...nodeLayers].map((layer) => `src/${layer}`), "test"];

/** Side by side, each in its order; the tests need what the second builds. */
const lanes: readonly (readonly Check[])[] = [
  [
    { name: "types", command: ["npx", "--no-install", "tsc", "-b", "--noEmit", ...projects] },
    { name: "lint", command: ["npm", "run", "--silent", "lint"] },
  ],
  [
    { name: "build", command: ["npm", "run", "--silent", "build"] },
    { name: "manifest", command: ["npm", "run", "--silent", "validate"] },
    { name: "lock file", command: ["npm", "run", "--silent", "check:lockfile"] },
    { name: "architecture", command: ["npm", "run", "--silent", "check:architecture"] },
    { name: "formatting", command: ["npm", "run", "--silent", "check:format"] },
  ],
];

/** @param quiet keeps what it prints until it ended: several run at once */
function run(command: readonly string[], quiet: boolean): Promise<{ readonly good: boolean; readonly said: string }> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: quiet ? "pipe" : "inherit" });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", (error) => resolve({ good: false, said: error.message }));
    child.on("close", (code) => resolve({ good: code === 0, said }));
  });
}

/** jest in its ESM mode, as jose and the chart library need it. */
const jestCommand = [
  process.execPath,
  "--experimental-vm-modules",
  "--disable-warning=ExperimentalWarning",
  "node_modules/jest/bin/jest.js",
  // A failed test may leave a server open; the run still ends.
  "--forceExit",
  // Most of an end-to-end test is waiting: jest's own choice on two cores is one worker.
  `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`,
  // A browser on a busy machine is slow, not wrong.
  "--testTimeout=60000",
];

async function jest(reportFile: string): Promise<Count> {
  const { good } = await run([...jestCommand, "--json", `--outputFile=${reportFile}`, "--silent=false"], false);
  try {
    const report = JSON.parse(await readFile(reportFile, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      numRuntimeErrorTestSuites: number;
    };
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return { passed: report.numPassedTests, failed: failed || (good ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const total: Count = { passed: 0, failed: 0 };
async function checked({ name, command }: Check): Promise<void> {
  const from = performance.now();
  const { good, said } = await run(command, true);
  console.log(`\n— ${name}\n${said.trimEnd()}`);
  console.log(`${good ? "passed" : "FAILED"}: ${name} (${Math.round((performance.now() - from) / 1000)} s)`);
  total[good ? "passed" : "failed"] += 1;
}

await Promise.all(
  lanes.map(async (lane) => {
    for (const check of lane) await checked(check);
  }),
);

console.log("\n— tests");
const folder = await mkdtemp(path.join(tmpdir(), "civicreply-test-"));
const tests = await jest(path.join(folder, "report.json"));
await rm(folder, { recursive: true, force: true });

const failed = total.failed + tests.failed;
console.log(`${total.passed + tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
