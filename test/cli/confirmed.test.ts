/** Closures are confirmed through a day; from 60 days before it, whatever shows dates says so once. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { at } from "../support/time.ts";
import { file } from "./policies.ts";
import { civicreply } from "./run.ts";

/** The default policy is confirmed through Friday, December 31, 2027: 60 days before it is November 1. */
const before = at("Sun 2027-10-31 12:00");
const after = at("Mon 2027-11-01 12:00");
const warning = /Closures are confirmed only through Friday, December 31, 2027/g;
const count = (text: string): number => text.match(warning)?.length ?? 0;
const line = '{"id":1,"receivedAt":"2027-10-20T18:00:00Z","channel":"email"}';

test.each([
  ["due", ["due", "--received", "2027-10-20 12:00"]],
  ["explain", ["explain", "--received", "2027-10-20 12:00"]],
  ["policy check", ["policy", "check", "assets/policies/spruce-grove.json"]],
  ["holidays", ["holidays", "2028"]],
] as const)("%s says it once, as part of its answer", async (_name, args) => {
  expect(count((await civicreply(args, "", before)).output)).toBe(0);
  const { output, errors } = await civicreply(args, "", after);
  expect([count(output), count(errors)]).toEqual([1, 0]);
});

test.each([
  ["due", ["due", "--ndjson"], line],
  ["explain", ["explain", "--ndjson"], line],
  ["policy check", ["policy", "check", "assets/policies/spruce-grove.json", "--ndjson"], ""],
  ["holidays", ["holidays", "2028", "--ndjson"], ""],
  ["holidays line by line", ["holidays", "--ndjson"], '{"id":1,"year":2028}'],
] as const)(
  "with --ndjson %s says it on standard error: standard output stays one object a line",
  async (_name, args, input) => {
    const { output, errors } = await civicreply(args, input, after);
    expect([count(output), count(errors)]).toEqual([0, 1]);
    for (const each of output.split("\n").filter((text) => text !== ""))
      expect(() => JSON.parse(each) as unknown).not.toThrow();
  },
);

test("business-time warns when it reaches past the last confirmed day, whichever way it runs, and only then", async () => {
  const past = "reaches past the last day whose closures are confirmed";
  const between = (from: string, to: string) => civicreply(["business-time", "--from", from, "--to", to]);
  expect((await between("2027-12-30 09:00", "2027-12-31 23:59")).output).not.toContain(past);
  expect((await between("2027-12-30 09:00", "2028-01-01 00:00")).output).toContain(past);
  expect((await between("2028-01-01 00:00", "2027-12-30 09:00")).output).toContain(past);
  const lines = '{"id":1,"from":"2027-12-30T18:00:00Z","to":"2028-02-01T18:00:00Z"}\n'.repeat(3);
  const { output, errors } = await civicreply(["business-time", "--ndjson"], lines);
  expect([output.includes(past), errors.split(past).length - 1]).toEqual([false, 1]);
});

test("a due date past it is provisional, however far away, and due says so", async () => {
  const { output } = await civicreply(["due", "--received", "2028-11-20 12:00"]);
  expect(output).toContain("Provisional: the closures of that time are not yet confirmed.");
  const { lines } = await civicreply(["due", "--ndjson"], line.replace("2027-10-20", "2028-11-20"));
  expect(lines()).toMatchObject([{ provisional: true }]);
});

describe("a department's own calendar has its own last confirmed day", () => {
  const city = JSON.parse(readFileSync("assets/policies/spruce-grove.json", "utf8")) as Record<string, object>;
  const own = { ...city["calendar"], confirmedThrough: "2026-12-31" };
  const policy = file(JSON.stringify({ ...city, departments: { rink: { name: "Rink", calendar: own } } }));

  test("policy check names the department", async () => {
    const { output } = await civicreply(["policy", "check", policy]);
    expect(output).toContain("Rink: Closures are confirmed only through Thursday, December 31, 2026");
  });

  test("due warns for that department alone", async () => {
    const due = ["due", "--policy", policy, "--received", "2026-11-20 12:00"];
    expect((await civicreply(due)).output).not.toContain("confirmed only through");
    expect((await civicreply([...due, "--department", "rink"])).output).toContain("confirmed only through");
  });
});

test("in a period of high volume due keeps both dates, the published one first", async () => {
  const city = JSON.parse(readFileSync("assets/policies/spruce-grove.json", "utf8")) as object;
  const period = { id: "tax", from: "2026-11-16", to: "2026-11-27", authority: "CAO", reason: "Tax notices" };
  const policy = file(JSON.stringify({ ...city, highVolume: [{ ...period, responseDays: { email: 5 } }] }));
  const { output } = await civicreply(["due", "--policy", policy, "--received", "2026-11-20 12:00"]);
  expect(output.split("\n")).toEqual([
    ...["Reply due Tuesday, November 24, by 4:30 p.m.", "2026-11-24T22:30:00Z"],
    ...["As announced for a period of high volume: Friday, November 27, by 4:30 p.m.", ""],
  ]);
  const lines = '{"id":1,"receivedAt":"2026-11-20T19:00:00Z"}\n{"id":2,"receivedAt":"2026-12-01T19:00:00Z"}';
  const answered = await civicreply(["due", "--policy", policy, "--ndjson"], lines);
  expect(answered.lines()).toEqual([
    {
      ...{ id: 1, dueAt: "2026-11-24T22:30:00Z", dueDay: "2026-11-24", provisional: false },
      announced: { dueAt: "2026-11-27T22:30:00Z", dueDay: "2026-11-27", provisional: false },
    },
    { id: 2, dueAt: "2026-12-03T22:30:00Z", dueDay: "2026-12-03", provisional: false },
  ]);
});
