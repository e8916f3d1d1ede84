/** Two panes in one browser profile share what Graph lets one mailbox have at once. */
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { openPane, pane, stage, step } from "./stage.ts";

const set = stage();

/** Another window of the same profile. */
async function anotherWindow(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("listbox", { name: "Messages" }).waitFor();
  return other;
}

/** Answers of Graph to this page's pane that said: too many at once. */
function refusalsOf(page: Page): string[] {
  const refusals: string[] = [];
  page.on("response", (answer) => {
    if (!answer.url().startsWith(set.sandbox.origins.graph)) return;
    if (answer.status() === 429) refusals.push(answer.url());
    // A pane that goes away takes its answers with it.
    void answer.text().then(
      (text) => {
        if (text.includes("MailboxConcurrency")) refusals.push(text);
      },
      () => undefined,
    );
  });
  return refusals;
}

async function lookAgain(page: Page): Promise<void> {
  await pane(page).getByRole("button", { name: "Look again" }).click();
  await pane(page).getByText("Looking…").waitFor();
  await pane(page).getByText("Looked just now").waitFor();
}

test("two panes that look at the same time have four requests at once between them", async () => {
  const page = await set.enter();
  const other = await anotherWindow(page);
  await step(page, "two panes", async () => {
    const panes = [page, other];
    for (const each of panes) await openPane(each, "Dog licence question");
    const refusals = panes.map(refusalsOf);
    await set.sandbox.faults({ graph: "slow", graphDelayMs: 600 });
    for (let round = 0; round < 3; round += 1) await Promise.all(panes.map(lookAgain));
    expect(refusals.flat()).toEqual([]);
    await set.sandbox.faults({ graph: "none" });
  });
});

test("a pane that is killed in the middle of its requests leaves their places to the other at once", async () => {
  const page = await set.enter();
  const other = await anotherWindow(page);
  await step(page, "killed pane", async () => {
    for (const each of [page, other]) await openPane(each, "Dog licence question");
    await set.sandbox.faults({ graph: "slow", graphDelayMs: 3_000 });
    const asked = other.waitForRequest((request) => request.url().startsWith(set.sandbox.origins.graph));
    await pane(other).getByRole("button", { name: "Look again" }).click();
    await asked;
    await other.close();
    await set.sandbox.faults({ graph: "none" });
    const began = Date.now();
    await lookAgain(page);
    // A lock that stayed behind would hold it up for ten.
    expect(Date.now() - began).toBeLessThan(9_000);
  });
});
