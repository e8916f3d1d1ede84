import { expect, test } from "@jest/globals";
import type { Fact } from "../../../src/domain/inquiry/fact.ts";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import type { Standing } from "../../../src/domain/inquiry/standing.ts";
import { teamStatistics } from "../../../src/domain/timeliness/teamStatistics.ts";
import { at, day } from "../../support/time.ts";
import { received, replied, rulesOf, said } from "../inquiry/office.ts";

const rules = rulesOf();
const now = at("Wed 2026-11-25 12:00");
const stands = (...facts: readonly Fact[]): Standing => standingOf(facts, rules, now) as Standing;
const figures = (standings: readonly Standing[], more: Partial<Parameters<typeof teamStatistics>[1]> = {}) =>
  teamStatistics(standings, { rules, department: null, now, weeks: 4, sampleData: false, ...more });
const answered = (from: string, to: string): Standing => stands(received(at(from)), replied(at(to)));

const inTime = answered("Fri 2026-11-20 10:00", "Mon 2026-11-23 10:00");
const tooLate = answered("Thu 2026-11-19 10:00", "Tue 2026-11-24 10:00");
const overdue = stands(received(at("Wed 2026-11-18 10:00")));
const dueToday = stands(received(at("Mon 2026-11-23 10:00")));
const onTrack = stands(received(at("Wed 2026-11-25 09:00")));

test("compliance counts everything that fell due, unanswered ones included, and nothing that is not due yet", () => {
  expect(figures([inTime, tooLate, overdue, dueToday, onTrack]).compliance).toEqual({ met: 1, due: 3 });
});

test("compliance goes by due date: what fell due before the period is in the one before, of equal length", () => {
  const old = answered("Tue 2026-10-20 10:00", "Wed 2026-10-21 10:00");
  const statistics = figures([old, inTime]);
  expect(statistics).toMatchObject({
    from: day("Thu 2026-10-29"),
    to: day("Wed 2026-11-25"),
    compliance: { met: 1, due: 1 },
    before: { met: 1, due: 1 },
  });
});

test("open, due today and overdue are as they stand; the oldest open one in business days", () => {
  expect(figures([inTime, overdue, dueToday, onTrack])).toMatchObject({
    open: 3,
    dueToday: 1,
    overdue: 1,
    oldestOpenDays: 5,
  });
  expect(figures([inTime])).toMatchObject({ open: 0, oldestOpenDays: null });
});

test("an excluded inquiry is in no share, and counted", () => {
  const excluded = stands(received(at("Wed 2026-11-18 10:00")), said({ kind: "excluded", reason: "junk" }, now));
  expect(figures([excluded])).toMatchObject({ compliance: { met: 0, due: 0 }, excluded: 1, open: 0 });
});

test("an inquiry with a holding reply is met and no longer open", () => {
  const holding = stands(received(at("Fri 2026-11-20 10:00")), replied(at("Fri 2026-11-20 11:00"), "holding"));
  expect(figures([holding])).toMatchObject({ compliance: { met: 1, due: 1 }, open: 0, replied: 1 });
});

test("the median is of business minutes from receipt to reply, by nearest rank, and silent below five replies", () => {
  const replies = [
    "Mon 2026-11-16 10:10",
    "Mon 2026-11-16 10:20",
    "Mon 2026-11-16 11:00",
    "Tue 2026-11-17 10:00",
    "Tue 2026-11-17 11:00",
  ].map((to) => answered("Mon 2026-11-16 10:00", to));
  const sixth = answered("Mon 2026-11-16 10:00", "Tue 2026-11-17 12:00");
  expect(figures(replies).replyTimes.medianMinutes).toBe(60);
  expect(figures([...replies, sixth]).replyTimes.medianMinutes).toBe(60);
  expect(figures(replies.slice(1)).replyTimes).toMatchObject({ replied: 4, medianMinutes: null });
  expect(figures(replies, { isTold: false }).replyTimes.medianMinutes).toBeNull();
});

test("reply times are of the last whole weeks: not of this one, nor of one before the first", () => {
  const six = [
    ...["Sun 2026-10-25 10:00", "Mon 2026-10-26 10:00", "Sun 2026-11-15 10:00"],
    ...["Mon 2026-11-16 10:00", "Sun 2026-11-22 10:00", "Mon 2026-11-23 10:00"],
  ].map((to) => answered("Fri 2026-10-23 10:00", to));
  expect(figures(six).replyTimes).toMatchObject({
    ...{ from: day("Mon 2026-10-26"), to: day("Sun 2026-11-22"), replied: 4 },
  });
  expect(figures(six, { weeks: 1 }).replyTimes).toMatchObject({ from: day("Mon 2026-11-16"), replied: 2 });
});

test("an evening message answered at opening took no business time", () => {
  const evening = Array.from({ length: 5 }, () => answered("Mon 2026-11-16 20:00", "Tue 2026-11-17 08:30"));
  expect(figures(evening).replyTimes.medianMinutes).toBe(0);
});

test("a department sees its own; null is all", () => {
  const roads = stands(received(at("Wed 2026-11-18 10:00")), said({ kind: "departmentSet", department: "roads" }, now));
  expect(figures([roads, overdue], { department: "roads" }).overdue).toBe(1);
  expect(figures([roads, overdue]).overdue).toBe(2);
});

test("channels come in the policy's order, with those that only facts name after them", () => {
  const gone = stands(received(at("Mon 2026-11-23 10:00"), "telex"));
  const { channels } = figures([gone, inTime, overdue]);
  expect(channels.map(({ channel }) => channel)).toEqual([...Object.keys(rules.policy.channels), "telex"]);
  expect(channels[0]).toEqual({ channel: "email", met: 1, due: 2, open: 1, dueToday: 0, overdue: 1 });
});

test("this week until today and the eight before it, oldest first; each due date in one of them", () => {
  const { weeks } = figures([inTime, tooLate, overdue]);
  expect(weeks).toHaveLength(9);
  expect(weeks[8]).toEqual({ from: day("Mon 2026-11-23"), met: 1, due: 2 });
  expect(weeks[7]).toEqual({ from: day("Mon 2026-11-16"), met: 0, due: 1 });
  expect(weeks[0]?.from).toBe(day("Mon 2026-09-28"));
});

test("the parts add up to the whole", () => {
  const statistics = figures([inTime, tooLate, overdue, dueToday, onTrack], { weeks: 9 });
  const sum = (name: "met" | "due") => statistics.channels.reduce((total, channel) => total + channel[name], 0);
  expect({ met: sum("met"), due: sum("due") }).toEqual(statistics.compliance);
});

test("nothing at all is zero of zero, not a percentage", () => {
  expect(figures([], { now: now })).toMatchObject({
    compliance: { met: 0, due: 0 },
    replied: 0,
    replyTimes: { replied: 0, medianMinutes: null },
  });
});
