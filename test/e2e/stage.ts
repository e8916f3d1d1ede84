/** One sandbox and one browser for a file of end-to-end tests; every test fails on a console error. */
import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { launchBrowser } from "../../src/tools/browser.ts";
import {
  openMessage,
  paneFrame,
  pictured,
  type RunningSandbox,
  startSandbox,
  type StartSettings,
  type Visit,
  visit,
} from "../support/sandbox.ts";

export interface Stage {
  readonly sandbox: RunningSandbox;
  readonly browser: Browser;
  /** A fresh profile's page, as one of the sandbox's people. */
  enter(options?: Parameters<typeof visit>[2]): Promise<Page>;
  /** Console errors that a test expects, because it broke something on purpose. */
  expectErrors(pattern: RegExp): void;
}

/** Call at the top of a test file. */
export function stage(settings: StartSettings = {}): Stage {
  let sandbox: RunningSandbox | null = null;
  let browser: Browser | null = null;
  let visits: Visit[] = [];
  let expected: RegExp | null = null;

  beforeAll(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(settings), launchBrowser()]);
  }, 120_000);
  afterEach(async () => {
    const pattern = expected;
    const errors = visits.flatMap((each) => each.errors).filter((error) => !(pattern?.test(error) ?? false));
    for (const each of visits) await each.close();
    visits = [];
    expected = null;
    expect(errors).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await sandbox?.stop();
  }, 30_000);

  const there = <T>(value: T | null): T => {
    if (value === null) throw new Error("the stage is not set before the first test");
    return value;
  };
  return {
    get sandbox() {
      return there(sandbox);
    },
    get browser() {
      return there(browser);
    },
    async enter(options = {}) {
      const entered = await visit(there(browser), there(sandbox), options);
      visits.push(entered);
      return entered.page;
    },
    expectErrors(pattern) {
      expected = pattern;
    },
  };
}

/** The task pane beside the message. */
export function pane(page: Page): FrameLocator {
  return page.locator('iframe[title="CivicReply task pane"]').last().contentFrame();
}

/** Opens a message and the pane beside it, pinned so that it stays. */
export async function openPane(page: Page, subject: string): Promise<FrameLocator> {
  await openMessage(page, subject);
  await page.getByRole("button", { name: "Reply promise" }).click();
  await page.getByRole("button", { name: "Pin" }).click();
  await pane(page).getByRole("heading", { level: 1 }).waitFor();
  // Until Sent Items were looked at, what is shown may still change.
  await pane(page).getByText("Looked just now").waitFor();
  return pane(page);
}

/** A test's step with a picture when it fails. */
export const step = pictured;

/** Waits until the service has taken every fact that this page's pane has to tell: its outbox is empty. */
export async function everythingTold(page: Page): Promise<void> {
  const frame = await paneFrame(page);
  const waiting = () =>
    frame.evaluate(async () => {
      const names = (await indexedDB.databases()).flatMap(({ name }) =>
        name?.startsWith("civicreply ") ? [name] : [],
      );
      const counts = names.map(
        (name) =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open(name);
            opening.onerror = () => reject(opening.error ?? new Error(name));
            opening.onsuccess = () => {
              const counted = opening.result.transaction("outbox").objectStore("outbox").count();
              counted.onsuccess = () => resolve(counted.result);
              opening.result.close();
            };
          }),
      );
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    });
  while ((await waiting()) > 0) await page.waitForTimeout(100);
}

/** How many inquiries wait in all, as a supervisor's team view says once everything that their pane saw is told: twice the same. */
export async function settledTeamFigure(set: Stage): Promise<number> {
  const supervisor = await set.enter({ person: "supervisor" });
  const figure = async (): Promise<number> => {
    await supervisor.reload();
    const shown = await openPane(supervisor, "Fernhill timeline");
    await everythingTold(supervisor);
    await shown.getByRole("tab", { name: "Team" }).click();
    const words = await shown.getByRole("button", { name: /open in all/ }).innerText();
    const [found] = /\d+/.exec(words) ?? [];
    if (found === undefined) throw new Error(`no figure in "${words}"`);
    return Number(found);
  };
  let [before, now] = [-1, await figure()];
  while (now !== before) [before, now] = [now, await figure()];
  return now;
}
