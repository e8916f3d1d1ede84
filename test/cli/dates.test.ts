import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { isoOf } from "../../src/domain/time.ts";
import { dueExamples, elapsedExamples, grouped } from "../fixtures/calendar/examples.ts";
import { at } from "../support/time.ts";
import { civicreply } from "./run.ts";
import { examplePolicy, file } from "./policies.ts";

test("due says the date as a sentence and as an instant, and names the tz database", async () => {
  const { status, output, errors } = await civicreply(["due", "--received", "2026-11-20 12:00"]);
  expect([status, output]).toEqual([0, "Reply due Tuesday, November 24, by 4:30 p.m.\n2026-11-24T22:30:00Z\n"]);
  expect(errors).toMatch(/America\/Edmonton come from tz database 20\d\d[a-z]\./);
});

test("due --ndjson answers a bad line in its place, goes on, and says so in the exit status", async () => {
  const input = [
    '{"id":"a","receivedAt":"2026-11-20T18:00:00Z","channel":"email"}',
    "not json",
    '{"id":"b","receivedAt":"2026-02-30T18:00:00Z","channel":"email"}',
    '{"id":"c","receivedAt":"2026-11-20T18:00:00Z","channel":"constructor"}',
    '{"id":4,"receivedAt":"2026-11-20T18:00:00Z"}',
    "",
    '{"id":"d","receivedAt":"2028-11-20T18:00:00Z","channel":"letter"}',
  ].join("\r\n");
  const { status, lines } = await civicreply(["due", "--ndjson"], input);
  expect(status).toBe(1);
  expect(lines()).toEqual([
    { id: "a", dueAt: "2026-11-24T22:30:00Z", dueDay: "2026-11-24", provisional: false },
    { id: null, error: expect.stringContaining("no JSON object") },
    { id: "b", error: expect.stringContaining('receivedAt is "2026-02-30T18:00:00Z": write an instant with its zone') },
    { id: "c", error: expect.stringContaining("use email, voicemail, letter, our-city, portal") },
    { id: 4, dueAt: "2026-11-24T22:30:00Z", dueDay: "2026-11-24", provisional: false },
    { id: "d", dueAt: "2028-11-27T22:30:00Z", dueDay: "2028-11-27", provisional: true },
  ]);
});

test("a line that comes in pieces, an accent split between them, is one line", async () => {
  const text = Buffer.from('{"id":"é","receivedAt":"2026-11-20T18:00:00Z","channel":"email"}\n');
  const pieces = [text.subarray(0, 8), text.subarray(8, 30), text.subarray(30)];
  const { lines } = await civicreply(["due", "--ndjson"], pieces as unknown as string[]);
  expect(lines()).toEqual([{ id: "é", dueAt: "2026-11-24T22:30:00Z", dueDay: "2026-11-24", provisional: false }]);
});

test("the command agrees with every worked due date of each calendar and convention, in any IANA zone", async () => {
  const groups = grouped(dueExamples(), ({ calendar, counting }) => JSON.stringify([calendar, counting]));
  let answered = 0;
  for (const group of groups.values()) {
    const { calendar, counting } = group[0]!;
    const file = examplePolicy(calendar, counting, group);
    const input = group.map(({ id, days, receivedAt }) =>
      JSON.stringify({ id, channel: `in-${days}`, receivedAt: isoOf(receivedAt) }),
    );
    const { status, lines } = await civicreply(["due", "--policy", file, "--ndjson"], input.join("\n"));
    expect(status).toBe(0);
    expect(lines()).toMatchObject(group.map(({ id, dueAt }) => ({ id, dueAt })));
    answered += group.length;
  }
  expect(answered).toBe(400);
});

test("the command agrees with every worked business time", async () => {
  for (const [calendar, group] of grouped(elapsedExamples(), (one) => one.calendar)) {
    const file = examplePolicy(calendar);
    const input = group.map(({ id, from, to }) => JSON.stringify({ id, from: isoOf(from), to: isoOf(to) }));
    const { lines } = await civicreply(["business-time", "--policy", file, "--ndjson"], input.join("\n"));
    expect(lines()).toEqual(group.map(({ id, milliseconds, minutes }) => ({ id, milliseconds, minutes })));
  }
});

test("business-time between two times of the city's own is said in hours and minutes", async () => {
  const { output } = await civicreply(["business-time", "--from", "2026-11-20 16:00", "--to", "2026-11-23 09:00"]);
  expect(output).toBe("1 h\n3600000 ms\n");
});

