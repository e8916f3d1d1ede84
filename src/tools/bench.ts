/** `npm run bench`: how fast and how small. With `-- --write` the page also goes to docs/performance.md. */
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { rulesOf } from "../domain/inquiry/rules.ts";
import { currentPolicy, servedPolicy } from "../server/currentPolicy.ts";
import { bundleShares } from "./bench/bundleShare.ts";
import { clockSize } from "./bench/clockSize.ts";
import { derivation } from "./bench/derivation.ts";
import { measureMailbox } from "./bench/mailbox/measureMailbox.ts";
import { withDepartments } from "./bench/service/inventedFacts.ts";
import { questionSpeed } from "./bench/service/questionSpeed.ts";
import { takingSpeed } from "./bench/service/takingSpeed.ts";
import { race } from "./bench/race.ts";
import { report } from "./bench/report.ts";
import { triageSpeed } from "./bench/triageSpeed.ts";
import { sandboxPolicy } from "./start/sandboxPolicy.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const assets = path.join(root, "assets");

const document = JSON.parse(await readFile(path.join(assets, "policies/spruce-grove.json"), "utf8")) as object;
const city = servedPolicy(document);
const served = currentPolicy(withDepartments(document));
const sandbox = servedPolicy(await sandboxPolicy(assets, null));
if (!city.ok || !served.ok || !sandbox.ok)
  throw new Error("the shipped policies cannot be used: run civicreply policy check");
const rules = rulesOf(city.value);

console.error("Measuring; this takes about ten minutes.");
const page = report({
  machine: {
    cores: availableParallelism(),
    node: process.version.slice(1),
    tzdata: process.versions["tz"] ?? "unknown",
  },
  policyTzdata: rules.calendar.zone.tzdata,
  finishes: race(city.value),
  triage: await triageSpeed(assets, sandbox.value.policy),
  derivation: derivation(rules),
  clock: await clockSize(root),
  mailbox: await measureMailbox(root, sandbox.value),
  service: {
    taking: [await takingSpeed(served.value, 1, 1_000), await takingSpeed(served.value, 100, 200)],
    questions: [
      await questionSpeed(served.value, 100_000),
      await questionSpeed(served.value, 1_000_000),
      await questionSpeed(served.value, 10_000_000),
    ],
  },
  bundles: await bundleShares(path.join(root, "dist/web")),
});
console.log(page);
if (process.argv.includes("--write")) await writeFile(path.join(root, "docs/performance.md"), page);
