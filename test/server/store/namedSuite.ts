/** Whoever replied is kept only where the policy says so, from the day that was announced, and goes when it is off. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays } from "../../../src/domain/calendar/localDay.ts";
import type { Fact } from "../../../src/domain/inquiry/fact.ts";
import { instant, type Instant, minuteMs } from "../../../src/domain/time.ts";
import type { FactStore } from "../../../src/server/store/factStore.ts";
import type { PersonsQuestion, Teller } from "../../../src/server/store/replyBy.ts";
import { proofRuns } from "../../support/proofRuns.ts";
import { at, day } from "../../support/time.ts";
import { fact, inquiryId, received, replied, townWith } from "../support/town.ts";
import type { Place } from "./factStoreSuite.ts";

const ada: Teller = { tid: "town", oid: "ada", name: "Ada Ames" };
const ben: Teller = { tid: "town", oid: "ben", name: "Ben Bell" };

const named = townWith({ privacy: { namedFigures: { announced: "2026-11-10", from: "2026-11-23" } } });
const later = townWith({ version: "2", privacy: { namedFigures: { announced: "2026-11-10", from: "2026-11-25" } } });
const off = townWith({ version: "3", privacy: { namedFigures: false } });

const began = at("Mon 2026-11-09 08:00");
const now = at("Fri 2026-11-27 09:00");
const everybody: PersonsQuestion = {
  ...{ departments: null, from: instant(0), before: at("Wed 2027-12-01 00:00"), oid: null },
};

/** Tells facts; `teller` says of all of them that they are their own sending. */
async function tell(store: FactStore, facts: readonly Fact[], teller: Teller | null = null): Promise<void> {
  const own = teller === null ? {} : { own: { teller, facts: new Set(facts) } };
  await store.add(facts, { at: now, policyVersion: "1", ...own });
}

/** A message of that department, and a reply to it. */
function exchange(name: string, repliedAt: string, department = "planning"): readonly [Fact, Fact] {
  const id = `<${name}@elmbend.example>`;
  return [received(id, "Mon 2026-11-23 09:00", { department }), replied(id, repliedAt)];
}

const asked = async (store: FactStore, some: Partial<PersonsQuestion> = {}) => {
  const lines = await store.persons({ ...everybody, ...some });
  return lines.map(({ name, replied: all, inTime, late }) => [name, all, inTime, late]);
};

