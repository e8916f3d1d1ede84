/** What the daily counts of every store must be: those of the facts, whoever told them and in whatever order. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Fact, InquiryId } from "../../../src/domain/inquiry/fact.ts";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import { countedFrom, type Counted } from "../../../src/domain/timeliness/counted.ts";
import { countsOf, figures, type Count } from "../../../src/domain/timeliness/counts.ts";
import { figuresFrom } from "../../../src/domain/timeliness/teamStatistics.ts";
import { summed } from "../../../src/domain/timeliness/tally.ts";
import { instant, type Instant } from "../../../src/domain/time.ts";
import type { FactStore } from "../../../src/server/store/factStore.ts";
import { proofRuns } from "../../support/proofRuns.ts";
import { at, day } from "../../support/time.ts";
import { receivedAt } from "../../domain/inquiry/office.ts";
import { story } from "../../domain/inquiry/story.ts";
import { testNow } from "../support/issuer.ts";
import { fact, inquiryId, received, replied, town, townWith } from "../support/town.ts";
import { openAt, type Place } from "./factStoreSuite.ts";

const taking = { at: testNow, policyVersion: "2026-1" };
const { rules } = town();
const ever = { departments: null, figures, from: day("Sat 2000-01-01"), to: day("Tue 2030-01-01") };

/** Facts of several inquiries, each fact named by its content. */
const town5 = fc.array(story, { minLength: 1, maxLength: 5 }).map((all) =>
  all.flatMap((facts, index) => {
    const inquiry = inquiryId(`<story-${index}@elmbend.example>`);
    return facts.map((one): Fact => ({ ...one, inquiry }));
  }),
);

function byInquiry(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const all = new Map<InquiryId, Fact[]>();
  for (const one of facts) all.set(one.inquiry, [...(all.get(one.inquiry) ?? []), one]);
  return [...all.values()];
}

function standingsOf(facts: readonly Fact[], now: Instant) {
  return byInquiry(facts).flatMap((own) => {
    const standing = standingOf(own, rules, now);
    return standing === null ? [] : [standing];
  });
}

/** As the store sums them: over departments. */
function expectedCounts(facts: readonly Fact[]): readonly Count[] {
  const counts = standingsOf(facts, instant(0)).flatMap((standing) => countsOf(standing, rules));
  return summed(counts.map((count) => ({ ...count, department: "" }))).filter(({ day: on }) => on !== "");
}

const sorted = (counts: readonly Count[]) => summed(counts);

