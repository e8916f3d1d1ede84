/** A Chromium to drive: one that is on the machine, else the one that npm brought. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const installed = [
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Quiet and offline, but with web security as people have it: cross-origin behaviour is what the tests are about. */
const quiet = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

async function browserFromNpm(): Promise<string> {
  // Its own libraries are unpacked only where this says that the system lacks them.
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}

/** Starts headless Chrome, Edge or Chromium; CHROME_PATH names another one. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const named = process.env["CHROME_PATH"];
  const executablePath = named ?? installed.find((path) => existsSync(path)) ?? (await browserFromNpm());
  return chromium.launch({ executablePath, headless: true, args: [...quiet, ...more] });
}
