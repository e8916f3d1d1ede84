/** `npm run bench`: how fast and how small. With `-- --write` the page also goes to docs/performance.md. */
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { rulesOf } from "../domain/inquiry/rules.ts";
import { servedPolicy } from "../server/currentPolicy.ts";
import { bundleShares } from "./bench/bundleShare.ts";
import { clockSize } from "./bench/clockSize.ts";
import { derivation } from "./bench/derivation.ts";
import { measureMailbox } from "./bench/mailbox/measureMailbox.ts";
import { benchCity } from "./bench/service/benchCity.ts";
import { questionSpeed } from "./bench/service/questionSpeed.ts";
import { rebuildSpeed } from "./bench/service/rebuildSpeed.ts";
import { takingSpeed } from "./bench/service/takingSpeed.ts";
import { race } from "./bench/race.ts";
import { report } from "./bench/report.ts";
import { triageSpeed } from "./bench/triageSpeed.ts";
import { sandboxPolicy } from "./start/sandboxPolicy.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const assets = path.join(root, "assets");

const document = JSON.parse(await readFile(path.join(assets, "policies/spruce-grove.json"), "utf8")) as object;
const city = servedPolicy(document);
const served = await benchCity();
const sandbox = servedPolicy(await sandboxPolicy(assets, null));
if (!city.ok || !sandbox.ok) throw new Error("the shipped policies cannot be used: run civicreply policy check");
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
    taking: [await takingSpeed(served, 1, 1_000), await takingSpeed(served, 100, 400)],
    questions: [
      await questionSpeed(served, 100_000),
      await questionSpeed(served, 1_000_000),
      await questionSpeed(served, 10_000_000),
    ],
    rebuild: await rebuildSpeed(served),
  },
  bundles: await bundleShares(path.join(root, "dist/web")),
});
console.log(page);
if (process.argv.includes("--write")) await writeFile(path.join(root, "docs/performance.md"), page);
