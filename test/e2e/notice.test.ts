/** A portal's notice that names its customer in the text alone, from arrival to the reply in Sent Items. */
import { expect, test } from "@jest/globals";
import { openPane, stage, step } from "./stage.ts";

const set = stage();
const subject = "Garden shed on a corner lot";

test("the customer is written a new message, and once it is sent the notice is answered", async () => {
  const page = await set.enter();
  await step(page, "notice", async () => {
    await page.getByRole("button", { name: "New mail" }).click();
    await page.getByRole("menuitem", { name: new RegExp(subject) }).click();
    const shown = await openPane(page, subject);
    await shown.getByText(/Opens a new message to seun\.adeyemi@northmail\.example/).waitFor();
    await shown.getByRole("button", { name: "Write to the customer" }).click();
    const body = page.getByRole("textbox", { name: "Message body" });
    await body.getByText("Hello Oluwaseun Adeyemi,").waitFor();
    expect(await page.getByRole("textbox", { name: "Subject" }).inputValue()).toBe(
      `RE: Online request SR-48140: ${subject}`,
    );
    await page.getByText("seun.adeyemi@northmail.example").first().waitFor();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await shown.getByRole("heading", { name: /promised/i }).waitFor();
    // It shares neither conversation nor In-Reply-To with the notice: the stamp alone tells.
    const messages = async (folder: string) =>
      (await (
        await page.request.get(`${set.sandbox.origins.page}/api/messages?folder=${folder}&person=employee`)
      ).json()) as {
        subject: string;
        conversationId: string;
      }[];
    const notice = (await messages("inbox")).find((row) => row.subject.endsWith(subject));
    const sent = (await messages("sentitems")).find((row) => row.subject.endsWith(subject));
    expect(sent?.conversationId).toBeTruthy();
    expect(sent?.conversationId).not.toBe(notice?.conversationId);
  });
});

test("by keyboard alone, the menu of what is seldom needed marks the message and gives the focus back", async () => {
  const page = await set.enter();
  await step(page, "more by keyboard", async () => {
    const shown = await openPane(page, "Dog licence question");
    const more = shown.getByRole("button", { name: "More" });
    await more.focus();
    await page.keyboard.press("Enter");
    const onIt = shown.getByRole("menuitemcheckbox", { name: "I’m on it" });
    await onIt.waitFor();
    expect(await onIt.evaluate((item) => item === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await shown.getByText(/Somebody here is on it, through/).waitFor();
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
    await shown.getByRole("button", { name: "Undo" }).click();
    await shown.getByText(/Somebody here is on it/).waitFor({ state: "detached" });
  });
});
