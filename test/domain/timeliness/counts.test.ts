import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Fact, InquiryId } from "../../../src/domain/inquiry/fact.ts";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import type { Standing } from "../../../src/domain/inquiry/standing.ts";
import { countsOf, type Count, type FigureName } from "../../../src/domain/timeliness/counts.ts";
import { teamStatistics } from "../../../src/domain/timeliness/teamStatistics.ts";
import { difference, summed } from "../../../src/domain/timeliness/tally.ts";
import { instant, type Instant } from "../../../src/domain/time.ts";
import { at, day } from "../../support/time.ts";
import { received, receivedAt, replied, rulesOf, said, storm } from "../inquiry/office.ts";
import { moment, story } from "../inquiry/story.ts";
import { slowStatistics } from "./slowStatistics.ts";

const rules = rulesOf({
  departments: { planning: { name: "Planning" }, roads: { name: "Roads" } },
  highVolume: [storm],
});
/** As the service derives them: nothing that the time of day decides. */
const timeless = instant(0);
const counted = (facts: readonly Fact[]) => countsOf(standingOf(facts, rules, timeless)!, rules);
const daysOf = (counts: readonly Count[], ...wanted: readonly FigureName[]) =>
  counts.filter(({ figure }) => wanted.includes(figure)).map(({ figure, day: on }) => `${figure} ${on}`);

const friday = received(at("Fri 2026-11-27 10:00"));

test("an inquiry that waits is counted on its day of receipt and on its due day, however long nobody touches it", () => {
  expect(daysOf(counted([friday]), "received", "due", "waiting", "settled")).toEqual([
    "received 2026-11-27",
    "due 2026-12-01",
    "waiting 2026-12-01",
  ]);
});

test("a late reply is late on the due day, replied on its own, and settled when both have come", () => {
  const counts = counted([friday, replied(at("Thu 2026-12-03 09:00"))]);
  expect(daysOf(counts, "met", "late", "waiting", "replied", "settled", "closed")).toEqual([
    "late 2026-12-01",
    "replied 2026-12-03",
    "settled 2026-12-03",
    "closed 2026-12-03",
  ]);
});

test("a reply before the due day is settled on the due day", () => {
  const counts = counted([friday, replied(at("Fri 2026-11-27 11:00"))]);
  expect(daysOf(counts, "met", "settled", "replied")).toEqual([
    "met 2026-12-01",
    "replied 2026-11-27",
    "settled 2026-12-01",
  ]);
});

test("in a high-volume period each inquiry counts both ways: by the published day and by the announced one", () => {
  const counts = counted([received(), replied(at("Thu 2026-11-26 09:00"))]);
  expect(daysOf(counts, "late", "dueAnnounced", "metAnnounced", "lateAnnounced")).toEqual([
    "dueAnnounced 2026-11-26",
    "late 2026-11-24",
    "metAnnounced 2026-11-26",
  ]);
});

test("a holding reply meets the response time and leaves the inquiry open as a promise by its own day", () => {
  const holding = replied(at("Fri 2026-11-27 11:00"), "holding", { promisedDay: day("Fri 2026-12-04") });
  expect(daysOf(counted([friday, holding]), "metByHolding", "closed", "promised", "promiseKept")).toEqual([
    "metByHolding 2026-12-01",
    "promised 2026-12-04",
  ]);
  const kept = [friday, holding, replied(at("Thu 2026-12-03 09:00"))];
  expect(daysOf(counted(kept), "closed", "promised", "promiseKept", "promiseBroken")).toEqual([
    "closed 2026-12-03",
    "promised 2026-12-04",
    "promiseKept 2026-12-04",
  ]);
});

test("one that is off the clock counts among the excluded alone, by reason, and after due where it was", () => {
  const off = said({ kind: "excluded", reason: "thanks" }, at("Thu 2026-12-03 09:00"));
  expect(counted([friday, off]).map(({ figure, day: on, part }) => [figure, on, part])).toEqual([
    ["excluded", "2026-11-27", "thanks"],
    ["excludedAfterDue", "2026-11-27", ""],
  ]);
});

test("a channel without a response time has no due day", () => {
  const bare = rulesOf({ channels: { email: { name: "E-mail", kind: "email" } } });
  const counts = countsOf(standingOf([friday], bare, timeless)!, bare);
  expect(daysOf(counts, "received", "due", "waiting")).toEqual(["received 2026-11-27", "due ", "waiting "]);
});

test("a reply by telephone is an answer another way; praise counts on the day on which it was noted", () => {
  const call: Fact = { ...replied(at("Fri 2026-11-27 11:00")), kind: "replied", way: "phone" } as Fact;
  const praise = said({ kind: "compliment" }, at("Mon 2026-11-30 09:00"));
  expect(daysOf(counted([friday, call, praise]), "repliedAnotherWay", "compliments")).toEqual([
    "repliedAnotherWay 2026-11-27",
    "compliments 2026-11-30",
  ]);
});

/* ---- properties ---- */

const team = fc
  .array(story, { maxLength: 8 })
  .map((all) =>
    all.map((facts, index) => facts.map((fact): Fact => ({ ...fact, inquiry: `inquiry-${index}` as InquiryId }))),
  );
const standings = (all: readonly (readonly Fact[])[], now: Instant) =>
  all.map((facts) => standingOf(facts, rules, now)).filter((one): one is Standing => one !== null);
const whenever = fc.integer({ min: 0, max: 24 * 40 }).map((hours) => (receivedAt + hours * 3_600_000) as Instant);
const someone = fc.constantFrom("planning", "roads", null);

test("figures from the daily counts are those of every inquiry as it stands, at whatever moment is asked", () => {
  fc.assert(
    fc.property(team, whenever, someone, fc.integer({ min: 1, max: 4 }), (all, now, department, weeks) => {
      // A reply that is still to come is not known yet.
      const known = all.map((facts) => facts.filter((fact) => fact.at <= now && fact.saidAt <= now));
      const question = { rules, department, now, weeks, sampleData: false };
      const { replyTimes, ...figures } = teamStatistics(standings(known, timeless), question);
      const { medianMinutes, ...weeksReplied } = replyTimes;
      expect({ ...figures, replyTimes: weeksReplied }).toEqual(slowStatistics(standings(known, now), question));
      if (replyTimes.replied < 5) expect(medianMinutes).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test("adding the differences that facts make, one after the other in any order, gives the counts of all at once", () => {
  fc.assert(
    fc.property(team, (all) => {
      const steps: Count[] = [];
      for (const facts of all) {
        let before: readonly Count[] = [];
        for (const index of facts.keys()) {
          const standing = standingOf(facts.slice(0, index + 1), rules, timeless);
          const after = standing === null ? [] : countsOf(standing, rules);
          steps.push(...difference(before, after));
          before = after;
        }
      }
      const atOnce = standings(all, timeless).flatMap((standing) => countsOf(standing, rules));
      expect(summed(steps)).toEqual(summed(atOnce));
    }),
  );
});

test("no count depends on the moment at which the inquiry is derived", () => {
  fc.assert(
    fc.property(story, moment, (facts, now) => {
      const promises: readonly FigureName[] = ["promiseKept", "promiseBroken"];
      const settled = (when: Instant) =>
        standings([facts], when)
          .flatMap((standing) => countsOf(standing, rules))
          // A promise that time alone has broken is counted by its day.
          .filter(({ figure }) => !promises.includes(figure));
      expect(settled(now)).toEqual(settled(timeless));
    }),
  );
});