/** @param newPlace a new, empty place for a database */
export function namedSuite(newPlace: () => Promise<Place>): void {
  async function opened(work: (store: FactStore, place: Place) => Promise<void>): Promise<void> {
    const place = await newPlace();
    const store = await place.open();
    try {
      await store.adopt(named, began);
      await work(store, place);
    } finally {
      await store.close();
    }
  }

  test("replies are counted by whoever sent them: how many, how many in time, of the departments asked for", () =>
    opened(async (store) => {
      const [one, two, three] = [
        exchange("one", "Tue 2026-11-24 09:00"),
        exchange("two", "Thu 2026-11-26 09:00"),
        exchange("three", "Wed 2026-11-25 09:00", "parks"),
      ];
      await tell(store, [one[0], two[0], three[0]]);
      await tell(store, [one[1], two[1]], ada);
      await tell(store, [three[1]], ben);
      expect(await asked(store)).toEqual([
        ["Ada Ames", 2, 1, 1],
        ["Ben Bell", 1, 1, 0],
      ]);
      expect(await asked(store, { departments: ["planning"] })).toEqual([["Ada Ames", 2, 1, 1]]);
      expect(await asked(store, { departments: [] })).toEqual([]);
      expect(await asked(store, { oid: "ben" })).toEqual([["Ben Bell", 1, 1, 0]]);
      expect(await asked(store, { from: at("Wed 2026-11-25 00:00"), before: at("Thu 2026-11-26 09:00") })).toEqual([
        ["Ben Bell", 1, 1, 0],
      ]);
      expect(await store.rebuild()).toBe(0);
      expect(await asked(store, { oid: "ada" })).toEqual([["Ada Ames", 2, 1, 1]]);
    }));

  test("a reply counts for the one who sent it, though a colleague's pane told of it first; what a person says is no sending", () =>
    opened(async (store) => {
      const [inbound, reply] = exchange("shared", "Tue 2026-11-24 09:00");
      await tell(store, [inbound, reply]);
      expect(await asked(store)).toEqual([]);
      await tell(store, [reply], ada);
      await tell(store, [reply], ben);
      expect(await asked(store)).toEqual([["Ada Ames", 1, 1, 0]]);
      const [other, said] = exchange("said", "Tue 2026-11-24 09:00");
      await tell(store, [other, fact(said.inquiry, { ...said, seenIn: "person" } as Fact)], ben);
      expect(await asked(store)).toEqual([["Ada Ames", 1, 1, 0]]);
    }));

  test("an earlier reply that is told of later takes the place of the one that met the response time before", () =>
    opened(async (store) => {
      const [inbound, reply] = exchange("twice", "Wed 2026-11-25 09:00");
      await tell(store, [inbound, reply], ben);
      await tell(store, [replied("<twice@elmbend.example>", "Tue 2026-11-24 09:00")], ada);
      expect(await asked(store)).toEqual([["Ada Ames", 1, 1, 0]]);
      const earliest = replied("<twice@elmbend.example>", "Mon 2026-11-23 10:00");
      await tell(store, [earliest]);
      expect(await asked(store)).toEqual([]);
    }));

  test("a reply that is told of before its message counts once the message is known; one taken off the clock never", () =>
    opened(async (store) => {
      const [inbound, reply] = exchange("late", "Tue 2026-11-24 09:00");
      await tell(store, [reply], ada);
      expect(await asked(store)).toEqual([]);
      await tell(store, [inbound]);
      expect(await asked(store)).toEqual([["Ada Ames", 1, 1, 0]]);
      const said = { at: now, saidAt: now, by: "person" } as const;
      await tell(store, [fact(inbound.inquiry, { ...said, kind: "excluded", reason: "private" })]);
      expect(await asked(store)).toEqual([]);
    }));

  test("erasing an inquiry, withdrawing it as private and purging it take away who answered; erasing a person for good", () =>
    opened(async (store) => {
      const [erased, hidden, old, stays] = ["erased", "hidden", "old", "stays"].map((name) =>
        exchange(name, "Tue 2026-11-24 09:00"),
      );
      await tell(store, [...erased!, ...hidden!, ...old!, ...stays!], ada);
      const said = { at: now, saidAt: now, by: "person" } as const;
      await tell(store, [fact(hidden![0].inquiry, { ...said, kind: "excluded", reason: "private" })]);
      await store.erase(erased![0].inquiry, now);
      expect(await asked(store)).toEqual([["Ada Ames", 2, 2, 0]]);
      expect(await store.erasePerson("ada", now)).toBe(3);
      await tell(store, [stays![1], erased![1]], ada);
      expect(await asked(store)).toEqual([]);
      await tell(store, [...exchange("new", "Tue 2026-12-01 09:00")], ada);
      expect(await asked(store)).toEqual([["Ada Ames", 1, 0, 1]]);
      await store.purge(at("Mon 2026-12-07 00:00"), at("Mon 2026-12-07 00:00"));
      expect(await asked(store)).toEqual([]);
      expect(await store.erasePerson("ada", now)).toBe(0);
    }));

  test("turned off, or moved to a later day, what is stored goes; turned on again, nothing of before comes back", () =>
    opened(async (store, place) => {
      const [one, two] = [exchange("one", "Tue 2026-11-24 09:00"), exchange("two", "Wed 2026-11-25 09:00")];
      await tell(store, [...one, ...two], ada);
      await store.adopt(later, now);
      expect(await asked(store)).toEqual([["Ada Ames", 1, 1, 0]]);
      await store.adopt(off, now);
      await tell(store, [one[1], two[1]], ada);
      await store.adopt(named, now);
      await tell(store, [one[1], two[1]], ada);
      expect(await asked(store)).toEqual([]);
      // As a backup of before would have it, put back while it is off.
      await store.adopt(off, now);
      const row = "insert into reply_by values ('i', 'f', 1795000000000, 'town', 'ada', null)";
      await place.execute(row);
      await store.adopt(off, now);
      // Gone: there is room for it again.
      await place.execute(row);
    }));

  test("a policy that names from the first day on names nobody for what was sent before it was first served", async () => {
    const place = await newPlace();
    const store = await place.open();
    const [before, after] = [exchange("before", "Tue 2026-11-24 09:00"), exchange("after", "Thu 2026-11-26 09:00")];
    await store.adopt(named, at("Wed 2026-11-25 08:00"));
    await tell(store, [...before, ...after], ada);
    expect(await asked(store)).toEqual([["Ada Ames", 1, 0, 1]]);
    await store.close();
  });

  test("whatever happens in whatever order, nobody is kept who should not be", async () => {
    const moment = fc.integer({ min: 0, max: 15 * 24 }).map((hours) => instant(began + hours * 60 * minuteMs));
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({ tell: fc.nat({ max: 5 }), at: moment, who: fc.constantFrom(ada, ben, null) }),
      },
      { weight: 2, arbitrary: fc.record({ adopt: fc.constantFrom(named, later, off), at: moment }) },
      { weight: 1, arbitrary: fc.record({ erase: fc.nat({ max: 5 }) }) },
      { weight: 1, arbitrary: fc.constant({ rebuild: true }) },
    );
    const messages = Array.from({ length: 6 }, (_, n) => `<any-${n}@elmbend.example>`);
    const begins = new Map([
      [named, named.rules.calendar.instantAt(day("Mon 2026-11-23"), 0)],
      [later, later.rules.calendar.instantAt(addDays(day("Mon 2026-11-23"), 2), 0)],
      [off, Infinity],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) =>
        opened(async (store) => {
          let inForce = named;
          let clock: Instant = began;
          const own = new Set<string>();
          for (const each of steps) {
            if ("tell" in each) {
              const id = messages[each.tell]!;
              const reply = { ...replied(id, "Mon 2026-11-23 10:00"), at: each.at, saidAt: each.at };
              const facts = [received(id, "Mon 2026-11-09 09:00"), fact(reply.inquiry, reply)];
              await tell(store, facts, each.who);
              if (each.who !== null && each.at >= begins.get(inForce)!) own.add(`${each.who.name} ${id}`);
            } else if ("adopt" in each) {
              clock = instant(Math.max(clock, each.at));
              inForce = each.adopt;
              await store.adopt(each.adopt, clock);
            } else if ("erase" in each) {
              await store.erase(inquiryId(messages[each.erase]!), clock);
            } else await store.rebuild();
            const lines = await store.persons(everybody);
            if (inForce === off) expect(lines).toEqual([]);
            const early = await store.persons({
              ...everybody,
              before: instant(Math.min(begins.get(inForce)!, now * 2)),
            });
            expect(early).toEqual([]);
            for (const { name, replied: count } of lines)
              expect([...own].filter((one) => one.startsWith(name!)).length).toBeGreaterThanOrEqual(count);
          }
        }),
      ),
      { numRuns: proofRuns(6, 200) },
    );
  });
}
