/** The shipped pane in a real Chromium beside a big mailbox: how long it falters, and the memory that its page takes. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CDPSession, Frame, Page } from "playwright-core";
import type { ServedPolicy } from "../../../contract/served.ts";
import { minuteMs } from "../../../domain/time.ts";
import { launchBrowser } from "../../browser.ts";
import { filledSandbox } from "./filledSandbox.ts";
import { firstSentence, gzippedBytes, noteSentence } from "./firstSentence.ts";

export interface PaneLoad {
  readonly messages: number;
  /** From the beginning of the pane's page to its first sentence; milliseconds on the wall. */
  readonly sentenceMs: number;
  /** Of the pane's own scripts, as far as they were there by then; bytes, gzipped. */
  readonly sentenceScripts: number;
  /** Until the pane showed the open message: its scripts are read and run. */
  readonly startTaskMs: number;
  /** Of the pane's own frame from then on; 0 when none was longer than what a browser calls a long task (50 ms). */
  readonly longestTaskMs: number;
  readonly longTasks: number;
  /** Until the first look was done, by the clock on the wall. */
  readonly firstLookMs: number;
  /** The most in use at once, the sandbox's own page and garbage included; bytes. */
  readonly peakHeap: number;
  /** In use after the look, when all that can be was collected; bytes. */
  readonly heldHeap: number;
  /** Processor time of the page's scripts for a look with nothing new. */
  readonly quietScriptMs: number;
}

const patienceMs = 15 * minuteMs;
const sampleMs = 200;

/** @param root the package's folder, built */
export async function paneLoad(root: string, served: ServedPolicy, messages: number): Promise<PaneLoad> {
  const folder = await mkdtemp(path.join(tmpdir(), "civicreply-bench-"));
  try {
    const sandbox = await filledSandbox(root, folder, served, messages);
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "en-CA" });
      const page = await context.newPage();
      return { messages, ...(await measured(page, sandbox.origins.page, path.join(root, "dist/web"))) };
    } finally {
      await browser.close();
      await sandbox.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param web folder of the built add-in */
async function measured(page: Page, address: string, web: string): Promise<Omit<PaneLoad, "messages">> {
  await page.addInitScript(noteLongTasks);
  await page.addInitScript(noteSentence);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto(`${address}/?person=employee`);
  await page.getByRole("listbox", { name: "Messages" }).getByRole("option").first().click();
  const heap = watchHeap(session);
  const start = performance.now();
  await page.getByRole("button", { name: "Reply promise" }).click();
  await page.getByRole("button", { name: "Pin" }).click();
  const frame = await paneFrame(page);
  await frame.getByRole("heading", { level: 1 }).first().waitFor();
  const startTaskMs = longest(await takeLongTasks(frame));
  const { sentenceMs, scripts } = await firstSentence(frame);
  // It says since when it knows: by then that may be minutes ago.
  await frame.getByText(/^Looked /).waitFor({ timeout: patienceMs });
  const firstLookMs = performance.now() - start;
  const peakHeap = await heap.stop();
  const quietScriptMs = await quietLook(session, frame);
  const tasks = await takeLongTasks(frame);
  await session.send("HeapProfiler.collectGarbage");
  const heldHeap = await metric(session, "JSHeapUsedSize");
  return {
    sentenceMs,
    sentenceScripts: await gzippedBytes(web, scripts),
    startTaskMs,
    longestTaskMs: longest(tasks),
    longTasks: tasks.length,
    firstLookMs,
    peakHeap,
    heldHeap,
    quietScriptMs,
  };
}

/** Runs in every frame before its own scripts; "self" is said of a task of this very frame. */
function noteLongTasks(): void {
  const longTasks: number[] = [];
  Object.assign(globalThis, { longTasks });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === "self") longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
}

function takeLongTasks(frame: Frame): Promise<readonly number[]> {
  return frame.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0));
}

function longest(tasks: readonly number[]): number {
  return tasks.reduce((most, ms) => Math.max(most, ms), 0);
}

async function paneFrame(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe[src*="taskpane.html"]').last().elementHandle();
  const frame = await handle.contentFrame();
  if (!frame) throw new Error("the task pane has no frame");
  return frame;
}

/** Coming back online, the pane looks again. */
async function quietLook(session: CDPSession, frame: Frame): Promise<number> {
  const before = await metric(session, "ScriptDuration");
  const answered = frame.page().waitForResponse((answer) => answer.url().endsWith("/$batch"), { timeout: patienceMs });
  await frame.evaluate(() => window.dispatchEvent(new Event("online")));
  await answered;
  await frame.getByText("Looked just now").waitFor();
  await frame.page().waitForTimeout(2_000);
  return ((await metric(session, "ScriptDuration")) - before) * 1000;
}

function watchHeap(session: CDPSession) {
  let peak = 0;
  const sample = async (): Promise<void> => {
    peak = Math.max(peak, await metric(session, "JSHeapUsedSize"));
  };
  const timer = setInterval(() => void sample(), sampleMs);
  return {
    async stop() {
      clearInterval(timer);
      await sample();
      return peak;
    },
  };
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((each) => each.name === name)?.value ?? NaN;
}
