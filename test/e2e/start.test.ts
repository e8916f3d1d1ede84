/** What a person meets who starts the product: sentences, not stacks; and nothing lost between two starts. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { launchBrowser } from "../../src/tools/browser.ts";
import { startSandbox, visit } from "../support/sandbox.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folder = (): Promise<string> => mkdtemp(path.join(tmpdir(), "civicreply-start-"));

/** Runs start with these options until it ends by itself. */
async function refusedStart(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [path.join(root, "dist/node/tools/start.js"), ...args], { cwd: root });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  expect(said).not.toMatch(/^\s+at /m);
  return { code, said };
}

test("a policy with an error is refused with its place and what to do", async () => {
  const data = await folder();
  const policy = JSON.parse(await readFile(path.join(root, "assets/policies/spruce-grove.json"), "utf8")) as {
    channels: Record<string, { responseDays: unknown }>;
  };
  policy.channels["email"]!.responseDays = "two";
  await writeFile(path.join(data, "policy.json"), JSON.stringify(policy));
  const { code, said } = await refusedStart(
    "--data",
    data,
    "--policy",
    path.join(data, "policy.json"),
    "--port",
    "28100",
  );
  expect(code).toBe(1);
  expect(said).toMatch(/channels\.email\.responseDays: .+/);
});

test("a data folder that cannot be written to is a sentence that names the option", async () => {
  const data = path.join(await folder(), "a-file");
  await writeFile(data, "not a folder");
  const { code, said } = await refusedStart("--data", data, "--port", "28110");
  expect(code).toBe(1);
  expect(said).toMatch(/cannot be written to.*--data/);
});

test("a taken port is a sentence that names it and the option", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen({ port: 0, host: "localhost" }, resolve));
  const { port } = server.address() as AddressInfo;
  const { code, said } = await refusedStart("--data", await folder(), "--port", "28120", "--graph-port", String(port));
  server.close();
  expect(code).toBe(1);
  expect(said).toMatch(new RegExp(`${String(port)} \\(--graph-port\\)`));
});

test("a second start continues from the same data: mail that was moved stays moved", async () => {
  const dataFolder = await folder();
  const browser = await launchBrowser();
  try {
    const first = await startSandbox({ dataFolder });
    const before = await visit(browser, first);
    await before.page.getByRole("option", { name: /Invoice 90217/ }).click();
    await before.page.getByRole("button", { name: "Delete", exact: true }).click();
    await before.page.getByRole("option", { name: /Invoice 90217/ }).waitFor({ state: "detached" });
    await before.close();
    await first.stop();
    expect(first.output()).toMatch(/^Sandbox: https:\/\/localhost:\d+\/$/m);
    expect(first.output()).toMatch(/^Service: https:\/\/localhost:\d+\/health$/m);

    const second = await startSandbox({ dataFolder });
    const after = await visit(browser, second);
    expect(await after.page.getByRole("option", { name: /Invoice 90217/ }).count()).toBe(0);
    await after.page.getByRole("button", { name: "Deleted Items" }).click();
    await after.page.getByRole("option", { name: /Invoice 90217/ }).waitFor();
    await second.stop();
  } finally {
    await browser.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
});
