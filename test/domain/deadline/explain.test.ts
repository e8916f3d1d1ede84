import { expect, test } from "@jest/globals";
import { explainDue } from "../../../src/domain/deadline/explain.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { office, officeSettings, usual } from "../../support/office.ts";
import { at, day } from "../../support/time.ts";

const policy: Policy = {
  name: "City of Elmbend",
  version: "7",
  calendar: officeSettings,
  counting: usual,
  channels: {
    email: { name: "E-mail", kind: "email", responseDays: 2, clause: "§5.1(a)" },
    counter: { name: "Counter", kind: "other" },
  },
  departments: { permits: { name: "Permits", responseDays: { email: 1 } } },
  highVolume: [
    {
      id: "tax-time",
      from: day("Fri 2026-11-20"),
      to: day("Mon 2026-11-30"),
      authority: "City Manager",
      reason: "tax notices",
      responseDays: { email: 5 },
    },
  ],
};

const explain = (receivedAt: Instant, channel = "email", department: string | null = null, of = policy) =>
  explainDue({ policy: of, calendar: office, channel, department, receivedAt, timeSource: "exchange" });

test("each day from receipt to due date is there once, counted or skipped by name", () => {
  const explained = explain(at("Fri 2026-11-06 20:00"));
  expect(explained?.days.map(({ day, number, skipped, name }) => [day, number, skipped, name])).toEqual([
    [day("Fri 2026-11-06"), null, "beforeReceipt", null],
    [day("Sat 2026-11-07"), null, "weekend", null],
    [day("Sun 2026-11-08"), null, "weekend", null],
    [day("Mon 2026-11-09"), 0, null, null],
    [day("Tue 2026-11-10"), 1, null, null],
    [day("Wed 2026-11-11"), null, "closure", "Remembrance Day"],
    [day("Thu 2026-11-12"), 2, null, null],
  ]);
});

test("the chain names its sources: effective receipt, day zero, clause, policy version and tz database", () => {
  expect(explain(at("Fri 2026-11-06 20:00"))).toMatchObject({
    receivedDay: day("Fri 2026-11-06"),
    effectiveReceipt: at("Mon 2026-11-09 08:30"),
    dayZero: day("Mon 2026-11-09"),
    responseDays: 2,
    due: { dueAt: at("Thu 2026-11-12 16:30"), provisional: false },
    clause: "§5.1(a)",
    policyName: "City of Elmbend",
    policyVersion: "7",
    tzdata: "2026f",
    announced: null,
  });
});

test("where the first day counts, it is day one and there is no day zero among the lines", () => {
  const explained = explain(at("Fri 2026-11-20 12:00"), "email", null, {
    ...policy,
    counting: { ...usual, count: "include" },
  });
  expect(explained?.days.map(({ number }) => number)).toEqual([1, null, null, 2]);
});

test("a channel without a response time is measured, never due, and an unknown one has no date", () => {
  expect(explain(at("Fri 2026-11-20 12:00"), "counter")).toBeNull();
  expect(explain(at("Fri 2026-11-20 12:00"), "constructor")).toBeNull();
});

test("a department's own response time stands before the city's", () => {
  expect(explain(at("Fri 2026-11-06 12:00"), "email", "permits")?.due.dueDay).toBe(day("Mon 2026-11-09"));
});

test("in a high-volume period the published date stays the headline and the announced one stands beside it", () => {
  const explained = explain(at("Mon 2026-11-30 12:00"));
  expect(explained?.due.dueDay).toBe(day("Wed 2026-12-02"));
  expect(explained?.announced?.dueDay).toBe(day("Mon 2026-12-07"));
});

test("a message received the day before or after the period has no announced date", () => {
  expect(explain(at("Thu 2026-11-19 23:59"))?.announced).toBeNull();
  expect(explain(at("Tue 2026-12-01 00:00"))?.announced).toBeNull();
});

test("a message from before the day on which the city began to count is explained no date", () => {
  const counts = { ...policy, countsFrom: day("Fri 2026-11-20") };
  expect(explain(at("Thu 2026-11-19 23:59"), "email", null, counts)).toBeNull();
  expect(explain(at("Fri 2026-11-20 00:00"), "email", null, counts)?.due.dueDay).toBe(day("Tue 2026-11-24"));
});
