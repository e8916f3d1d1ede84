/** What an employee sees beside an open message, and can put right. */
import { expect, test } from "@jest/globals";
import { openMessage } from "../support/sandbox.ts";
import { openPane, pane, stage, step } from "./stage.ts";

const set = stage();

test("the pane says by when the open message must be answered, and why that date", async () => {
  const page = await set.enter();
  await step(page, "due", async () => {
    const shown = await openPane(page, "Dog licence question");
    await shown.getByRole("heading", { name: "Reply due tomorrow" }).waitFor();
    await shown.getByText(/Wednesday, November 25, by 4:30.p\.m\./).waitFor();
    await shown.getByText("1 business day left").waitFor();
    await shown.getByRole("button", { name: "Why this date?" }).click();
    for (const line of [/Mon, Nov 23.*received/, /day zero/, /Tue, Nov 24.*business day 1 of 2/, /AP-1077-23 §5\.1/])
      await shown.getByText(line).first().waitFor();
  });
});

test("a weekend is skipped by name", async () => {
  const page = await set.enter();
  await step(page, "skipped", async () => {
    const shown = await openPane(page, "Snow removal on Main");
    await shown.getByRole("button", { name: "Why this date?" }).click();
    await shown.getByText("Sat, Nov 21 – weekend").waitFor();
    await shown.getByText("Sun, Nov 22 – weekend").waitFor();
    await shown.getByText(/Mon, Nov 23.*business day 2 of 2/).waitFor();
  });
});

test("an overdue message gets its category and a notification bar; one that is due later gets neither", async () => {
  const page = await set.enter();
  await step(page, "overdue", async () => {
    const shown = await openPane(page, "Snow removal on Main");
    await shown.getByRole("heading", { name: /Overdue by 1 business day/ }).waitFor();
    const row = page.getByRole("option", { name: /Snow removal on Main/ });
    await row.getByText("Reply overdue", { exact: true }).waitFor();
    await page
      .getByText(/due Monday, November 23/i)
      .first()
      .waitFor();
    await openMessage(page, "Skating rink hours");
    await shown.getByRole("heading", { name: "Reply due Thursday" }).waitFor();
    expect(
      await page
        .getByRole("option", { name: /Skating rink hours/ })
        .getByText(/^Reply/)
        .count(),
    ).toBe(0);
  });
});

test("a message off the clock says why, and one click puts it on", async () => {
  const page = await set.enter();
  await step(page, "off the clock", async () => {
    const shown = await openPane(page, "Automatic reply: Comments");
    await shown.getByRole("heading", { name: /No reply expected/ }).waitFor();
    await shown.getByRole("button", { name: "This needs a reply" }).click();
    await shown
      .getByRole("heading", { name: /overdue|due/i })
      .first()
      .waitFor();
  });
});

test("a person takes a message off the clock with a reason from the list, and may undo it", async () => {
  const page = await set.enter();
  await step(page, "no reply needed", async () => {
    const shown = await openPane(page, "Counter rota|Invoice 90217");
    await openMessage(page, "Invoice 90217");
    await shown.getByRole("button", { name: "No reply needed" }).click();
    await shown.getByRole("menuitem").first().click();
    await shown.getByRole("heading", { name: /No reply (expected|needed)/ }).waitFor();
    await shown.getByRole("button", { name: "Undo" }).click();
    await shown.getByRole("heading", { name: /due/i }).first().waitFor();
  });
});

test("the channel can be corrected, and the date follows", async () => {
  const page = await set.enter();
  await step(page, "channel", async () => {
    const shown = await openPane(page, "Fence height on a corner lot");
    const before = await shown.getByRole("heading", { level: 1 }).textContent();
    await shown.getByRole("button", { name: /Change/ }).click();
    await shown.getByRole("menuitemradio", { name: /Letter/ }).click();
    await shown.getByText("Letter").first().waitFor();
    await shown.getByRole("button", { name: "Undo" }).waitFor();
    expect(await shown.getByRole("heading", { level: 1 }).textContent()).not.toBe(before);
  });
});

test("where nobody can be written to, Answered another way leads", async () => {
  const page = await set.enter();
  await step(page, "voice mail", async () => {
    const shown = await openPane(page, "555-0142");
    await shown.getByText("Voice mail").first().waitFor();
    await shown.getByRole("button", { name: "Answered another way" }).click();
    await shown.getByRole("button", { name: /Save|Record/ }).click();
    await shown.getByRole("heading", { name: /Replied in time/ }).waitFor();
    const row = page.getByRole("option", { name: /555-0142/ });
    await row.getByText("Reply due today", { exact: true }).waitFor({ state: "detached" });
  });
});

test("a subject with markup and a name with a template field are text, nothing more", async () => {
  const page = await set.enter();
  await step(page, "markup", async () => {
    const shown = await openPane(page, "Shed under 10 square metres");
    await shown.getByRole("button", { name: "Reply with acknowledgement", exact: true }).click();
    const body = page.getByRole("textbox", { name: "Message body" });
    await body
      .getByText(/Pat \{handler\} O.Brien/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Discard" }).click();
    await openMessage(page, "Setback");
    await page.getByRole("heading", { name: /Setback <b>URGENT<\/b>/ }).waitFor();
  });
});

test("the pinned pane survives that nothing is open", async () => {
  const page = await set.enter();
  await step(page, "nothing open", async () => {
    const shown = await openPane(page, "Dog licence question");
    await page.getByRole("button", { name: "Drafts" }).click();
    await shown.getByRole("tab", { name: "My replies", selected: true }).waitFor();
    await page.getByRole("button", { name: "Inbox" }).click();
    await openMessage(page, "Snow removal on Main");
    await pane(page)
      .getByRole("heading", { name: /Overdue/ })
      .waitFor();
  });
});

test("Tab leaves the pane forwards, and Shift+Tab backwards", async () => {
  const page = await set.enter();
  await step(page, "tab", async () => {
    const shown = await openPane(page, "Dog licence question");
    await shown.getByText("Looked just now").waitFor();
    const isInPane = (): Promise<boolean> => page.evaluate(() => document.activeElement?.tagName === "IFRAME");
    const walk = async (key: string): Promise<void> => {
      for (let presses = 0; presses < 8 && (await isInPane()); presses += 1) {
        await page.keyboard.press(key);
        await page.waitForTimeout(150);
      }
      expect(await isInPane()).toBe(false);
    };
    await shown.getByRole("button", { name: "Look again" }).focus();
    await walk("Tab");
    await shown.getByRole("button", { name: "Reply with acknowledgement", exact: true }).focus();
    await walk("Shift+Tab");
  });
});
