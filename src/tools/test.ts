/** `npm test`: every check in one go. The last line says how many passed and failed, alone. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
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

const checks: readonly Check[] = [
  { name: "architecture", command: ["npm", "run", "--silent", "check:architecture"] },
  { name: "types", command: ["npx", "--no-install", "tsc", "-b", "--noEmit", ...projects] },
  { name: "lint", command: ["npm", "run", "--silent", "lint"] },
  { name: "formatting", command: ["npm", "run", "--silent", "check:format"] },
  { name: "build", command: ["npm", "run", "--silent", "build"] },
  { name: "manifest", command: ["npm", "run", "--silent", "validate"] },
];

function run(command: readonly string[]): Promise<boolean> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "inherit" });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
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
  // A browser on a busy machine is slow, not wrong.
  "--testTimeout=60000",
];

async function jest(reportFile: string): Promise<Count> {
  const finished = await run([...jestCommand, "--json", `--outputFile=${reportFile}`, "--silent=false"]);
  try {
    const report = JSON.parse(await readFile(reportFile, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      numRuntimeErrorTestSuites: number;
    };
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return { passed: report.numPassedTests, failed: failed || (finished ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const total: Count = { passed: 0, failed: 0 };
for (const check of checks) {
  const from = performance.now();
  console.log(`\n— ${check.name}`);
  const good = await run(check.command);
  console.log(`${good ? "passed" : "FAILED"}: ${check.name} (${Math.round((performance.now() - from) / 1000)} s)`);
  total[good ? "passed" : "failed"] += 1;
}

console.log("\n— tests");
const folder = await mkdtemp(path.join(tmpdir(), "civicreply-test-"));
const tests = await jest(path.join(folder, "report.json"));
await rm(folder, { recursive: true, force: true });

const failed = total.failed + tests.failed;
console.log(`${total.passed + tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
