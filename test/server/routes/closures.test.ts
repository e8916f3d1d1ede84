import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { namedUnder } from "../../../src/server/identity/inquiryKey.ts";
import { type TestApp, testApp } from "../support/app.ts";
import { testNow } from "../support/issuer.ts";
import { planningMailbox, received, townPolicy, townWith } from "../support/town.ts";

let service: TestApp;

/** Now is Wednesday 2026-11-25, noon; two business days for e-mail. */
beforeEach(async () => {
  service = await testApp();
  await service.store.add(
    [
      received("<overdue@elmbend.example>", "Mon 2026-11-16 10:00"),
      received("<waits@elmbend.example>", "Tue 2026-11-24 10:00"),
      received("<parks@elmbend.example>", "Tue 2026-11-24 10:00", { department: "parks" }),
    ],
    { at: testNow, policyVersion: "2026-1" },
  );
});

afterEach(() => service.close());

const close = (payload: object, on = service) =>
  on.ask("administrator", { method: "POST", url: "/api/closures", payload });
const closed = { mailbox: planningMailbox, from: "2026-11-25" };

test("a closed mailbox's inquiries leave the clock, counted by their reason in every figure", async () => {
  expect((await close(closed)).json()).toEqual({ closed: 2 });
  const figures = (await service.ask("reviewer", { url: "/api/statistics" })).json();
  expect(figures).toMatchObject({
    ...{ open: 1, overdue: 0, compliance: { met: 0, due: 0 }, excluded: 2 },
    ...{ excludedReasons: { mailboxClosed: 2 }, excludedAfterDue: 1 },
  });
  const span = "from=2026-11-16&to=2026-11-22";
  const { series } = (await service.ask("reviewer", { url: `/api/statistics/series?${span}` })).json();
  expect(series[0].periods[0]).toMatchObject({ excluded: { mailboxClosed: 1 }, excludedAfterDue: 1 });
  const table = await service.ask("reviewer", { url: `/api/statistics/series.csv?${span}` });
  expect(table.body).toContain('"mailboxClosed=1"');
  const inquiries = await service.ask("supervisor", { url: "/api/inquiries.csv" });
  expect(inquiries.body.match(/"mailboxClosed"/g)).toHaveLength(2);
  expect(await service.store.rebuild()).toBe(0);
});

test("once more is without effect, and each time everyone sees who did it", async () => {
  await close(closed);
  expect((await close(closed)).json()).toEqual({ closed: 0 });
  const { entries } = (await service.ask("employee", { url: "/api/audit" })).json();
  const deeds = entries.filter(({ deed }: { deed: string }) => deed === "closed");
  expect(deeds.map(({ details }: { details: object }) => details)).toEqual(
    expect.arrayContaining([
      { ...closed, closed: 2 },
      { ...closed, closed: 0 },
    ]),
  );
});

test("a mailbox beside others of its department is refused: nobody could tell its inquiries from theirs", async () => {
  const departments = { planning: { ...townPolicy.departments.planning, mailboxes: [planningMailbox, "b@x.example"] } };
  const several = await testApp({ policy: townWith({ departments }) });
  const answer = await close(closed, several);
  expect([answer.statusCode, answer.json().field]).toEqual([400, "mailbox"]);
  expect(answer.json().detail).toMatch(/^The department “planning” has other mailboxes too/);
  await several.close();
});

test("a person's own mailbox is refused, by what its pane said of it", async () => {
  const mailbox = namedUnder("A".repeat(43), planningMailbox);
  const said = { mailbox, kind: "personal", department: "planning", lookedThrough: testNow, watching: true } as const;
  await service.store.cover(said, testNow);
  const answer = await close(closed);
  expect([answer.statusCode, answer.json().detail]).toEqual([
    400,
    expect.stringMatching(/^This mailbox is a person's/),
  ]);
});

test.each([
  [{ ...closed, mailbox: "nobody@elmbend.example" }, "mailbox", "The policy names no such shared mailbox."],
  [{ ...closed, from: "2026-02-30" }, "from", "There is no such day."],
  [{ ...closed, from: "2026-11-26" }, "from", "The time lies in the future."],
])("%j is refused, and the field named", async (payload, field, detail) => {
  const answer = await close(payload);
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { field, detail }]);
});

test("no pane can say that a mailbox was closed", async () => {
  const [inquiry] = (await service.store.inquiriesAfter("", 1)).inquiries.keys();
  await close(closed);
  const told = (await service.store.factsOf([inquiry!])).get(inquiry!) ?? [];
  const own = told.filter(({ kind }) => kind === "excluded");
  const fresh = await testApp();
  const answer = await fresh.ask("employee", { method: "POST", url: "/api/facts", payload: { facts: own } });
  expect(answer.json().answers).toMatchObject(own.map(() => ({ taken: false, problem: { field: "reason" } })));
  await fresh.close();
});
