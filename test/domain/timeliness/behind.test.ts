import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { InquiryId } from "../../../src/domain/inquiry/fact.ts";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import type { Standing } from "../../../src/domain/inquiry/standing.ts";
import { figuresOf } from "../../../src/domain/timeliness/behind.ts";
import { teamStatistics } from "../../../src/domain/timeliness/teamStatistics.ts";
import { instant } from "../../../src/domain/time.ts";
import { at } from "../../support/time.ts";
import { received, replied, rulesOf, said } from "../inquiry/office.ts";

const rules = rulesOf();
const now = at("Wed 2026-11-25 12:00");
const question = { rules, department: null, now, weeks: 4, sampleData: false };

const hours = fc.integer({ min: 1, max: 24 * 70 });
const someStanding = fc
  .record({
    age: hours,
    wait: hours,
    channel: fc.constantFrom("email", "letter"),
    what: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ age, wait, channel, what }) => {
    const from = instant(now - age * 3_600_000);
    const later = instant(Math.min(from + wait * 3_600_000, now));
    const more = [
      [],
      [replied(later)],
      [replied(later, "holding")],
      [said({ kind: "excluded", reason: "junk" }, later)],
    ];
    return standingOf([received(from, channel), ...more[what]!], rules, now)!;
  });
const team = fc
  .array(someStanding, { maxLength: 12 })
  .map((all) => all.map((one, index): Standing => ({ ...one, inquiry: `inquiry-${index}` as InquiryId })));

test("every count has just as many inquiries behind it, and the same value as the team's statistics", () => {
  fc.assert(
    fc.property(team, (standings) => {
      const figures = new Map(figuresOf(standings, question).map((figure) => [figure.name, figure]));
      const notCounts = ["replyTimes.medianMinutes", "oldestOpenDays"];
      for (const { name, value, inquiries } of figures.values())
        if (!notCounts.includes(name)) expect([name, inquiries.length]).toEqual([name, value]);
      const { compliance, channels, weeks, replyTimes } = teamStatistics(standings, question);
      expect(figures.get("compliance.met")?.value).toBe(compliance.met);
      expect(figures.get("replyTimes.medianMinutes")).toMatchObject({ value: replyTimes.medianMinutes });
      expect(figures.get("replyTimes.medianMinutes")?.inquiries).toHaveLength(replyTimes.replied);
      for (const { channel, due } of channels) expect(figures.get(`channels.${channel}.due`)?.value).toBe(due);
      for (const { from, met } of weeks) expect(figures.get(`weeks.${from}.met`)?.value).toBe(met);
    }),
    { numRuns: 200 },
  );
});

test("behind the age of the oldest stands the oldest open one, or all that came at that moment", () => {
  const open = (when: string, id: string): Standing => ({
    ...standingOf([received(at(when))], rules, now)!,
    inquiry: id as InquiryId,
  });
  const standings = [
    open("Wed 2026-11-18 10:00", "a"),
    open("Fri 2026-11-20 10:00", "b"),
    open("Wed 2026-11-18 10:00", "c"),
  ];
  const oldest = figuresOf(standings, question).find(({ name }) => name === "oldestOpenDays");
  expect(oldest).toEqual({ name: "oldestOpenDays", value: 5, inquiries: ["a", "c"] });
  expect(figuresOf([], question).find(({ name }) => name === "oldestOpenDays")).toMatchObject({
    value: null,
    inquiries: [],
  });
});
