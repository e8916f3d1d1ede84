/** What happens without the add-in, and mail that does not lie in the person's own Inbox. */
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { openMessage, paneFrame } from "../support/sandbox.ts";
import { openPane, stage, step } from "./stage.ts";

const set = stage();

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole("button", { name: menu }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

async function openShared(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Planning and Development" }).click();
  await page.getByRole("group", { name: "Planning and Development" }).getByRole("button", { name: "Inbox" }).click();
  await page.getByRole("region", { name: "Planning and Development: Inbox" }).getByRole("option").first().waitFor();
}

test("a reply from a phone is found at the next look, and the card says Replied", async () => {
  const page = await set.enter();
  await step(page, "phone", async () => {
    const shown = await openPane(page, "Dog licence question");
    await shown.getByRole("heading", { name: "Reply due tomorrow" }).waitFor();
    await choose(page, "From elsewhere", "Answer it from a phone");
    await page.getByText("Answered from a phone").waitFor({ state: "attached" });
    await shown.getByRole("button", { name: "Look again" }).click();
    await shown.getByRole("heading", { name: "Replied in time" }).waitFor();
  });
});

test("a message that is moved to an own folder keeps its date", async () => {
  const page = await set.enter();
  await step(page, "moved", async () => {
    const shown = await openPane(page, "Skating rink hours");
    await shown.getByRole("heading", { name: "Reply due Thursday" }).waitFor();
    await page.getByRole("button", { name: "New folder" }).click();
    await page.getByRole("textbox", { name: "Name of the folder" }).fill("Recreation");
    await page.keyboard.press("Enter");
    await page.getByRole("navigation").getByRole("button", { name: "Recreation" }).waitFor();
    await choose(page, "Move to", "Recreation");
    await page.getByRole("option", { name: /Skating rink hours/ }).waitFor({ state: "detached" });
    await page.getByRole("navigation").getByRole("button", { name: "Recreation" }).click();
    await openMessage(page, "Skating rink hours");
    await shown.getByRole("button", { name: "Look again" }).click();
    await shown.getByText("Looked just now").waitFor();
    await shown.getByRole("heading", { name: "Reply due Thursday" }).waitFor();
  });
});

test("a message of a shared mailbox opens from the folder list, and Outlook says whose mailbox it is", async () => {
  const page = await set.enter();
  await step(page, "shared", async () => {
    await openShared(page);
    const shown = await openPane(page, "");
    await shown.getByRole("heading", { name: /due/i }).first().waitFor();
    const properties = await (
      await paneFrame(page)
    ).evaluate(
      () =>
        new Promise((resolve) => {
          const item = Office.context.mailbox.item as Office.MessageRead;
          item.getSharedPropertiesAsync(({ value }) => resolve(value));
        }),
    );
    expect(properties).toMatchObject({ targetMailbox: "planning@sprucegrove.example", delegatePermissions: 63 });
  });
});

test("the add-in opens a shared mailbox's message from anywhere, by Graph's id", async () => {
  const page = await set.enter();
  await step(page, "opened by id", async () => {
    const [row] = await set.sandbox.behind({
      ...{ what: "arrives", from: { name: "Ada Okafor", address: "ada@mail.example" } },
      ...{ to: ["planning@sprucegrove.example"], subject: "How high may a fence be?", text: "Two metres?" },
    } as const);
    await openPane(page, "Snow removal on Main");
    const frame = await paneFrame(page);
    await frame.evaluate((id) => {
      const { mailbox } = Office.context;
      mailbox.displayMessageFormAsync(mailbox.convertToEwsId(id, Office.MailboxEnums.RestVersion.v2_0));
    }, row!.id);
    await page.getByRole("heading", { name: "How high may a fence be?" }).waitFor();
    await page.getByRole("region", { name: "Planning and Development: Inbox" }).waitFor();
  });
});

test("the bar says which faults are on, until they are off again", async () => {
  const page = await set.enter();
  await step(page, "faults", async () => {
    const pick = async (item: RegExp): Promise<void> => {
      await page.getByRole("button", { name: "Faults" }).click();
      await page.getByRole("menuitemradio", { name: item }).click();
      await page.keyboard.press("Escape");
    };
    await pick(/Slow/);
    await page.getByText("Microsoft Graph: Slow", { exact: true }).waitFor();
    await pick(/Works/);
    await page.getByText("Microsoft Graph: Slow", { exact: true }).waitFor({ state: "detached" });
  });
});
