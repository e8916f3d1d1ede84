/** What every store must do with figures as they were stated. */
import { expect, test } from "@jest/globals";
import { periodKinds, type PeriodKind } from "../../../src/domain/timeliness/series.ts";
import { statedFigures } from "../../../src/domain/timeliness/stated.ts";
import type { FactStore } from "../../../src/server/store/factStore.ts";
import { at, day } from "../../support/time.ts";
import { testNow } from "../support/issuer.ts";
import { fact, received, replied } from "../support/town.ts";
import { openAt, openedAt, type Place } from "./factStoreSuite.ts";

const taking = { at: testNow, policyVersion: "2026-1" };
const first = at("Mon 2026-11-23 16:40");
const second = at("Thu 2026-11-26 16:40");
const ever = { from: day("Sat 2000-01-01"), to: day("Tue 2030-01-01") };

/** @param newPlace a new, empty place for a database */
export function statementsSuite(newPlace: () => Promise<Place>): void {
  const opened = openedAt(newPlace);
  /** "week 2026-11-16 due 1" for each that was stated of a kind. */
  const told = async (store: FactStore, kind: PeriodKind) =>
    (await store.counts({ departments: null, figures: ["due", "met"], ...ever, stated: kind }))
      .map(({ figure, day: on, count }) => `${on} ${figure} ${count}`)
      .sort();

  // Due on Friday the 20th, answered in time.
  const asked = received("<one@elmbend.example>", "Wed 2026-11-18 10:00");
  const answered = replied("<one@elmbend.example>", "Thu 2026-11-19 10:00");

  test("the first statement is of the last day alone, with the week that ends on it: earlier days are unknown", () =>
    opened(async (store) => {
      await store.add([asked], taking);
      await store.state(day("Sun 2026-11-22"), first);
      expect(await store.statements(ever)).toEqual([
        { from: day("Sun 2026-11-22"), to: day("Sun 2026-11-22"), at: first },
      ]);
      expect(await told(store, "day")).toEqual([]);
      expect(await told(store, "week")).toEqual(["2026-11-16 due 1"]);
      expect(await told(store, "month")).toEqual([]);
    }));

  test("what is stated stays as it was, whatever is told, excluded, erased or built again afterwards", () =>
    opened(async (store) => {
      const off = { kind: "excluded", reason: "thanks", at: second, saidAt: second, by: "person" } as const;
      const other = received("<other@elmbend.example>", "Wed 2026-11-18 11:00");
      await store.add([asked, other], taking);
      await store.state(day("Sun 2026-11-22"), first);
      await store.add([answered], taking);
      await store.add([fact(other.inquiry, off)], taking);
      await store.erase(asked.inquiry, second);
      expect(await store.rebuild()).toBe(0);
      expect(await told(store, "week")).toEqual(["2026-11-16 due 2"]);
      const now = { departments: null, figures: ["due", "met"], ...ever } as const;
      expect(await store.counts(now)).toEqual([]);
    }));

  test("days on which no service ran are caught up together, nothing twice", () =>
    opened(async (store) => {
      await store.add([asked, answered], taking);
      await store.state(day("Wed 2026-11-18"), first);
      await store.state(day("Mon 2026-11-30"), second);
      await store.state(day("Mon 2026-11-30"), second);
      await store.state(day("Fri 2026-11-27"), second);
      expect((await store.statements(ever)).map(({ from, to }) => [from, to])).toEqual([
        ["2026-11-18", "2026-11-18"],
        ["2026-11-19", "2026-11-30"],
      ]);
      expect(await told(store, "day")).toEqual(["2026-11-20 due 1", "2026-11-20 met 1"]);
      expect(await told(store, "week")).toEqual(["2026-11-16 due 1", "2026-11-16 met 1"]);
      expect(await told(store, "month")).toEqual(["2026-11-01 due 1", "2026-11-01 met 1"]);
    }));

  test("of several processes one states, while others add facts", () =>
    opened(async (store, place) => {
      const others = await Promise.all([openAt(place), openAt(place)]);
      try {
        await store.add([asked], taking);
        await store.state(day("Wed 2026-11-18"), first);
        const work = [store, ...others].flatMap((one, index) => [
          () => one.state(day("Sun 2026-11-22"), second),
          () => one.add([received(`<busy-${index}@elmbend.example>`, "Thu 2026-11-19 10:00")], taking),
        ]);
        if (place.oneWriter) for (const one of work) await one();
        else await Promise.all(work.map((one) => one()));
        expect(await store.statements(ever)).toHaveLength(2);
        const [due] = await told(store, "day");
        expect(due).toBe("2026-11-20 due 1");
      } finally {
        await Promise.all(others.map((one) => one.close()));
      }
    }));

  test("statements of some days alone are found, and each department's counts are its own", () =>
    opened(async (store) => {
      await store.add(
        [asked, received("<parks@elmbend.example>", "Wed 2026-11-18 10:00", { department: "parks" })],
        taking,
      );
      await store.state(day("Wed 2026-11-18"), first);
      await store.state(day("Sun 2026-11-22"), second);
      const friday = day("Fri 2026-11-20");
      expect(await store.statements({ from: friday, to: friday })).toEqual([
        { from: day("Thu 2026-11-19"), to: day("Sun 2026-11-22"), at: second },
      ]);
      const parks = { departments: ["parks"], figures: ["due"], ...ever, stated: "week" } as const;
      expect(await store.counts(parks)).toMatchObject([{ count: 1 }]);
      expect(await told(store, "week")).toEqual(["2026-11-16 due 2"]);
    }));

  test("every figure of a statement is the daily count of its moment, for days, weeks and months alike", () =>
    opened(async (store) => {
      const facts = [
        asked,
        answered,
        received("<two@elmbend.example>", "Thu 2026-11-19 10:00", { channel: "voicemail" }),
      ];
      await store.add(facts, taking);
      await store.state(day("Sat 2026-10-31"), first);
      await store.state(day("Mon 2026-11-30"), second);
      const question = { departments: null, figures: statedFigures, ...ever, byDay: false };
      const now = await store.counts(question);
      const inOrder = (counts: typeof now) => counts.map((one) => JSON.stringify(one)).sort();
      expect(now.length).toBeGreaterThan(4);
      for (const stated of periodKinds)
        expect(inOrder(await store.counts({ ...question, stated }))).toEqual(inOrder(now));
    }));
}
