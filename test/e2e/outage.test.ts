/** The service stops between a reply and its report, and comes back. */
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { openPane, stage, step } from "./stage.ts";

const set = stage();

/** Figures as the service has them, with the supervisor's own token. */
async function figures(page: Page): Promise<{ open: number; replied: number; overdue: number }> {
  const { apiScope, clientId } = await import("../../src/sandbox/people.ts");
  const tokenParams = { clientId, scope: apiScope, correlationId: "c", claims: "{}", extraParameters: {} };
  const asked = { method: "GetToken", interactive: false, origin: set.sandbox.origins.addin, tokenParams };
  const token = await page.evaluate(async (body) => {
    const headers = { "content-type": "application/json" };
    const got = await fetch("/api/broker?person=supervisor", { method: "POST", headers, body });
    return ((await got.json()) as { token: { access_token: string } }).token.access_token;
  }, JSON.stringify(asked));
  const answer = await page.request.get(`${set.sandbox.origins.service}/api/statistics`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status()).toBe(200);
  return (await answer.json()) as { open: number; replied: number; overdue: number };
}

/** Stops the service, or starts it again. */
async function turnService(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Faults" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Service stopped" }).click();
  await page.keyboard.press("Escape");
}

test("a reply sent while the service is down is reported once it is back, and counted once", async () => {
  const page = await set.enter();
  set.expectErrors(/ERR_CONNECTION_REFUSED|Failed to load resource/);
  await step(page, "outage", async () => {
    const shown = await openPane(page, "Sign permit for a new dental office");
    await shown.getByText("Looked just now").waitFor();
    const before = await figures(page);
    await turnService(page);
    await page.getByText("Service stopped", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await page.getByRole("textbox", { name: "Message body" }).click();
    await page.keyboard.type("Yes: the form is on our site.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await shown.getByRole("heading", { name: "Replied in time" }).waitFor();
    await shown.getByText(/sent when the service answers/).waitFor();

    await turnService(page);
    await page.getByText("Service stopped", { exact: true }).waitFor({ state: "detached" });
    await shown.getByRole("button", { name: "Look again" }).click();
    await shown.getByText(/sent when the service answers/).waitFor({ state: "detached" });
    const after = await figures(page);
    expect(after).toMatchObject({ open: before.open - 1, replied: before.replied + 1 });
    await shown.getByRole("button", { name: "Look again" }).click();
    await shown.getByText("Looked just now").waitFor();
    await expect(figures(page)).resolves.toMatchObject({ open: after.open, replied: after.replied });
  });
});
