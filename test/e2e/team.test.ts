/** Who sees the department's figures, and what they say. */
import { expect, test } from "@jest/globals";
import { openPane, stage, step } from "./stage.ts";

const set = stage();

async function asPerson(name: RegExp, subject: string) {
  const page = await set.enter();
  await page.getByRole("combobox", { name: "Person" }).click();
  await page.getByRole("option", { name }).click();
  await page
    .getByRole("option", { name: new RegExp(subject) })
    .first()
    .waitFor();
  return { page, shown: await openPane(page, subject) };
}

test("a supervisor sees how well the department keeps the promise, marked as sample data", async () => {
  const { page, shown } = await asPerson(/Ines Callowhill/, "school council");
  await step(page, "team", async () => {
    await shown.getByRole("tab", { name: "Team" }).click();
    await shown.getByRole("heading", { name: /of replies kept the promise/ }).waitFor();
    await shown
      .getByText(/mailboxes looked at/i)
      .first()
      .waitFor();
    await shown
      .getByText(/invented|sample/i)
      .first()
      .waitFor();
    await shown
      .getByText(/overdue/i)
      .first()
      .waitFor();
  });
});

test("an employee gets no team view from the pane, and none from the service", async () => {
  const page = await set.enter();
  set.expectErrors(/403/);
  await step(page, "no team", async () => {
    const shown = await openPane(page, "Dog licence question");
    await shown.getByText("Looked just now").waitFor();
    expect(await shown.getByRole("tab", { name: "Team" }).count()).toBe(0);
    const { page: origin, service } = set.sandbox.origins;
    const { apiScope, clientId } = await import("../../src/sandbox/people.ts");
    const asked = {
      method: "GetToken",
      interactive: false,
      origin: set.sandbox.origins.addin,
      tokenParams: { clientId, scope: apiScope, correlationId: "c", claims: "{}", extraParameters: {} },
    };
    const answer = await page.evaluate(
      async ([address, body]) => {
        const got = await fetch(`${address}/api/broker?person=employee`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        });
        return (await got.json()) as { token: { access_token: string } };
      },
      [origin, JSON.stringify(asked)] as const,
    );
    const refused = await page.request.get(`${service}/api/statistics`, {
      headers: { authorization: `Bearer ${answer.token.access_token}` },
    });
    expect(refused.status()).toBe(403);
    expect(refused.headers()["content-type"]).toContain("application/problem+json");
  });
});
