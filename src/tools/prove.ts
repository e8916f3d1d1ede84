/**
 * `npm run prove`: every heavy property at its full length, where `npm test` runs a sample. One line for each proof with
 * its time; the last line says how many passed and failed, alone.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Test files whose properties ask `proofRuns` how often they run (test/support/proofRuns.ts). */
const proofs = [
  "test/addin/mailbox/year",
  "test/addin/mailbox/faults",
  "test/addin/mailbox/served",
  "test/server/fuzz",
  "test/server/store/killed",
  "test/server/soak",
];

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly duration: number | null;
      readonly failureMessages: readonly string[];
    }[];
    readonly message: string;
  }[];
}

/** @param figures file for what proofs measure (`proofFigure`) */
function jest(reportFile: string, figures: string): Promise<void> {
  const args = ["--selectProjects", "unit", "--runInBand", "--silent", "--json", `--outputFile=${reportFile}`];
  const command = [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    "node_modules/jest/bin/jest.js",
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...command, ...args, "--testPathPatterns", ...proofs], {
      stdio: "ignore",
      env: { ...process.env, CIVICREPLY_PROVE: "full", CIVICREPLY_FIGURES: figures },
    });
    child.on("error", () => resolve());
    child.on("exit", () => resolve());
  });
}

const folder = await mkdtemp(path.join(tmpdir(), "civicreply-prove-"));
const [file, figures] = [path.join(folder, "report.json"), path.join(folder, "figures.txt")];
await jest(file, figures);
const text = await readFile(file, "utf8").catch(() => null);
const measured = await readFile(figures, "utf8").catch(() => "");
await rm(folder, { recursive: true, force: true });

let [passed, failed] = [0, text === null ? 1 : 0];
if (text !== null) {
  const report = JSON.parse(text) as Report;
  for (const { assertionResults, message } of report.testResults) {
    if (assertionResults.length === 0) console.log(message);
    for (const { title, status, duration, failureMessages } of assertionResults) {
      console.log(`${status === "passed" ? "passed" : "FAILED"}: ${title} (${Math.round((duration ?? 0) / 1000)} s)`);
      for (const failure of failureMessages) console.log(failure);
    }
  }
  console.log(measured.trimEnd());
  passed = report.numPassedTests;
  failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
