/** `npm run validate`: checks manifest.xml, or the file named, against the last build. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkManifest, type Check } from "./checkManifest.ts";
import { askMicrosoft } from "./microsoft.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const file = path.resolve(process.argv[2] ?? path.join(root, "manifest.xml"));
const patienceMs = 5000;

function verdict(check: Check): string {
  if (check.notRun !== undefined) return `not run  ${check.name}: ${check.notRun}`;
  return [
    `${check.problems.length === 0 ? "ok      " : "FAILED  "} ${check.name}`,
    ...check.problems.map((one) => `           ${one}`),
  ].join("\n");
}

const text = await readFile(file, "utf8").catch(() => null);
if (text === null) {
  console.error(`Cannot read ${file}. Name a manifest: npm run validate -- manifest.xml`);
  process.exit(1);
}
const { checks } = await checkManifest(text, { root });
const all = [...checks, await askMicrosoft(file, patienceMs)];
for (const check of all) console.log(verdict(check));
const failed = all.filter((check) => check.problems.length > 0).length;
console.log(failed === 0 ? `${path.basename(file)} passes.` : `${path.basename(file)}: ${failed} checks failed.`);
// An unanswered request to Microsoft must not hold the terminal.
process.exit(failed === 0 ? 0 : 1);
