import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { parsePolicy } from "../../../src/domain/policy/parsePolicy.ts";
import { merged, sandboxPolicy } from "../../../src/tools/start/sandboxPolicy.ts";

const assets = path.resolve(import.meta.dirname, "../../../assets");

test("objects are merged key by key, everything else is replaced", () => {
  expect(merged({ a: { x: 1, y: [1] }, b: 1 }, { a: { y: [2], z: 3 }, c: 4 })).toEqual({
    a: { x: 1, y: [2], z: 3 },
    b: 1,
    c: 4,
  });
});

test("the sandbox's policy is the default one with the invented people's mailboxes, and can be read", async () => {
  const read = parsePolicy(await sandboxPolicy(assets, null));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.value.departments?.["planning"]?.mailboxes).toContain("jordan.tremblay-reid@sprucegrove.example");
  expect(Object.keys(read.value.channels)[0]).toBe("email");
});

test("another city's policy wins wherever both say something, and gets no channel that it has not", async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "civicreply-policy-")), "own.json");
  const own = {
    name: "Own",
    channels: { email: { name: "Mail", kind: "email" } },
    staff: { domains: ["own.example"] },
  };
  await writeFile(file, JSON.stringify(own));
  const policy = await sandboxPolicy(assets, file);
  expect(policy).toMatchObject({ name: "Own", channels: own.channels, staff: { domains: ["own.example"] } });
  expect(Object.keys(policy["channels"] as object)).toEqual(["email"]);
});

test("a file that is no JSON is named with what is wrong", async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "civicreply-policy-")), "broken.json");
  await writeFile(file, "{ no");
  await expect(sandboxPolicy(assets, file)).rejects.toThrow(/broken\.json is not JSON/);
});
