/** Parts of the pane that come in files of their own, when the network loses one of them. */
import { expect, test } from "@jest/globals";
import { openPane, stage, step } from "./stage.ts";

const set = stage();

test("a list and a menu that do not come say so, and come when they are asked for again", async () => {
  set.expectErrors(/ERR_FAILED|Failed to load resource/);
  const page = await set.enter();
  const lost = /\/(replies|menus)\.[0-9a-f]+\.js$/;
  await page.context().route(lost, (route) => route.abort());
  await step(page, "lost parts", async () => {
    const shown = await openPane(page, "Dog licence question");
    const off = shown.getByRole("button", { name: "No reply needed" });
    await off.click();
    await shown.getByText("There is no connection now. Try again in a moment.").waitFor();
    await shown.getByRole("tab", { name: "My replies" }).click();
    await shown.getByText("This part of the pane could not be loaded.").waitFor();
    await page.context().unroute(lost);
    await shown.getByRole("button", { name: "Try again" }).click();
    await shown.getByRole("heading", { level: 2 }).first().waitFor();
    await shown.getByRole("tab", { name: "This message" }).click();
    await off.focus();
    await page.keyboard.press("ArrowDown");
    const first = shown.getByRole("menuitem").first();
    await first.waitFor();
    expect(await first.evaluate((item) => item === document.activeElement)).toBe(true);
  });
});

test.each([
  ["French for a reader of French", true, "Consulter de nouveau"],
  ["English where the other words do not come", false, "Look again"],
])("the pane speaks %s", async (_what, come, words) => {
  if (!come) set.expectErrors(/ERR_FAILED|Failed to load resource/);
  const page = await set.enter({ locale: "fr-CA" });
  await page.context().route(/\/french\.[0-9a-f]+\.js$/, (route) => (come ? route.continue() : route.abort()));
  await step(page, `words, ${come ? "French" : "English"}`, async () => {
    await page.getByRole("listbox", { name: "Messages" }).getByRole("option").first().click();
    await page.getByRole("button", { name: "Délai de réponse" }).click();
    const shown = page.locator('iframe[src*="taskpane.html"]').last().contentFrame();
    await shown.getByRole("heading", { level: 1 }).waitFor();
    await shown.getByRole("button", { name: words }).waitFor();
  });
});
