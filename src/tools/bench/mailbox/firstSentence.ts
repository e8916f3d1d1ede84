/** When the pane's first sentence stands in its page, and what had come by then. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Frame } from "playwright-core";

/** Runs in every frame before its own scripts. */
export function noteSentence(): void {
  const seen = new MutationObserver(() => {
    if (document.querySelector("h1") === null) return;
    Object.assign(globalThis, { sentenceMs: performance.now() });
    seen.disconnect();
  });
  seen.observe(document, { childList: true, subtree: true });
}

/** @returns when it stood there, and the names of the scripts that had come by then */
export function firstSentence(
  frame: Frame,
): Promise<{ readonly sentenceMs: number; readonly scripts: readonly string[] }> {
  return frame.evaluate(() => {
    const { sentenceMs } = globalThis as unknown as { sentenceMs: number };
    const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const come = resources.filter(
      ({ initiatorType, responseEnd }) => initiatorType === "script" && responseEnd <= sentenceMs,
    );
    return { sentenceMs, scripts: come.map(({ name }) => name.slice(name.lastIndexOf("/") + 1)) };
  });
}

/** Of those that are the add-in's own. @param web folder of the built add-in */
export async function gzippedBytes(web: string, scripts: readonly string[]): Promise<number> {
  const own = new Set(await readdir(web));
  const sizes = scripts
    .filter((name) => own.has(name))
    .map(async (name) => gzipSync(await readFile(path.join(web, name))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
