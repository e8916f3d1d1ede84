/** `npm run tour`: the main job without a window, with a numbered picture and a caption for each step. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const folder = path.join(root, "out/tour");
const firstPort = Number(process.env["PORT"] ?? 7543);
const viewport = { width: 1280, height: 800 };

let number = 0;
async function picture(page: Page, name: string, caption: string): Promise<void> {
  number += 1;
  const file = `${String(number).padStart(2, "0")}-${name}.png`;
  await page.screenshot({ path: path.join(folder, file) });
  console.log(`${file}  ${caption}`);
}

function pane(page: Page): FrameLocator {
  return page.locator('iframe[title="CivicReply task pane"]').last().contentFrame();
}

async function startProduct(dataFolder: string): Promise<ChildProcess> {
  const script = path.join(import.meta.dirname, "start.js");
  const at = ["--at", "2026-11-24T10:00-06:00"];
  const child = spawn(process.execPath, [script, "--data", dataFolder, "--port", String(firstPort), ...at], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (/^Service: /m.test(said)) resolve();
    });
    child.once("exit", () => reject(new Error(`the product did not start:\n${said}`)));
  });
  return child;
}

async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`https://localhost:${firstPort}/`);
  await page.getByRole("option").first().waitFor();
  return page;
}

async function openWithPane(page: Page, subject: RegExp): Promise<void> {
  await page.getByRole("option", { name: subject }).first().click();
  await page.getByRole("button", { name: "Reply promise" }).click();
  await page.getByRole("button", { name: "Pin" }).click();
  await pane(page).getByRole("heading", { level: 1 }).waitFor();
  await pane(page).getByText("Looked just now").waitFor();
}

async function employee(context: BrowserContext): Promise<void> {
  const page = await newPage(context);
  await picture(page, "mailbox", "A city hall's mailbox on a Tuesday morning.");
  await openWithPane(page, /Dog licence question/);
  await picture(page, "message", "The pane says by when the open message must be answered.");
  await pane(page).getByRole("button", { name: "Why this date?" }).click();
  await picture(page, "why", "Why this date: each counted day, each skipped one by name, the rule and the clause.");
  await page.getByRole("option", { name: /Snow removal on Main/ }).click();
  await pane(page)
    .getByRole("heading", { name: /Overdue/ })
    .waitFor();
  await page
    .getByRole("option", { name: /Snow removal on Main/ })
    .getByText("Reply overdue", { exact: true })
    .waitFor();
  await picture(page, "overdue", "An overdue message: category, notification bar and pane say the same.");
  await page.getByRole("option", { name: /Automatic reply: Comments/ }).click();
  await pane(page)
    .getByRole("heading", { name: /No reply expected/ })
    .waitFor();
  await picture(page, "off-the-clock", "An automatic reply is off the clock, and says why.");
  await page.getByRole("option", { name: /Snow removal on Main/ }).click();
  await pane(page).getByRole("button", { name: "Reply with acknowledgement", exact: true }).click();
  await page.getByRole("textbox", { name: "Message body" }).getByText("Hello Dmytro Kowalchuk,").waitFor();
  await picture(page, "acknowledgement", "An acknowledgement: who deals with it, by when, and the city's commitment.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await pane(page)
    .getByRole("heading", { name: /promised/i })
    .waitFor();
  await picture(page, "promised", "Found in Sent Items: the answer is promised, and the category is gone.");
  await page.close();
}

async function supervisor(context: BrowserContext): Promise<void> {
  const page = await newPage(context);
  await page.getByRole("combobox", { name: "Person" }).click();
  await page.getByRole("option", { name: /Ines Callowhill/ }).click();
  await openWithPane(page, /Fernhill timeline/);
  await pane(page).getByRole("tab", { name: "Team" }).click();
  await pane(page)
    .getByRole("heading", { name: /kept the promise/ })
    .waitFor();
  await pane(page).locator("svg[role], svg").first().waitFor();
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await picture(page, "team", "The department's figures: how well the promise was kept, and what needs help now.");
  await page.close();
}

const dataFolder = await mkdtemp(path.join(tmpdir(), "civicreply-tour-"));
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const [product, browser] = await Promise.all([startProduct(dataFolder), launchBrowser()]);
try {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport, deviceScaleFactor: 1 });
  await employee(context);
  await supervisor(context);
} finally {
  await browser.close();
  const gone = new Promise((resolve) => product.once("exit", resolve));
  product.kill("SIGINT");
  await gone;
  await rm(dataFolder, { recursive: true, force: true });
}
