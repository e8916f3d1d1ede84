import { readFile } from "node:fs/promises";
import path from "node:path";
import { request } from "node:https";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { SandboxCannotStart } from "../../src/sandbox/refusal.ts";
import { clientId } from "../../src/sandbox/people.ts";
import { startSandbox } from "../../src/sandbox/server.ts";
import { addinId, officeAddress, officeJs, running, type TestSandbox } from "./running.ts";

let sandbox: TestSandbox;
const calls: string[] = [];
const noted = (call: string): Promise<void> => {
  calls.push(call);
  return Promise.resolve();
};
beforeAll(async () => {
  const service = {
    start: () => noted("start"),
    stop: () => noted("stop"),
    onClock: (offset: number) => void calls.push(`clock ${Math.round(offset / 1000)}`),
  };
  sandbox = await running({ service });
}, 30_000);
afterAll(() => sandbox.stop());

test("the page reads its state: four people, the clock, the manifest, what may arrive", async () => {
  const { json } = await sandbox.api("state");
  expect(json.people.map((person: { id: string }) => person.id)).toEqual([
    "employee",
    "colleague",
    "supervisor",
    "administrator",
  ]);
  expect(json).toMatchObject({ addinId, clientId, clockOffset: 0, faults: { service: "running" }, unreadable: [] });
  expect(json.manifest).toContain(addinId);
  expect(json.arrivals.length).toBeGreaterThanOrEqual(5);
  expect(json.folders.find((folder: { name: string }) => folder.name === "inbox").total).toBeGreaterThanOrEqual(40);
  expect(json.people[2]).not.toHaveProperty("groups");
});

test("office.js is Microsoft's file byte for byte between what the sandbox puts around it", async () => {
  const served = (await sandbox.ask(`${sandbox.sandbox.origins.page}/office-js/office.js`)).bytes;
  const microsofts = await readFile(path.join(officeJs, "office.js"));
  const at = served.indexOf(microsofts);
  expect(at).toBeGreaterThan(0);
  expect(served.subarray(0, at).toString()).toContain("registerNamespace");
  expect(served.subarray(at + microsofts.length).toString()).toContain("nestedAppAuthBridge");
});

test.each(["outlook-web-16.01.js", "fr-ca/outlook_strings.js", "en-us/office_strings.js"])(
  "%s of the package is served as it is, to the add-in's origin too",
  async (name) => {
    const { bytes, headers } = await sandbox.ask(`${sandbox.sandbox.origins.page}/office-js/${name}`);
    expect(bytes.equals(await readFile(path.join(officeJs, name)))).toBe(true);
    expect(headers["access-control-allow-origin"]).toBe("*");
  },
);

test("dist/web is served as it ships, with Office.js's address changed and nothing else", async () => {
  const { addin, page } = sandbox.sandbox.origins;
  for (const name of ["taskpane.0a1b2c3d4e.js", "assets/icon-16.png"]) {
    const { bytes } = await sandbox.ask(`${addin}/${name}`);
    expect(bytes.equals(await readFile(path.join(sandbox.options.distWeb, name)))).toBe(true);
  }
  const shipped = await readFile(path.join(sandbox.options.distWeb, "taskpane.html"), "utf8");
  const served = (await sandbox.ask(`${addin}/taskpane.html?et=`)).bytes.toString();
  expect(served).toBe(shipped.replace(officeAddress, `${page}/office-js/office.js`));
  expect(served).not.toContain("appsforoffice");
});

test("settings.json tells the add-in this site's addresses and ids", async () => {
  const { addin, service, graph } = sandbox.sandbox.origins;
  const { json } = await sandbox.ask(`${addin}/settings.json`);
  expect(json).toMatchObject({ service, graph: `${graph}/v1.0`, clientId, addinId });
  expect(json.serviceScope).toBe(`api://${clientId}/access_as_user`);
});

