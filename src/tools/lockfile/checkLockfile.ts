/** `npm run check:lockfile`: checks package-lock.json against what this project accepts of packages. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { accepted } from "./accepted.ts";
import { type AllowScripts, type Lockfile, lockfileProblems } from "./lockfile.ts";

async function json(name: string): Promise<unknown> {
  return JSON.parse(await readFile(fileURLToPath(new URL(`../../../../${name}`, import.meta.url)), "utf8"));
}

const lock = (await json("package-lock.json")) as Lockfile;
const { allowScripts = {} } = (await json("package.json")) as { readonly allowScripts?: AllowScripts };
const problems = lockfileProblems(lock, accepted, allowScripts);
for (const problem of problems) console.log(problem);
const count = Object.keys(lock.packages).length - 1;
console.log(
  problems.length === 0
    ? `${count} packages: from npm's registry with their hashes, licences and scripts as accepted.`
    : `${problems.length} problems; src/tools/lockfile/accepted.ts says what is accepted and why.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
