/**
 * What users of other reply clocks complained of, as rules of ours: when the clock runs, and until when.
 * The numbers are those of the research on peers, §3.
 */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { datesOf, type Dates } from "../../../src/domain/deadline/dates.ts";
import { datesAfterChange } from "../../../src/domain/deadline/datesAfterChange.ts";
import { dueDate } from "../../../src/domain/deadline/dueDate.ts";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import type { Fact } from "../../../src/domain/inquiry/fact.ts";
import type { Standing } from "../../../src/domain/inquiry/standing.ts";
import { instant, type Instant } from "../../../src/domain/time.ts";
import { office, officeSettings, usual } from "../../support/office.ts";
import { at, day } from "../../support/time.ts";
import { received, replied, rulesOf, said } from "../inquiry/office.ts";

const rules = rulesOf();
const stand = (facts: readonly Fact[], when: Instant): Standing => standingOf(facts, rules, when)!;

describe("complaint 3: a newly proclaimed holiday did not move open due dates", () => {
  const receivedAt = at("Fri 2026-11-20 10:00");
  const datesWith = (closures: readonly { date: ReturnType<typeof day>; name: string }[]): Dates => {
    const { policy, calendar } = rulesOf({ calendar: { ...officeSettings, closures } });
    return datesOf({ policy, calendar, channel: "email", department: null, receivedAt })!;
  };
  const before = datesWith([]);
  const after = datesWith([{ date: day("Tue 2026-11-24"), name: "Day of mourning" }]);

  test("a closure added in an open inquiry's window moves its due date, and both dates can be logged", () => {
    const held = datesAfterChange({ before, after, metAt: null, changedAt: at("Mon 2026-11-23 12:00") });
    expect([held.moved, held.before?.due.dueDay, held.dates?.due.dueDay]).toEqual([true, "2026-11-24", "2026-11-25"]);
  });

  test("it never changes one that was answered or already overdue, unless an administrator orders a recalculation", () => {
    const answered = { before, after, metAt: at("Mon 2026-11-23 09:00"), changedAt: at("Mon 2026-11-23 12:00") };
    const overdue = { before, after, metAt: null, changedAt: at("Wed 2026-11-25 08:00") };
    for (const settled of [answered, overdue]) {
      expect(datesAfterChange(settled)).toMatchObject({ moved: false, dates: before });
      expect(datesAfterChange({ ...settled, recalculated: true })).toMatchObject({ moved: true, dates: after });
    }
  });
});

describe("complaint 5: what was worked out in March came out otherwise in November", () => {
  test("an inquiry's dates are the same whenever they are worked out", () => {
    const facts = [received(at("Fri 2026-03-06 12:00", -420))];
    const looks = ["Mon 2026-03-09 12:00", "Mon 2026-11-23 12:00", "Tue 2027-06-01 12:00"].map((when) => at(when));
    expect(new Set(looks.map((now) => stand(facts, now).due?.dueAt)).size).toBe(1);
  });
});

describe("complaint 9: the first response was measured from Saturday's arrival, not from Monday's opening", () => {
  const saturday = at("Sat 2026-11-21 10:00");
  const sunday = at("Sun 2026-11-22 23:59");

  test("a message of Saturday 10:00 and one of Sunday 23:59 are due at the same time", () => {
    const due = [saturday, sunday].map((receivedAt) => dueDate(office, usual, 2, receivedAt));
    expect(due).toEqual([due[0], due[0]]);
  });

  test("and at Monday's opening neither has waited any business time", () => {
    const opening = office.openOf(day("Mon 2026-11-23"));
    expect([saturday, sunday].map((receivedAt) => office.businessTime(receivedAt, opening))).toEqual([0, 0]);
  });
});

describe("complaint 13: it escalated although the answer had gone out and the customer was silent", () => {
  test("once we have answered, no later moment makes an inquiry due or overdue", () => {
    const facts = [received(), replied(at("Mon 2026-11-23 09:00"))];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 }), (hours) => {
        const later = instant(at("Mon 2026-11-23 09:00") + hours * 3_600_000);
        expect(stand(facts, later)).toMatchObject({ state: "repliedInTime", closed: true, claimedUntil: null });
      }),
    );
  });

  test("what the customer wrote before that answer waits no longer; what comes after it is an inquiry of its own", () => {
    const after = received(at("Tue 2026-11-24 10:00"));
    expect(stand([after], at("Mon 2026-11-30 09:00")).state).toBe("overdue");
  });
});

describe("complaint 14: the update target overruled the first-response target", () => {
  /** What stands next for the city: the one date that people are shown. */
  const current = ({ state, due, promise, closed }: Standing): readonly [string, string] | null => {
    if (state === "excluded" || closed) return null;
    if (state === "promised") return promise === null ? null : ["promised", promise.day];
    return due === null ? null : ["due", due.dueDay];
  };
  const promise = replied(at("Mon 2026-11-23 09:00"), "holding", { promisedDay: day("Thu 2026-11-26") });
  const receipt = replied(at("Fri 2026-11-20 11:00"), "acknowledgement");
  const now = at("Mon 2026-11-23 12:00");

  test.each([
    ["nothing yet", [], ["due", "2026-11-24"]],
    ["an acknowledgement", [receipt], ["due", "2026-11-24"]],
    ["a holding reply that names a day", [receipt, promise], ["promised", "2026-11-26"]],
    ["a holding reply without one", [replied(at("Mon 2026-11-23 09:00"), "holding")], null],
    ["a promise, then the answer", [promise, replied(at("Mon 2026-11-23 11:00"))], null],
    ["an exclusion", [said({ kind: "excluded", reason: "duplicate" }, now)], null],
  ] as const)("after %s exactly one date is current, or none", (_what, facts, expected) => {
    expect(current(stand([received(), ...facts], now))).toEqual(expected);
  });

  test("a promise never moves the due date, nor does a missed promise undo that it was met", () => {
    const broken = stand([received(), promise], at("Mon 2026-11-30 09:00"));
    expect(broken).toMatchObject({ due: { dueDay: "2026-11-24" }, outcome: "repliedOnTime", promise: { kept: false } });
  });
});

describe("complaint 15: acknowledgements counted as the first response", () => {
  test("a receipt alone never meets the response time, however many went out", () => {
    const receipts = ["Fri 2026-11-20 10:01", "Fri 2026-11-20 10:02"].map((when) =>
      replied(at(when), "acknowledgement"),
    );
    const standing = stand([received(), ...receipts], at("Wed 2026-11-25 09:00"));
    expect(standing).toMatchObject({ state: "overdue", metAt: null, acknowledgedAt: at("Fri 2026-11-20 10:01") });
  });
});
