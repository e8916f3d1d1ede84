/** A sandbox for a test: its own ports, folder and certificate, and a small add-in and page to serve. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Behind, FaultsRequest, MailItem, MailPatch, NewDraft } from "../../src/sandbox/api.ts";
import { startSandbox } from "../../src/sandbox/server.ts";
import type { Sandbox, SandboxOptions, SandboxPorts } from "../../src/sandbox/options.ts";
import { clientId } from "../../src/sandbox/people.ts";
import { servedPolicy } from "../../src/server/currentPolicy.ts";
import { certificate } from "../../src/tools/certificate.ts";

export const root = path.resolve(import.meta.dirname, "../..");
export const officeJs = path.join(root, "node_modules/@microsoft/office-js/dist");
export const addinId = "5d1c7a90-4b2e-4f6d-8a13-9e0f2c6b7d48";
export const officeAddress = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface TestSandbox {
  readonly sandbox: Sandbox;
  readonly options: SandboxOptions;
  readonly folder: string;
  readonly lines: string[];
  ask(url: string, asked?: Asked): Promise<Answer>;
  /** Of the page's API; "person" is the employee unless said. */
  api(path: string, asked?: Asked & { readonly person?: string }): Promise<Answer>;
  change(id: string, patch: MailPatch, person?: string): Promise<Answer>;
  draft(draft: NewDraft, person?: string): Promise<MailItem>;
  send(id: string, person?: string): Promise<Answer>;
  token(scopes: string, person?: string): Promise<string>;
  /** What happens without the add-in. @param more such as "&mailbox=shared-planning" */
  behind(deed: Behind, person?: string, more?: string): Promise<Answer>;
  faults(change: FaultsRequest): Promise<Answer>;
  stop(): Promise<void>;
}

export async function freePorts(): Promise<SandboxPorts> {
  const ports = await Promise.all([0, 1, 2, 3, 4].map(freePort));
  const [page = 0, addin = 0, service = 0, issuer = 0, graph = 0] = ports;
  return { page, addin, service, issuer, graph };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "localhost", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function writeSite(folder: string): Promise<void> {
  await mkdir(path.join(folder, "web/assets"), { recursive: true });
  await mkdir(path.join(folder, "page"), { recursive: true });
  const html = `<!doctype html><script src="${officeAddress}"></script><script defer src="taskpane.0a1b2c3d4e.js"></script>`;
  await writeFile(path.join(folder, "web/taskpane.html"), html);
  await writeFile(path.join(folder, "web/taskpane.0a1b2c3d4e.js"), 'console.log("é")');
  await writeFile(path.join(folder, "web/assets/icon-16.png"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]));
  await writeFile(path.join(folder, "page/index.html"), "<!doctype html><title>Sandbox</title>");
}

export async function policy() {
  const document: unknown = JSON.parse(await readFile(path.join(root, "assets/policies/spruce-grove.json"), "utf8"));
  const served = servedPolicy(document);
  if (!served.ok) throw new Error(JSON.stringify(served.problems));
  return served.value;
}

/** A port that was free a moment ago may be another test's by now: then others are taken. */
async function startedOnFreePorts(options: SandboxOptions, mayChoose: boolean): ReturnType<typeof startSandbox> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startSandbox(options);
    } catch (error) {
      if (!mayChoose || tries === 5 || !/is taken by another program/.test(String(error))) throw error;
      Object.assign(options, { ports: await freePorts() });
    }
  }
}

/** @param kept the folder of an earlier one, to continue from */
export async function running(change: Partial<SandboxOptions> = {}, kept: string | null = null): Promise<TestSandbox> {
  const folder = kept ?? (await mkdtemp(path.join(tmpdir(), "sandbox-test-")));
  await writeSite(folder);
  const tls = await certificate(path.join(folder, "certificate"));
  const lines: string[] = [];
  const options: SandboxOptions = {
    ports: await freePorts(),
    certificate: tls,
    mailboxPath: null,
    dataFolder: path.join(folder, "data"),
    fresh: false,
    distWeb: path.join(folder, "web"),
    pageRoot: path.join(folder, "page"),
    officeJs,
    assets: path.join(root, "assets/sandbox"),
    manifest: `<OfficeApp><Id>${addinId}</Id></OfficeApp>`,
    policy: await policy(),
    service: { start: () => Promise.resolve(), stop: () => Promise.resolve(), onClock: () => undefined },
    log: (line) => lines.push(line),
    ...change,
  };
  const sandbox = await startedOnFreePorts(options, change.ports === undefined);
  const ask = asker(tls.cert);
  const api: TestSandbox["api"] = (place, { person = "employee", ...asked } = {}) =>
    ask(`${sandbox.origins.page}/api/${place}${place.includes("?") ? "&" : "?"}person=${person}`, asked);
  const id = encodeURIComponent;
  return {
    sandbox,
    options,
    folder,
    lines,
    ask,
    api,
    change: (message, patch, person = "employee") =>
      api(`messages/${id(message)}`, { method: "PATCH", body: patch, person }),
    draft: async (draft, person = "employee") =>
      (await api("drafts", { method: "POST", body: draft, person })).json as MailItem,
    send: (draft, person = "employee") => api(`drafts/${id(draft)}/send`, { method: "POST", body: {}, person }),
    behind: (deed, person = "employee", more = "") => api(`behind?${more}`, { method: "POST", body: deed, person }),
    faults: (change) => api("faults", { method: "POST", body: change }),
    async token(scope, person = "employee") {
      const body = { method: "GetToken", tokenParams: { clientId, scope }, origin: sandbox.origins.addin };
      const { json } = await api("broker", { method: "POST", body, person });
      if (json.success !== true) throw new Error(JSON.stringify(json));
      return json.token.access_token as string;
    },
    async stop() {
      await sandbox.stop();
      if (kept === null) await rm(folder, { recursive: true, force: true });
    },
  };
}

function asker(ca: string): TestSandbox["ask"] {
  return (url, { method = "GET", headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const isBytes = body instanceof Uint8Array;
      const type = body === undefined || isBytes ? {} : { "content-type": "application/json" };
      const asked = request(
        url,
        { method, headers: { ...type, ...headers }, ca, agent: false, servername: "localhost" },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("error", reject);
          answer.on("end", () => {
            const bytes = Buffer.concat(chunks);
            const isJson = /json/.test(String(answer.headers["content-type"]));
            const json: unknown = isJson ? JSON.parse(bytes.toString("utf8")) : null;
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, json });
          });
        },
      );
      asked.on("error", reject);
      asked.end(body === undefined ? undefined : isBytes ? body : JSON.stringify(body));
    });
}
