/** What every store must give for figures period by period. */
import { expect, test } from "@jest/globals";
import type { SeriesQuestion } from "../../../src/server/store/factStore.ts";
import { at, day } from "../../support/time.ts";
import { testNow } from "../support/issuer.ts";
import { received, replied } from "../support/town.ts";
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
}
