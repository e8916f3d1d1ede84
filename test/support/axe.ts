/** What axe finds in a page or a frame by WCAG 2.2 A and AA. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Fluent's focus guards are hidden from people and readers alike; axe takes them for controls. */
export async function violations(place: Frame | Page): Promise<readonly string[]> {
  // Not as a script element: a page's own security policy would keep it out.
  await place.evaluate(axe);
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
