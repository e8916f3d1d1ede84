/**
 * `npm run gallery [-- pattern]`: pictures of the pane in every sample state whose name matches, in each language, theme
 * and width, under out/gallery/. Where something opens in place there is a second picture with all of it open.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import webpack, { type Configuration } from "webpack";
import { launchBrowser } from "./browser.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const folder = path.join(root, "out/gallery");
const pageFolder = path.join(folder, "page");
const languages = ["en", "fr"];
const themes = ["light", "dark", "forced"];
const widths = [320, 480];
const height = 900;

/** The pane as it ships, around another entry: sample states instead of Outlook. */
async function buildPage(): Promise<string> {
  const shipped = (await import(pathToFileURL(path.join(root, "webpack.config.js")).href)) as {
    readonly default: readonly [Configuration];
  };
  const [pane] = shipped.default;
  const compiler = webpack({
    ...pane,
    name: "gallery",
    context: root,
    entry: { gallery: "./test/support/gallery.tsx" },
    output: { path: pageFolder, filename: "[name].js", publicPath: "" },
    cache: false,
    devtool: false,
    plugins: [],
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error !== null) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
  const file = path.join(pageFolder, "index.html");
  const body = '<body style="margin: 0"><div id="root"></div><script src="gallery.js"></script></body>';
  await writeFile(file, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>${body}</html>`);
  return pathToFileURL(file).href;
}

async function matchingStates(page: Page, address: string, pattern: RegExp): Promise<readonly string[]> {
  await page.goto(address);
  const names = (await page.locator("html").getAttribute("data-states")) ?? "";
  return names.split(" ").filter((state) => pattern.test(state));
}

/** @param name of the file, without its ending */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: "disabled" });
}

async function pictures(page: Page, address: string, state: string, language: string, theme: string): Promise<void> {
  await page.goto(`${address}?${new URLSearchParams({ state, language, theme }).toString()}`);
  await page.locator("h1, main[aria-busy='true']").first().waitFor();
  const name = [state, language, theme, page.viewportSize()?.width].join("-");
  await picture(page, name);
  const closed = page.locator("main [aria-expanded='false']:not([aria-haspopup])");
  if ((await closed.count()) === 0) return;
  while ((await closed.count()) > 0) await closed.first().click();
  // What opens may still be on its way; in states that wait for good it stays so.
  await page
    .locator(".fui-Skeleton")
    .first()
    .waitFor({ state: "detached", timeout: 2_000 })
    .catch(() => undefined);
  await picture(page, `${name}-opened`);
}

async function takeAll(browser: Browser, address: string, pattern: RegExp): Promise<void> {
  for (const width of widths) {
    for (const theme of themes) {
      const forcedColors = theme === "forced" ? "active" : "none";
      const page = await browser.newPage({ viewport: { width, height }, forcedColors });
      for (const state of await matchingStates(page, address, pattern))
        for (const language of languages) await pictures(page, address, state, language, theme);
      await page.close();
      console.log(`${theme}, ${width} px wide`);
    }
  }
}

await rm(folder, { recursive: true, force: true });
await mkdir(pageFolder, { recursive: true });
const address = await buildPage();
const browser = await launchBrowser();
try {
  await takeAll(browser, address, new RegExp(process.argv[2] ?? ""));
} finally {
  await browser.close();
}
console.log(`Pictures: ${path.relative(process.cwd(), folder)}`);
