import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { Frame, Page } from "playwright-core";
import { type RefusalName, refusals } from "../../../src/sandbox/page/host/refusals.ts";
import type { Refusal } from "../../../src/sandbox/page/host/refusals/refusal.ts";
import { openSandbox } from "../../support/sandbox.ts";
import { type Trial, trials } from "./trials.ts";

let sandbox: Awaited<ReturnType<typeof openSandbox>>;

/** Where each trial leaves the page for the next one. */
const order: readonly Trial["where"][] = ["message", "draft", "textDraft", "launchEvent", "sharedMessage"];

const rows = (Object.entries(refusals) as readonly (readonly [RefusalName, Refusal])[])
  .map(([name, refusal]) => ({ name, ...refusal, trial: trials[name] }))
  .sort((a, b) => order.indexOf(a.trial.where) - order.indexOf(b.trial.where));

/** The text of a script that gives the code of a call: a number, "throws", "succeeded" or "no answer". */
function scriptOf({ call }: Trial): string {
  return `new Promise((resolve) => {
    setTimeout(() => resolve("no answer"), 8000);
    try {
      (${call.toString()})(Office.context.mailbox, (result) =>
        resolve(result.status === "succeeded" ? "succeeded" : result.error.code));
    } catch {
      resolve("throws");
    }
  })`;
}

/** The pane whose Office.js shows an item that has `member`: itemId for a message, saveAsync for a draft. */
async function paneWith(page: Page, member: "itemId" | "saveAsync"): Promise<Frame> {
  const ready = `Boolean(window.Office?.context?.mailbox?.item?.${member})`;
  const late = Date.now() + 20_000;
  while (Date.now() < late) {
    for (const frame of page.frames().filter((one) => one.url().includes("taskpane.html")))
      if (await frame.evaluate(ready).catch(() => false)) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error(`no task pane with item.${member}`);
}

async function messagePane(page: Page): Promise<Frame> {
  const opened = await page.getByTitle("CivicReply task pane").count();
  if (opened === 0) {
    await page.getByRole("listbox", { name: "Messages" }).getByRole("option").first().click();
    await page.getByRole("button", { name: "Reply promise" }).click();
  }
  return paneWith(page, "itemId");
}

async function sharedPane(page: Page): Promise<Frame> {
  await page.getByRole("button", { name: "Planning and Development" }).click();
  await page.getByRole("group", { name: "Planning and Development" }).getByRole("button", { name: "Inbox" }).click();
  await page.getByRole("region", { name: "Planning and Development: Inbox" }).getByRole("option").first().click();
  await page.getByRole("button", { name: "Reply promise" }).click();
  return paneWith(page, "itemId");
}

async function draftPane(page: Page, plain: boolean): Promise<Frame> {
  await page.getByRole("button", { name: "New message" }).click();
  if (plain) await page.getByRole("button", { name: "Plain text" }).click();
  await page.getByRole("button", { name: "Acknowledge" }).click();
  return paneWith(page, "saveAsync");
}

/** Runs the call in the launch event of a new draft, which leaves its outcome in the draft's session data. */
async function duringLaunchEvent(page: Page, trial: Trial): Promise<unknown> {
  const script = "**/launchevent.js";
  const handler = `Office.onReady(() => undefined);
    Office.actions.associate("onNewMessageComposeHandler", async (event) => {
      const code = await ${scriptOf(trial)};
      Office.context.mailbox.item.sessionData.setAsync("outcome", JSON.stringify(code), () => event.completed());
    });`;
  await page.route(script, (route) => route.fulfill({ contentType: "text/javascript", body: handler }));
  const pane = await draftPane(page, false);
  const read = `new Promise((resolve) =>
    Office.context.mailbox.item.sessionData.getAsync("outcome", ({ value }) => resolve(value ?? null)))`;
  let outcome: string | null = null;
  for (let tries = 0; outcome === null && tries < 100; tries += 1) {
    outcome = await pane.evaluate<string | null>(read);
    await page.waitForTimeout(100);
  }
  await page.unroute(script);
  return outcome === null ? "no answer" : JSON.parse(outcome);
}

const paneFor = {
  message: messagePane,
  sharedMessage: sharedPane,
  draft: (page: Page) => draftPane(page, false),
  textDraft: (page: Page) => draftPane(page, true),
} as const;

async function outcomeOf(page: Page, trial: Trial): Promise<unknown> {
  if (trial.where === "launchEvent") return duringLaunchEvent(page, trial);
  const pane = await paneFor[trial.where](page);
  return pane.evaluate(scriptOf(trial));
}

beforeAll(async () => {
  sandbox = await openSandbox();
  await sandbox.page.getByRole("listbox", { name: "Messages" }).waitFor();
}, 120_000);

afterAll(() => sandbox.close());

afterEach(async () => {
  const { page } = sandbox;
  // The pointer still rests on the ribbon, whose tooltip may lie over the bar.
  await page.mouse.move(0, 0);
  await page.getByRole("tooltip").waitFor({ state: "detached" });
  const dismiss = page.getByRole("group", { name: "Notifications" }).getByRole("button", { name: "Dismiss" });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
  const discard = page.getByRole("button", { name: "Discard" });
  if ((await discard.count()) > 0) {
    await discard.click();
    await discard.waitFor({ state: "detached" });
  }
});

test.each(rows)(
  "$call is refused: $condition ($name)",
  async ({ by, code, trial }) => {
    expect(await outcomeOf(sandbox.page, trial)).toBe(by === "throws" ? "throws" : code);
  },
  40_000,
);
