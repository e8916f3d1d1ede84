/**
 * Puts the policies where built code finds them: dist/assets/policies for the service and the command, and
 * dist/web/policy.json, the default with its zone offsets, for a pane that finds no service.
 */
import { cp, readFile, writeFile } from "node:fs/promises";
import { servedPolicy } from "../server/currentPolicy.ts";

const source = new URL("../../../assets/policies/", import.meta.url);
await cp(source, new URL("../../assets/policies/", import.meta.url), { recursive: true });

const served = servedPolicy(JSON.parse(await readFile(new URL("spruce-grove.json", source), "utf8")));
if (!served.ok) throw new Error(served.problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
await writeFile(new URL("../../web/policy.json", import.meta.url), JSON.stringify(served.value));