test("no other page may ask the API: not by Origin, not by Sec-Fetch-Site, not by another host name", async () => {
  const { addin, page } = sandbox.sandbox.origins;
  const foreign = [
    { origin: addin },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site" },
    { host: "rebound.example" },
  ];
  for (const headers of foreign) expect((await sandbox.api("state", { headers })).status).toBe(403);
  const own = { origin: page, "sec-fetch-site": "same-origin" };
  expect((await sandbox.api("state", { headers: own })).status).toBe(200);
});

test("each address greets the person who opens it to accept its certificate", async () => {
  const { addin, issuer, graph } = sandbox.sandbox.origins;
  for (const origin of [addin, issuer, graph]) {
    const { status, bytes } = await sandbox.ask(`${origin}/`);
    expect([status, bytes.toString()]).toEqual([200, expect.stringMatching(/^This address of the sandbox answers/)]);
  }
});

test("nothing outside the served folders can be reached", async () => {
  const { addin, page } = sandbox.sandbox.origins;
  for (const origin of [addin, page]) {
    for (const place of ["/..%2fdata/sandbox/state.json", "/%2e%2e/data/sandbox/issuer-keys.json"]) {
      expect((await sandbox.ask(origin + place)).status).toBeGreaterThanOrEqual(400);
    }
  }
});

test("stopping the service and moving the clock reach the service and every open page", async () => {
  const heard = await listening(sandbox);
  const stopped = await sandbox.api("faults", { method: "POST", body: { service: "stopped" } });
  expect(stopped.json).toEqual({ service: "stopped", graph: "none", graphLagMs: 0 });
  await sandbox.api("faults", { method: "POST", body: { service: "running" } });
  const moved = await sandbox.api("clock", { method: "POST", body: { at: Date.now() + 3_600_000 } });
  expect(moved.json.clockOffset).toBeGreaterThan(3_590_000);
  await sandbox.api("clock", { method: "POST", body: { to: "now" } });
  expect(calls.slice(1)).toEqual(["stop", "start", expect.stringMatching(/^clock 3600$|^clock 3599$/), "clock 0"]);
  expect((await heard()).map((event) => event["type"])).toEqual(["faults", "faults", "clock", "clock"]);
});

test("a clock request that says nothing is refused with a sentence, in French to who reads French", async () => {
  const bad = { method: "POST", body: { to: "yesterday" } };
  expect((await sandbox.api("clock", bad)).json.message).toBe("The sandbox clock cannot be set to that.");
  const french = await sandbox.api("clock", { ...bad, headers: { "accept-language": "fr-CA,fr;q=0.9" } });
  expect(french.json.message).toBe("L’horloge du bac à sable ne peut pas être réglée ainsi.");
});

test("a taken port is a sentence that names the port and the option", async () => {
  const again = startSandbox({ ...sandbox.options, dataFolder: path.join(sandbox.folder, "other") });
  await expect(again).rejects.toThrow(SandboxCannotStart);
  await expect(again).rejects.toThrow(
    `Port ${sandbox.options.ports.issuer} is taken by another program. Choose another with --issuer-port.`,
  );
});

test("a data folder that is a file is a sentence", async () => {
  const again = startSandbox({ ...sandbox.options, dataFolder: path.join(sandbox.folder, "page/index.html") });
  await expect(again).rejects.toThrow(/cannot be written to .* Choose another with --data/);
});

/** Opens an event stream; the returned function waits a moment and gives what came. */
async function listening({
  sandbox: { origins },
  options,
}: TestSandbox): Promise<() => Promise<Record<string, unknown>[]>> {
  let text = "";
  const asked = request(`${origins.page}/api/events?person=employee`, { ca: options.certificate.cert, agent: false });
  await new Promise<void>((resolve, reject) => {
    asked.on("error", reject);
    asked.on("response", (answer) => {
      answer.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        resolve();
      });
      answer.on("error", () => undefined);
    });
    asked.end();
  });
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    asked.on("error", () => undefined);
    asked.destroy();
    return [...text.matchAll(/^data: (.*)$/gm)].map(([, data = ""]) => JSON.parse(data) as Record<string, unknown>);
  };
}
