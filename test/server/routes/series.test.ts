import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type * as z from "zod/mini";
import { seriesSchema } from "../../../src/contract/series.ts";
import { type TestApp, testApp, type Who } from "../support/app.ts";
import { testNow } from "../support/issuer.ts";
import { fact, inquiryId, received, replied } from "../support/town.ts";

type Series = z.infer<typeof seriesSchema>;
let service: TestApp;

const mailbox = (name: string) =>
  ({
    mailbox: inquiryId(name),
    kind: "personal",
    department: "planning",
    lookedThrough: testNow,
    watching: true,
  }) as const;

/** Now is Wednesday 2026-11-25, noon; two business days for e-mail, one for voice mail. */
beforeEach(async () => {
  service = await testApp();
  const off = { kind: "excluded", reason: "thanks", at: testNow, saidAt: testNow, by: "person" } as const;
  await service.store.add(
    [
      received("<met@elmbend.example>", "Fri 2026-11-13 10:00"),
      replied("<met@elmbend.example>", "Mon 2026-11-16 09:00"),
      received("<late@elmbend.example>", "Fri 2026-11-13 11:00"),
      replied("<late@elmbend.example>", "Wed 2026-11-18 09:00"),
      received("<silent@elmbend.example>", "Mon 2026-11-16 10:00"),
      received("<call@elmbend.example>", "Mon 2026-11-16 10:00", { channel: "voicemail", department: "parks" }),
      received("<off@elmbend.example>", "Tue 2026-11-17 10:00"),
      fact(inquiryId("<off@elmbend.example>"), off),
      received("<nobody@elmbend.example>", "Tue 2026-11-24 10:00", { department: null }),
    ],
    { at: testNow, policyVersion: "2026-1" },
  );
});

afterEach(() => service.close());

async function series(who: Who, query: string): Promise<Series> {
  const answer = await service.ask(who, { url: `/api/statistics/series?${query}` });
  expect(answer.statusCode).toBe(200);
  return seriesSchema.parse(answer.json());
}

test("each week has its own figures, each by the day that its name states, and the backlog at its end", async () => {
  const { series: all } = await series("reviewer", "from=2026-11-09&to=2026-11-25");
  const weeks = all[0]?.periods ?? [];
  expect(
    weeks.map(({ from, received: came, due, met, late, overdue, backlog, overdueAtEnd }) => [
      ...[from, came, due, met, late, overdue, backlog, overdueAtEnd],
    ]),
  ).toEqual([
    ["2026-11-09", 2, 0, 0, 0, 0, 2, 0],
    ["2026-11-16", 2, 4, 1, 1, 2, 2, 2],
    ["2026-11-23", 1, 0, 0, 0, 0, 3, 2],
  ]);
  expect(weeks[1]?.excluded).toEqual({ thanks: 1 });
});

test("a channel or a department has a series of its own; what belongs to none only reviewers see", async () => {
  const of = async (who: Who, query: string) =>
    (await series(who, `from=2026-11-16&to=2026-11-16&${query}`)).series.map((one) => [one.of, one.periods[0]?.due]);
  expect(await of("reviewer", "breakdown=channel")).toEqual([
    ["email", 3],
    ["voicemail", 1],
  ]);
  expect(await of("reviewer", "breakdown=department")).toEqual([
    ["", 0],
    ["parks", 1],
    ["planning", 3],
  ]);
  expect(await of("supervisor", "breakdown=department")).toEqual([["planning", 3]]);
  expect(await of("reviewer", "channel=voicemail")).toEqual([[null, 1]]);
});

test("how long replies took is told only of enough replies from enough mailboxes", async () => {
  const names = Array.from({ length: 5 }, (_, index) => `<quick-${index}@elmbend.example>`);
  await service.store.add(
    names.flatMap((name) => [received(name, "Mon 2026-11-16 10:00"), replied(name, "Mon 2026-11-16 11:00")]),
    { at: testNow, policyVersion: "2026-1" },
  );
  const median = async (query = "") =>
    (await series("supervisor", `from=2026-11-16&to=2026-11-16${query}`)).series[0]?.periods[0]?.medianMinutes;
  await service.store.cover(mailbox("one"), testNow);
  expect(await median()).toBeNull();
  await service.store.cover(mailbox("two"), testNow);
  expect(await median()).toBe(60);
  expect(await median("&by=day")).toBeNull();
  expect(await median("&channel=voicemail")).toBeNull();
});

test("nothing is told of days that are still to come", async () => {
  const { series: all } = await series("reviewer", "from=2026-11-24&to=2026-12-31&by=day");
  expect(all[0]?.periods.map(({ from }) => from)).toEqual(["2026-11-24", "2026-11-25"]);
});

test.each([
  ["from=2026-02-30&to=2026-03-01", "from", "There is no such day."],
  ["from=2026-11-25&to=2026-11-24", "to", "The last day lies before the first."],
  ["from=2026-11-26&to=2026-11-27", "from", "The first day lies in the future: there are no figures yet."],
  ["from=2001-11-26&to=2026-11-25", "to", "Ask for at most 3660 days at a time."],
])("%s is refused in a sentence that names the field", async (query, field, detail) => {
  const answer = await service.ask("reviewer", { url: `/api/statistics/series?${query}` });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ field, detail });
});

test("a question about the past counts what nobody touched since: it passed its due date by itself", async () => {
  const { series: all } = await series("reviewer", "from=2026-11-17&to=2026-11-19&by=day&channel=email");
  expect(all[0]?.periods.map(({ overdueAtEnd }) => overdueAtEnd)).toEqual([1, 1, 1]);
});