test("explain prints the chain as the pane shows it: each day by name, the rule, the clause, the sources", async () => {
  const { output } = await civicreply(["explain", "--received", "2026-11-10 20:00", "--channel", "voicemail"]);
  expect(output.split("\n").slice(0, 8)).toEqual([
    "Reply due Friday, November 13, by 4:30 p.m.",
    "Received Tue, Nov 10, 8:00 p.m., as a person said.",
    "Counts as received Thu, Nov 12, 8:30 a.m.",
    "  Tue, Nov 10 – arrived after closing",
    "  Wed, Nov 11 – Remembrance Day",
    "  Thu, Nov 12 – day zero: counts as received",
    "  Fri, Nov 13 – business day 1 of 1",
    expect.stringContaining("Rule: A message that arrives outside office hours"),
  ]);
  expect(output).toContain("Clause: AP-1077-23 §5.1(a).");
  expect(output).toMatch(/by tz database 20\d\d[a-z]/);
});

test("explain --ndjson gives the same chain as data", async () => {
  const { lines } = await civicreply(
    ["explain", "--ndjson"],
    '{"id":1,"receivedAt":"2026-11-20T18:00:00Z","channel":"email","timeSource":"exchange"}',
  );
  expect(lines()).toMatchObject([
    {
      id: 1,
      receivedAt: "2026-11-20T18:00:00Z",
      dayZero: "2026-11-20",
      timeSource: "exchange",
      due: { dueAt: "2026-11-24T22:30:00Z" },
      clause: "AP-1077-23 §5.1(a)",
    },
  ]);
});

test("a policy without response times measures and is never due", async () => {
  const okotoks = ["--policy", "assets/policies/okotoks.json"];
  const { status, lines } = await civicreply(
    ["due", "--ndjson", ...okotoks],
    '{"id":1,"receivedAt":"2026-11-20T18:00:00Z","channel":"email"}',
  );
  expect([status, lines()]).toEqual([0, [{ id: 1, dueAt: null, dueDay: null, provisional: false }]]);
  expect((await civicreply(["explain", "--received", "2026-11-20 12:00", ...okotoks])).output).toContain(
    "nothing is due",
  );
});

test("60 days before the last confirmed day, whoever shows dates warns", async () => {
  const early = await civicreply(["due", "--received", "2027-10-20 12:00"], "", at("Sun 2027-10-31 12:00"));
  const late = await civicreply(["due", "--received", "2027-10-20 12:00"], "", at("Mon 2027-11-01 12:00"));
  expect(early.output + early.errors).not.toContain("confirmed only through");
  expect(late.output).toContain("confirmed only through Friday, December 31, 2027");
});

test("tz data older than a year is warned of", async () => {
  const { errors } = await civicreply(["due", "--received", "2036-10-20 12:00"], "", at("Mon 2036-11-03 12:00"));
  expect(errors).toContain("older than a year: update the package moment-timezone");
});

describe("a department with its own calendar and a policy that counts from a day on", () => {
  const late = [["12:00", "20:00"]];
  const city = JSON.parse(readFileSync("assets/policies/spruce-grove.json", "utf8")) as Record<string, unknown>;
  const weekly = { sat: late, sun: late, mon: late };
  const policy = file(
    JSON.stringify({
      ...city,
      countsFrom: "2026-11-01",
      departments: { rink: { name: "Rink", calendar: { ...(city["calendar"] as object), weekly } } },
    }),
  );
  const line = '{"id":1,"receivedAt":"2026-11-20T18:00:00Z","channel":"email","department":"rink"}';

  test("due and explain count on the department's calendar", async () => {
    const due = await civicreply(["due", "--ndjson", "--policy", policy], line);
    const explained = await civicreply(["explain", "--ndjson", "--policy", policy], line);
    expect(due.lines()).toMatchObject([{ id: 1, dueAt: "2026-11-24T02:00:00Z", dueDay: "2026-11-23" }]);
    expect(explained.lines()).toMatchObject([{ id: 1, due: { dueAt: "2026-11-24T02:00:00Z" } }]);
  });

  test("business-time measures by it, and by the city's without a department", async () => {
    const span = '"from":"2026-11-20T18:00:00Z","to":"2026-11-23T22:00:00Z"';
    const { status, lines } = await civicreply(
      ["business-time", "--ndjson", "--policy", policy],
      `{"id":1,${span},"department":"rink"}\n{"id":2,${span}}\n{"id":3,${span},"department":"zoo"}\n`,
    );
    expect(status).toBe(1);
    expect(lines()).toEqual([
      { id: 1, milliseconds: 20 * 3_600_000, minutes: 1200 },
      { id: 2, milliseconds: 12 * 3_600_000, minutes: 720 },
      { id: 3, error: expect.stringContaining("use rink") },
    ]);
  });

  test("nothing is due of a message from before the policy counts, and due says so", async () => {
    const early = '{"id":1,"receivedAt":"2026-10-30T18:00:00Z","channel":"email"}';
    const due = await civicreply(["due", "--ndjson", "--policy", policy], early);
    const said = await civicreply(["explain", "--received", "2026-10-30 12:00", "--policy", policy]);
    expect(due.lines()).toEqual([{ id: 1, dueAt: null, dueDay: null, provisional: false }]);
    expect(said.output).toContain("counts messages from Sunday, November 1 on: nothing is due for this one");
  });
});
