/** The checker of recorded exchanges: is each one that Microsoft Graph could have had? */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "@jest/globals";
import { root } from "../running.ts";

const validator = path.resolve(root, "../shared/graph/validate-graph.mjs");

/** A test that needs the checker; without it the name says so. */
export const judged: (name: string, run: () => Promise<void>) => void = existsSync(validator)
  ? test
  : (name) => test.skip(`${name} (the checker ../shared/graph/validate-graph.mjs is not there)`, () => undefined);

/** @returns what the checker complains of, "" for nothing */
export async function complaints(lines: readonly string[], file: string): Promise<string> {
  await writeFile(file, lines.join("\n"));
  // The checker wants ajv 8, as this package of fastify's has it.
  const cwd = path.join(root, "node_modules/@fastify/ajv-compiler");
  const { status, stdout, stderr } = spawnSync(process.execPath, [validator, file], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status === 0) return "";
  const bad = stdout.split("\n").filter((line) => /^BAD|^ +error/.test(line));
  return [...bad.slice(0, 60), stderr].join("\n");
}
