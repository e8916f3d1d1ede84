/**
 * A browser that keeps nothing for the add-in's frame: a private window, or blocked site data.
 *
 * The headless browser of these tests has no such setting, so its refusals are given as Chrome gives them: reading
 * `localStorage` throws a SecurityError, and opening a database fails.
 */
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { paneFrame } from "../support/sandbox.ts";
import { openPane, pane, stage, step } from "./stage.ts";

const set = stage();

function denyStorage(origin: string): void {
  if (window.origin !== origin) return;
  const denied = () => new DOMException("Access is denied for this document.", "SecurityError");
  const refuse = {
    get: () => {
      throw denied();
    },
  };
  Object.defineProperty(window, "localStorage", refuse);
  Object.defineProperty(IDBFactory.prototype, "open", {
    value: () => {
      throw denied();
    },
  });
}

async function entered(): Promise<Page> {
  const page = await set.enter();
  await page.context().addInitScript(denyStorage, set.sandbox.origins.addin);
  await page.reload();
  await page.getByRole("listbox", { name: "Messages" }).waitFor();
  return page;
}

test("where the frame's storage is denied the mailbox stays the source, and the foot of the pane says so", async () => {
  const page = await entered();
  await step(page, "denied storage", async () => {
    const shown = await openPane(page, "Dog licence question");
    const frame = await paneFrame(page);
    await expect(frame.evaluate(() => window.localStorage.length)).rejects.toThrow(/denied/);
    await shown.getByRole("heading", { name: /Reply due/ }).waitFor();
    await shown.getByText("This browser keeps nothing for the pane").waitFor();
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await page.getByRole("textbox", { name: "Message body" }).click();
    await page.keyboard.type("City Hall has them.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await pane(page).getByRole("button", { name: "Look again" }).click();
    await pane(page).getByRole("heading", { name: "Replied in time" }).waitFor();
  });
});

test("the next pane knows it all again from the mailbox", async () => {
  const page = await entered();
  await step(page, "denied storage again", async () => {
    const shown = await openPane(page, "Dog licence question");
    await shown.getByRole("heading", { name: "Replied in time" }).waitFor();
  });
});
