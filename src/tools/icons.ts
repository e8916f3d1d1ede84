/**
 * Draws assets/icons/*.png from the SVGs beside them: `node dist/node/tools/icons.js`, after a change of a drawing.
 * The pictures are kept in the repository, so that a build needs no browser.
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";

const folder = new URL("../../../assets/icons/", import.meta.url);

/** Up to this size the drawing with fewer strokes is the clearer one. */
const smallest = 32;

/** What the manifest names: Outlook's ribbon, its add-in list, and phones at one to three pixels a point. */
const pictures = [
  { name: "icon", small: "icon-small", sizes: [16, 25, 32, 48, 50, 64, 75, 80, 96, 128, 144] },
  { name: "check", small: "check-small", sizes: [16, 32, 80] },
  { name: "clock", small: "clock", sizes: [16, 32, 80] },
];

async function draw(page: Page, drawing: string, size: number): Promise<Buffer> {
  const svg = await readFile(new URL(`${drawing}.svg`, folder), "utf8");
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
}

const browser = await launchBrowser();
const page = await browser.newPage();
for (const { name, small, sizes } of pictures) {
  for (const size of sizes) {
    const target = new URL(`${name}-${size}.png`, folder);
    await writeFile(target, await draw(page, size <= smallest ? small : name, size));
    console.log(fileURLToPath(target));
  }
}
await browser.close();
