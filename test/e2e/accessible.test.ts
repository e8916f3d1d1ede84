/** WCAG 2.2 AA by axe, in a real browser, light and dark: the pane, and the page around it. */
import { expect, test } from "@jest/globals";
import { violations } from "../support/axe.ts";
import { paneFrame } from "../support/sandbox.ts";
import { openPane, stage, step } from "./stage.ts";

const set = stage();

test.each([false, true])("nothing that axe finds stands in the way (dark: %s)", async (dark) => {
  const page = await set.enter({ dark });
  await step(page, `axe ${dark ? "dark" : "light"}`, async () => {
    const shown = await openPane(page, "Snow removal on Main");
    await shown.getByRole("button", { name: "Why this date?" }).click();
    expect(await violations(await paneFrame(page))).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });
});
