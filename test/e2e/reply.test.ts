/** From acknowledging a message to the department's figure. */
import { expect, test } from "@jest/globals";
import { openMessage } from "../support/sandbox.ts";
import { everythingTold, openPane, pane, settledTeamFigure, stage, step } from "./stage.ts";

const set = stage();

test("an acknowledgement opens filled, is sent, and the message is promised and loses its category", async () => {
  const page = await set.enter();
  await step(page, "acknowledge", async () => {
    const shown = await openPane(page, "Snow removal on Main");
    await page
      .getByRole("option", { name: /Snow removal on Main/ })
      .getByText("Reply overdue", { exact: true })
      .waitFor();
    await shown.getByRole("button", { name: "Reply with acknowledgement", exact: true }).click();
    const body = page.getByRole("textbox", { name: "Message body" });
    await body.getByText("Hello Dmytro Kowalchuk,").waitFor();
    await body.getByText(/Jordan Tremblay-Reid is looking after it and will answer you by/).waitFor();
    await body.getByText(/We are an organization that cares/).waitFor();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await shown.getByRole("heading", { name: /promised/i }).waitFor();
    await page
      .getByRole("option", { name: /Snow removal on Main/ })
      .getByText("Reply overdue", { exact: true })
      .waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Sent Items" }).click();
    await page.getByRole("option", { name: /RE: Snow removal on Main/ }).waitFor();
  });
});

test("a plain answer written by hand closes the inquiry as replied in time", async () => {
  const page = await set.enter();
  await step(page, "plain answer", async () => {
    const shown = await openPane(page, "Skating rink hours");
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    const body = page.getByRole("textbox", { name: "Message body" });
    await body.click();
    await page.keyboard.type("The rink opens on December 1 at ten in the morning.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await shown.getByRole("heading", { name: "Replied in time" }).waitFor();
  });
});

test("in compose a template goes on top of quoted thread and signature; the pane beside the message notices the reply", async () => {
  const page = await set.enter();
  await step(page, "insert", async () => {
    await openPane(page, "Construction noise again tonight");
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    const body = page.getByRole("textbox", { name: "Message body" });
    await body.getByText("City of Spruce Grove").first().waitFor();
    const before = await body.innerText();
    await page.getByRole("button", { name: "Acknowledge" }).click();
    const shown = pane(page);
    await shown.getByRole("radio").first().waitFor();
    await shown.getByRole("button", { name: "Insert", exact: true }).click();
    await body.getByText("Hello Mei-Lin Zhao,").waitFor();
    const after = await body.innerText();
    expect(after.replaceAll(/\s+/g, " ").trim().endsWith(before.replaceAll(/\s+/g, " ").trim())).toBe(true);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await pane(page)
      .getByRole("heading", { name: /promised/i })
      .waitFor();
    await page.getByRole("button", { name: "Sent Items" }).click();
    await page.getByRole("option", { name: /RE: Construction noise again tonight/ }).waitFor();
  });
});

test("a field without a value is shown as missing, held once at send, and then the person decides", async () => {
  const page = await set.enter();
  await step(page, "held", async () => {
    await openMessage(page, "Picnic shelter");
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await page.getByRole("button", { name: "Acknowledge" }).click();
    await pane(page)
      .getByText(/Missing: the day of receipt/)
      .waitFor();
    await pane(page).getByRole("button", { name: "Insert", exact: true }).click();
    await page
      .getByRole("textbox", { name: "Message body" })
      .getByText(/\[day of receipt\]/)
      .waitFor();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    const held = page.getByRole("alertdialog").filter({ hasText: "is not filled in yet" });
    await held.waitFor();
    await held.getByRole("button", { name: "Don't send" }).click();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("button", { name: "Sent Items" }).click();
    await page.getByRole("option", { name: /RE: Picnic shelter/ }).waitFor();
  });
});

test("a reply reaches the team's figure through the service", async () => {
  const employee = await set.enter();
  await step(employee, "team figure", async () => {
    const shown = await openPane(employee, "Sign permit for a new dental office");
    await shown.getByText("Looked just now").waitFor();
    await everythingTold(employee);
    const before = await settledTeamFigure(set);
    await employee.getByRole("button", { name: "Reply", exact: true }).click();
    await employee.getByRole("textbox", { name: "Message body" }).click();
    await employee.keyboard.type("Yes, you do. The form is on our site.");
    await employee.getByRole("button", { name: "Send", exact: true }).click();
    await shown.getByRole("heading", { name: "Replied in time" }).waitFor();
    await shown.getByText("Looked just now").waitFor();
    await everythingTold(employee);
    expect(await settledTeamFigure(set)).toBe(before - 1);
  });
}, 90_000);
