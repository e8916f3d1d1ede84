/** What every store must give for figures period by period. */
import { expect, test } from "@jest/globals";
import type { SeriesQuestion } from "../../../src/server/store/factStore.ts";
import type { LocalDay } from "../../../src/domain/time.ts";
import { at, day } from "../../support/time.ts";
import { testNow } from "../support/issuer.ts";
import { fact, inquiryId, received, replied, townPolicy, townWith } from "../support/town.ts";
import { openAt, type Place } from "./factStoreSuite.ts";

const taking = { at: testNow, policyVersion: "2026-1" };
const question: SeriesQuestion = {
  departments: null,
  figures: ["received"],
  from: day("Mon 2026-11-16"),
  to: day("Sun 2026-11-22"),
  channel: null,
  breakdown: null,
  sight: null,
  by: "week",
};
const facts = [
  received("<planning@elmbend.example>", "Mon 2026-11-16 10:00"),
  replied("<planning@elmbend.example>", "Mon 2026-11-16 11:00"),
  received("<building@elmbend.example>", "Mon 2026-11-16 10:00", { department: "building" }),
  received("<parks@elmbend.example>", "Mon 2026-11-16 10:00", { department: "parks", channel: "voicemail" }),
  replied("<parks@elmbend.example>", "Mon 2026-11-16 11:00"),
  received("<nobody@elmbend.example>", "Mon 2026-11-16 10:00", { department: null }),
];
const workOf = (department: string) => (["planning", "building"].includes(department) ? "permits" : "");

/** @param newPlace a new, empty place for a database */
export function seriesSuite(newPlace: () => Promise<Place>): void {
  test("departments of one name are one part, as they were stated too; replies are those of all that may be seen", async () => {
    const store = await openAt(await newPlace());
    await store.add(facts, taking);
    await store.state(day("Sun 2026-11-22"), at("Mon 2026-11-23 16:31"));
    const asked = async (change: Partial<SeriesQuestion>) => {
      const { parts, replies } = await store.series({ ...question, ...change }, day("Wed 2026-11-25"), testNow);
      const sum = (counts: readonly { readonly figure: string; readonly count: number }[]) =>
        counts.filter(({ figure }) => figure === "received").reduce((total, { count }) => total + count, 0);
      return {
        parts: parts.map(({ of, departments, counts, stated }) => [of, departments, sum(counts), sum(stated)]),
        replies: replies
          .map(({ department, channel, day: on, count }) => `${department} ${channel} ${on} ${count}`)
          .sort(),
      };
    };
    const all = ["parks voicemail 2026-11-16 1", "planning email 2026-11-16 1"];
    expect(await asked({ breakdown: workOf })).toEqual({
      parts: [
        ["", ["", "parks"], 2, 2],
        ["permits", ["building", "planning"], 2, 2],
      ],
      replies: all,
    });
    expect(await asked({ departments: ["planning"], sight: ["planning"], breakdown: workOf })).toEqual({
      parts: [["permits", ["planning"], 1, 1]],
      replies: all.slice(1),
    });
    expect(await asked({ departments: [], sight: ["planning", "parks"] })).toEqual({
      parts: [[null, [], 0, 0]],
      replies: all,
    });
    expect((await asked({ by: "day" })).replies).toEqual([]);
    await store.close();
  });

  test("what recalculations moved is told of each inquiry, and summed for those on the clock by department and channel", async () => {
    const store = await openAt(await newPlace());
    const [first, second] = [at("Wed 2026-11-25 13:00"), at("Wed 2026-11-25 14:00")];
    const off = { kind: "excluded", reason: "thanks", at: testNow, saidAt: testNow, by: "person" } as const;
    await store.add(
      [
        received("<moved-1@elmbend.example>", "Thu 2026-11-19 10:00"),
        received("<moved-2@elmbend.example>", "Thu 2026-11-19 11:00"),
        received("<parks@elmbend.example>", "Fri 2026-11-20 10:00", { department: "parks", channel: "voicemail" }),
        received("<off@elmbend.example>", "Thu 2026-11-19 11:00"),
        fact(inquiryId("<off@elmbend.example>"), off),
        received("<stays@elmbend.example>", "Mon 2026-11-16 10:00"),
      ],
      taking,
    );
    const closedOn = (...dates: readonly string[]) => {
      const closures = dates.map((date) => ({ date, name: "Storm" }));
      return townWith({ version: dates.join(" "), calendar: { ...townPolicy.calendar, closures } });
    };
    const days = [day("Mon 2026-11-16"), day("Fri 2026-11-20")] as const;
    expect(await store.movedDates(null, { from: days[0], to: days[1] })).toEqual([]);
    await store.adopt(closedOn("2026-11-20"), first);
    expect(await store.recalculate(...days, first)).toBe(4);
    await store.adopt(closedOn("2026-11-20", "2026-11-23"), second);
    expect(await store.recalculate(...days, second)).toBe(4);

    const { inquiries, moved } = await store.inquiriesAfter("", 9);
    expect([inquiries.size, moved.size]).toEqual([5, 4]);
    expect(moved.get(inquiryId("<moved-1@elmbend.example>"))).toEqual({
      ...{ at: second, dueBefore: at("Tue 2026-11-24 16:30"), dueAfter: at("Wed 2026-11-25 16:30") },
    });
    const asked = async (departments: readonly string[] | null, from: LocalDay, to: LocalDay) =>
      (await store.movedDates(departments, { from, to }))
        .map(({ at: on, department, channel, count }) => `${on === first ? 1 : 2} ${department} ${channel} ${count}`)
        .sort();
    const week = [day("Mon 2026-11-23"), day("Sun 2026-11-29")] as const;
    const planning = ["1 planning email 2", "2 planning email 2"];
    expect(await asked(null, ...week)).toEqual([
      "1 parks voicemail 1",
      planning[0],
      "2 parks voicemail 1",
      planning[1],
    ]);
    expect(await asked(["planning"], ...week)).toEqual(planning);
    expect(await asked([], ...week)).toEqual([]);
    expect(await asked(null, day("Tue 2026-12-01"), day("Tue 2026-12-08"))).toEqual([]);
    await store.close();
  });
}
