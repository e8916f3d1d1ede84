/** The whole mailbox: what happened while the pane was closed, on a phone and in colleagues' mailboxes. */
import { expect, test } from "@jest/globals";
import type { FrameLocator, Page } from "playwright-core";
import type { MailRow } from "../../src/sandbox/api.ts";
import { everythingTold, openPane, pane, settledTeamFigure, stage, step } from "./stage.ts";

const set = stage();
const planning = "planning@sprucegrove.example";
const jordan = "jordan.tremblay-reid@sprucegrove.example";
const winston = "winston.abernathy-cruz@sprucegrove.example";
const ines = "ines.callowhill@sprucegrove.example";
const rowan = "rowan.achterby@sprucegrove.example";
const ada = { name: "Ada Okafor", address: "ada.okafor@mail.example" };

function arrives(subject: string, to: readonly string[], query = "person=employee", from = ada) {
  return set.sandbox.behind({ what: "arrives", from, to, subject, text: "May I ask about this?" }, query);
}

async function oneArrives(subject: string, to: readonly string[], query?: string): Promise<MailRow> {
  const [row] = await arrives(subject, to, query);
  if (row === undefined) throw new Error("nothing arrived");
  return row;
}

async function turnClock(at: string): Promise<void> {
  await fetchJson("/api/clock", { at: Date.parse(at) });
}

async function fetchJson(path: string, body: unknown): Promise<void> {
  const page = await set.enter();
  await page.evaluate(
    async ([address, text]) => {
      await fetch(address!, { method: "POST", headers: { "content-type": "application/json" }, body: text! });
    },
    [path, JSON.stringify(body)],
  );
}

async function lookAgain(shown: FrameLocator): Promise<void> {
  await shown.getByRole("button", { name: "Look again" }).click();
  await shown.getByText("Looked just now").waitFor();
}

const row = (page: Page, subject: string) => page.getByRole("option", { name: new RegExp(subject) }).first();

/** Our categories on a row of the message list. */
const marks = (page: Page, subject: string) => row(page, subject).getByText(/^Reply (due|overdue)/);

/** Mail that fits nothing else in the mailbox. */
const matter = (number: number) => `Matter number ${number} of ten`;

test("ten messages came while the pane was closed, four were answered elsewhere: after one look all marks are right", async () => {
  await turnClock("2026-11-24T10:00-06:00");
  const earlier = await set.enter();
  await openPane(earlier, "Dog licence question");
  await everythingTold(earlier);
  const waiting = await settledTeamFigure(set);
  await earlier.context().close();
  const came: MailRow[] = [];
  for (let number = 1; number <= 9; number += 1) came.push(await oneArrives(matter(number), [jordan]));
  const shared = await oneArrives(matter(10), [planning], "person=employee&mailbox=shared-planning");
  await turnClock("2026-11-26T10:00-06:00");
  for (const { id } of came.slice(0, 3))
    await set.sandbox.behind({ what: "answeredFromPhone", message: id }, "person=employee");
  await set.sandbox.behind(
    { what: "answeredByColleague", message: shared.id, by: "colleague" },
    "person=employee&mailbox=shared-planning",
  );
  // Nothing is copied: the colleague's reply lies in their own Sent Items, and their own pane tells of it.
  const colleague = await set.enter({ person: "colleague" });
  await openPane(colleague, "\\w");
  await everythingTold(colleague);
  await colleague.context().close();
  const page = await set.enter();
  await step(page, "one look", async () => {
    await openPane(page, matter(9));
    for (const number of [4, 5, 6, 7, 8, 9]) {
      expect(await marks(page, matter(number)).innerText()).toBe("Reply due today");
    }
    for (const number of [1, 2, 3]) expect(await marks(page, matter(number)).count()).toBe(0);
    await everythingTold(page);
    expect(await settledTeamFigure(set)).toBe(waiting + 6);
  });
}, 90_000);

test("sent to three people and answered by one, it is answered for all three", async () => {
  await turnClock("2026-11-26T11:00-06:00");
  const message = await oneArrives("Three clerks at once", [jordan, winston, ines]);
  const first = await set.enter();
  await step(first, "before", async () => {
    const shown = await openPane(first, "Three clerks at once");
    await shown.getByRole("heading", { name: /Reply due/ }).waitFor();
  });
  await set.sandbox.behind({ what: "answeredFromPhone", message: message.id }, "person=employee");
  await step(first, "who answered", async () => {
    await lookAgain(pane(first));
    await pane(first)
      .getByRole("heading", { name: /Replied in time/ })
      .waitFor();
  });
  for (const person of ["colleague", "supervisor"]) {
    const other = await set.enter({ person });
    await step(other, "a colleague", async () => {
      const shown = await openPane(other, "Three clerks at once");
      await shown.getByRole("heading", { name: /[Aa]nswered by your team|Replied in time/ }).waitFor();
    });
  }
});

