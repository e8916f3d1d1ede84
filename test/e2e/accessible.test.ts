/** WCAG 2.2 AA by axe, in a real browser, light and dark: the pane, and the page around it. */
import { createRequire } from "node:module";
import { expect, test } from "@jest/globals";
import type { Frame, Page } from "playwright-core";
import { paneFrame } from "../support/sandbox.ts";
import { openPane, stage, step } from "./stage.ts";

const set = stage();
const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Fluent's focus guards are hidden from people and readers alike; axe takes them for controls. */
async function violations(place: Frame | Page): Promise<readonly string[]> {
  await place.addScriptTag({ path: axeFile });
  const found = (await place.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: unknown, options: unknown): Promise<{ violations: unknown }> };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const context = { exclude: [["[data-tabster-dummy]"], ["iframe"]] };
    return (await axe.run(context, { runOnly: { type: "tag", values: tags } })).violations;
  })) as readonly Violation[];
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

test.each([false, true])("nothing that axe finds stands in the way (dark: %s)", async (dark) => {
  const page = await set.enter({ dark });
  await step(page, `axe ${dark ? "dark" : "light"}`, async () => {
    const shown = await openPane(page, "Snow removal on Main");
    await shown.getByRole("button", { name: "Why this date?" }).click();
    expect(await violations(await paneFrame(page))).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });
});
