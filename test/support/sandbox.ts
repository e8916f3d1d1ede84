/** Starts the whole product as `npm start` does, on free ports and a folder of its own, and drives it in a real browser. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { request } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import type { Behind, FaultsRequest, MailRow, SandboxFaults } from "../../src/sandbox/api.ts";
import { launchBrowser } from "../../src/tools/browser.ts";

const root = path.resolve(import.meta.dirname, "../..");
const startScript = path.join(root, "dist/node/tools/start.js");
const pictures = path.join(root, "out/failures");

/** A Tuesday at ten in the morning, so that weekdays, due days and due times are the same in every run. */
export const tuesdayMorning = "2026-11-24T10:00-06:00";

export interface RunningSandbox {
  readonly origins: Readonly<Record<"page" | "addin" | "service" | "issuer" | "graph", string>>;
  readonly dataFolder: string;
  /** Mail that moves, arrives or is answered without the add-in, at once. @param query such as "person=employee" */
  behind(deed: Behind, query?: string): Promise<readonly MailRow[]>;
  /** Faults of the service and of Graph, from now on. */
  faults(change: FaultsRequest): Promise<SandboxFaults>;
  /** What start printed. */
  output(): string;
  stop(): Promise<void>;
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "localhost", () => server.close(() => resolve(true)));
  });
}

async function freePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 20_000);
    const free = await Promise.all([0, 1, 2, 3, 4].map((step) => isFree(first + step)));
    if (free.every(Boolean)) return first;
  }
}

export interface StartSettings {
  readonly args?: readonly string[];
  readonly at?: string;
  /** Kept from an earlier start; made and removed here when absent. */
  readonly dataFolder?: string;
  readonly port?: number;
}

function ready(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The sandbox did not start within 90 s:\n${said()}`)), 90_000);
    const check = (): void => {
      if (!/^Service: /m.test(said())) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout?.on("data", check);
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`start ended with ${String(code)}:\n${said()}`));
    });
  });
}

/** Starts `dist/node/tools/start.js`; the build must have run. @throws with what it printed when it does not start */
export async function startSandbox(settings: StartSettings = {}): Promise<RunningSandbox> {
  const dataFolder = settings.dataFolder ?? (await mkdtemp(path.join(tmpdir(), "civicreply-sandbox-")));
  const first = settings.port ?? (await freePorts());
  const args = [
    "--data",
    dataFolder,
    "--port",
    String(first),
    "--at",
    settings.at ?? tuesdayMorning,
    ...(settings.args ?? []),
  ];
  const child = spawn(process.execPath, [startScript, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  const keep = (chunk: Buffer): void => {
    printed += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  await ready(child, () => printed);
  const origin = (step: number): string => `https://localhost:${String(first + step)}`;
  return {
    origins: { page: origin(0), addin: origin(1), service: origin(2), issuer: origin(3), graph: origin(4) },
    dataFolder,
    behind: (deed, query = "") => posted(`${origin(0)}/api/behind?${query}`, deed) as Promise<readonly MailRow[]>,
    faults: (change) => posted(`${origin(0)}/api/faults`, change) as Promise<SandboxFaults>,
    output: () => printed,
    async stop() {
      if (child.exitCode === null) {
        const gone = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGINT");
        await gone;
      }
      if (settings.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Asks the sandbox's own API, as its page does. @throws Error with the sentence of a refusal */
function posted(url: string, body: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const asked = request(url, { method: "POST", headers, rejectUnauthorized: false }, (answer) => {
      let text = "";
      answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
      answer.on("error", reject);
      answer.on("end", () => {
        if (answer.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${url}: status ${String(answer.statusCode)}: ${text}`));
      });
    });
    asked.on("error", reject);
    asked.end(JSON.stringify(body));
  });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and uncaught exceptions of all frames; a test fails on any. */
  readonly errors: string[];
  close(): Promise<void>;
}

/** Opens the sandbox page in a fresh profile. */
export async function visit(
  browser: Browser,
  sandbox: RunningSandbox,
  options: { person?: string; width?: number; height?: number; dark?: boolean; locale?: string } = {},
): Promise<Visit> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: options.width ?? 1360, height: options.height ?? 860 },
    colorScheme: options.dark ? "dark" : "light",
    locale: options.locale ?? "en-CA",
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(`uncaught: ${error.message}`));
  const query = options.person === undefined ? "" : `?person=${options.person}`;
  await page.goto(`${sandbox.origins.page}/${query}`);
  await page.getByRole("listbox", { name: "Messages" }).waitFor();
  return { page, context, errors, close: () => context.close() };
}

/** Runs a step of a test; when it fails, a screenshot stays under out/failures. */
export async function pictured<T>(page: Page, name: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    await mkdir(pictures, { recursive: true });
    await page
      .screenshot({ path: path.join(pictures, `${name.replaceAll(/[^\w-]+/g, "-")}.png`) })
      .catch(() => undefined);
    throw error;
  }
}

/** The task pane's frame, once it is there. */
export async function paneFrame(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe[src*="taskpane.html"]').last().elementHandle();
  const frame = await handle.contentFrame();
  if (!frame) throw new Error("The task pane has no frame.");
  return frame;
}

/** Opens a message of the list by words of its subject. */
export async function openMessage(page: Page, subject: string): Promise<void> {
  await page
    .getByRole("listbox", { name: "Messages" })
    .getByRole("option", { name: new RegExp(subject) })
    .first()
    .click();
}

/** For tests that need one sandbox and one page: both, closed together. */
export async function openSandbox(): Promise<{
  page: Page;
  close(): Promise<void>;
  origins: { page: string; addin: string };
}> {
  const [sandbox, browser] = await Promise.all([startSandbox(), launchBrowser()]);
  const { page } = await visit(browser, sandbox);
  return {
    page,
    origins: sandbox.origins,
    async close() {
      await browser.close();
      await sandbox.stop();
    },
  };
}