test("forwarded to another department and answered from there, it is answered here, and counts from its first receipt", async () => {
  await turnClock("2026-11-26T12:00-06:00");
  const page = await set.enter();
  await oneArrives("Where does this belong", [jordan]);
  await step(page, "forward", async () => {
    await openPane(page, "Where does this belong");
    await turnClock("2026-11-27T09:00-06:00");
    await page.getByRole("button", { name: "Forward", exact: true }).click();
    await page.getByRole("textbox", { name: "To", exact: true }).fill(rowan);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await lookAgain(pane(page));
    await pane(page)
      .getByRole("heading", { name: /Reply due/ })
      .waitFor();
  });
  const clerk = await set.enter({ person: "administrator" });
  await step(clerk, "answered from there", async () => {
    const shown = await openPane(clerk, "Where does this belong");
    // Received on Thursday: from its arrival here, a day later, it would be due on Tuesday.
    await shown.getByRole("heading", { name: /Reply due Monday/ }).waitFor();
    await clerk.getByRole("button", { name: "Reply", exact: true }).click();
    const to = clerk.getByRole("textbox", { name: "To", exact: true });
    await to.fill(ada.address);
    await clerk.keyboard.press("Enter");
    await clerk.getByRole("textbox", { name: "Message body" }).click();
    await clerk.keyboard.type("It belongs with us. Here is how it goes.");
    await clerk.getByRole("button", { name: "Send", exact: true }).click();
    await lookAgain(shown);
    await shown.getByRole("heading", { name: /Replied in time/ }).waitFor();
  });
  await step(page, "known here", async () => {
    await lookAgain(pane(page));
    await pane(page)
      .getByRole("heading", { name: /[Aa]nswered by your team|Replied in time/ })
      .waitFor();
  });
});

test("a reply that comes back undelivered opens the inquiry again", async () => {
  const message = await oneArrives("An address with a mistake", [jordan]);
  const [reply] = await set.sandbox.behind({ what: "answeredFromPhone", message: message.id }, "person=employee");
  const page = await set.enter();
  await step(page, "returned", async () => {
    const shown = await openPane(page, "An address with a mistake");
    await shown.getByRole("heading", { name: /Replied in time/ }).waitFor();
    await set.sandbox.behind({ what: "deliveryFailed", message: reply!.id }, "person=employee");
    await lookAgain(shown);
    await shown.getByRole("heading", { name: /Reply due/ }).waitFor();
    await shown.getByText("Your reply did not arrive.").waitFor();
  });
});

test("a message that moved to another folder keeps its clock, and loses its mark once it is answered from there", async () => {
  const message = await oneArrives("Filed away too early", [jordan]);
  const page = await set.enter();
  await step(page, "moved", async () => {
    const shown = await openPane(page, "Filed away too early");
    await shown.getByRole("heading", { name: /Reply due/ }).waitFor();
    await set.sandbox.behind({ what: "moved", message: message.id, folder: "archive" }, "person=employee");
    await set.sandbox.behind({ what: "answeredFromPhone", message: message.id }, "person=employee");
    await lookAgain(shown);
    await page.getByRole("option", { name: /Filed away too early/ }).waitFor({ state: "detached" });
  });
});

test.each([
  ["throttled", /busy/],
  ["unavailable", /busy|not noticed/],
  ["expiredTokens", null],
  ["gone", null],
] as const)(
  "while Graph is %s the pane says so in one sentence, and is right again afterwards",
  async (graph, sentence) => {
    set.expectErrors(/Failed to load resource/);
    const message = await oneArrives(`Arrived while ${graph}`, [jordan]);
    const page = await set.enter();
    await step(page, graph, async () => {
      const shown = await openPane(page, `Arrived while ${graph}`);
      await set.sandbox.behind({ what: "answeredFromPhone", message: message.id }, "person=employee");
      await set.sandbox.faults({ graph, graphRetryAfterS: null });
      await shown.getByRole("button", { name: "Look again" }).click();
      if (sentence !== null) await shown.getByRole("contentinfo").getByText(sentence).waitFor({ timeout: 60_000 });
      await set.sandbox.faults({ graph: "none" });
      await lookAgain(shown);
      await shown.getByRole("heading", { name: /Replied in time/ }).waitFor();
      if (sentence !== null) expect(await shown.getByRole("contentinfo").getByText(sentence).count()).toBe(0);
    });
  },
  120_000,
);