/** @param newPlace a new, empty place for a database */
export function countsSuite(newPlace: () => Promise<Place>): void {
  const opened = async <T>(place: Place, work: (store: FactStore) => Promise<T>): Promise<T> => {
    const store = await openAt(place);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };

  test(
    "whoever tells which facts, in whatever order and however often, the counts are those of all of them",
    async () => {
      await fc.assert(
        fc.asyncProperty(town5, fc.infiniteStream(fc.nat()), async (facts, dice) => {
          const place = await newPlace();
          const [one, other] = [await openAt(place), await openAt(place)];
          try {
            const told = [...facts, ...facts.slice(0, 4)]
              .map((each) => ({ each, place: dice.next().value as number }))
              .sort((a, b) => a.place - b.place)
              .map(({ each }) => each);
            const batches: Promise<void>[] = [];
            for (let from = 0; from < told.length;) {
              const size = 1 + ((dice.next().value as number) % 6);
              const store = (dice.next().value as number) % 2 === 0 ? one : other;
              batches.push(store.add(told.slice(from, from + size), taking));
              if (place.oneWriter || (dice.next().value as number) % 3 === 0) await Promise.all(batches);
              from += size;
            }
            await Promise.all(batches);
            expect(sorted(await one.counts(ever))).toEqual(expectedCounts(facts));
            expect(await other.rebuild()).toBe(0);
          } finally {
            await Promise.all([one.close(), other.close()]);
          }
        }),
        { numRuns: proofRuns(12, 300) },
      );
    },
    proofRuns(60_000, 1_200_000),
  );

  test(
    "a team's figures are those of its inquiries, one by one, at whatever moment is asked",
    async () => {
      const moments = fc.integer({ min: 0, max: 24 * 30 }).map((hours) => instant(receivedAt + hours * 3_600_000));
      await fc.assert(
        fc.asyncProperty(town5, moments, fc.constantFrom("planning", "roads", null), async (all, now, department) => {
          const facts = all.filter((one) => one.at <= now && one.saidAt <= now);
          await opened(await newPlace(), async (store) => {
            await store.add(facts, taking);
            const question = { rules, department, now, weeks: 4, sampleData: false };
            const asked = { ...ever, departments: department === null ? null : [department] };
            const counted: Counted = await store.counted(asked, rules.calendar.localDay(now), now);
            const alone = countedFrom(standingsOf(facts, now), question);
            expect(figuresFrom(counted, question)).toEqual(figuresFrom(alone, question));
          });
        }),
        { numRuns: proofRuns(12, 300) },
      );
    },
    proofRuns(60_000, 1_200_000),
  );

  test("days are told one by one, or as one sum", async () => {
    await opened(await newPlace(), async (store) => {
      await store.add(
        [
          received("<one@elmbend.example>", "Mon 2026-11-23 10:00"),
          received("<two@elmbend.example>", "Tue 2026-11-24 10:00", { department: "parks" }),
          received("<three@elmbend.example>", "Fri 2026-11-27 10:00"),
        ],
        taking,
      );
      const asked = { ...ever, figures: ["received"], to: day("Wed 2026-11-25") } as const;
      const inShort = (counts: readonly Count[]) => counts.map(({ day: on, count }) => [on, count]).sort();
      expect(inShort(await store.counts(asked))).toEqual([
        ["2026-11-23", 1],
        ["2026-11-24", 1],
      ]);
      expect(inShort(await store.counts({ ...asked, byDay: false }))).toEqual([["", 2]]);
      expect(await store.counts({ ...asked, departments: [] })).toEqual([]);
    });
  });

  test("a hand-over moves an inquiry from one department's counts to the other's", async () => {
    await opened(await newPlace(), async (store) => {
      const mine = received("<moves@elmbend.example>");
      const over = { kind: "departmentSet", department: "parks", at: testNow, saidAt: testNow, by: "person" } as const;
      const countOf = async (department: string) => (await store.counts({ ...ever, departments: [department] })).length;
      await store.add([mine], taking);
      expect([(await countOf("planning")) > 0, await countOf("parks")]).toEqual([true, 0]);
      await store.add([fact(mine.inquiry, over)], taking);
      expect([await countOf("planning"), (await countOf("parks")) > 0]).toEqual([0, true]);
    });
  });

  test("another policy moves what is open and not overdue, tells how many, and leaves all others their dates", async () => {
    const place = await newPlace();
    await opened(place, async (store) => {
      const facts = [
        received("<open@elmbend.example>", "Tue 2026-11-24 10:00"),
        received("<overdue@elmbend.example>", "Wed 2026-11-18 10:00"),
        received("<answered@elmbend.example>", "Tue 2026-11-24 11:00"),
        replied("<answered@elmbend.example>", "Tue 2026-11-24 12:00"),
      ];
      await store.add(facts, taking);
      const dueDays = async () => {
        const counts = await store.counts({ ...ever, figures: ["due"] });
        return counts.map(({ day: on, count }) => `${on}: ${count}`).sort();
      };
      expect(await dueDays()).toEqual(["2026-11-20: 1", "2026-11-26: 2"]);
      const longer = townWith({
        channels: { email: { name: "E-mail", kind: "email", responseDays: 4 } },
        version: "2",
      });
      expect(await store.adopt(longer, testNow)).toBe(1);
      expect(await store.adopt(longer, testNow)).toBe(0);
      expect(await dueDays()).toEqual(["2026-11-20: 1", "2026-11-26: 1", "2026-11-30: 1"]);
      expect(await store.rebuild()).toBe(0);
      // Told late, but answered before the change: it keeps the date that it had then.
      await store.add([replied("<open@elmbend.example>", "Wed 2026-11-25 09:00")], taking);
      expect(await dueDays()).toEqual(["2026-11-20: 1", "2026-11-26: 2"]);
      expect(await store.rebuild()).toBe(0);
    });
  });

  test("a rebuild puts right what a hand changed in the counts, and tells how many", async () => {
    const place = await newPlace();
    await opened(place, async (store) => {
      await store.add([received("<a@elmbend.example>"), received("<b@elmbend.example>")], taking);
      const before = sorted(await store.counts(ever));
      await place.execute("update daily_count set count = 7 where figure = 'received'");
      expect(await store.rebuild()).toBe(1);
      expect(sorted(await store.counts(ever))).toEqual(before);
    });
  });

  test("nothing can be added before a policy is in force", async () => {
    const store = await (await newPlace()).open();
    await expect(store.add([received("<early@elmbend.example>")], taking)).rejects.toThrow("version");
    await store.close();
  });

  test("the time of day decides what is due yet, and nothing else", async () => {
    await opened(await newPlace(), async (store) => {
      await store.add([received("<today@elmbend.example>", "Mon 2026-11-23 10:00")], taking);
      const asked = (now: Instant) => store.counted(ever, rules.calendar.localDay(now), now);
      const [before, after] = [
        await asked(at("Wed 2026-11-25 16:30")),
        await asked(instant(at("Wed 2026-11-25 16:30") + 1)),
      ];
      expect(before.dueYet).toEqual([{ channel: "email", day: "2026-11-25", count: 1 }]);
      expect(after).toEqual({ ...before, dueYet: [] });
    });
  });
}
