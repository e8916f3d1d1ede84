import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { flagOf, followUpFrom } from "../../src/graph/followUp.ts";
import type { LocalDay } from "../../src/domain/time.ts";
import { day } from "../support/time.ts";

const [mon, tue] = [day("Mon 2026-11-23"), day("Tue 2026-11-24")];
const date = (text: string) => ({ dateTime: `${text}T00:00:00.0000000`, timeZone: "UTC" });

test("a due day without a start starts on itself: Graph wants both", () => {
  expect(flagOf({ status: "flagged", start: null, due: tue })).toEqual({
    flagStatus: "flagged",
    startDateTime: date(tue),
    dueDateTime: date(tue),
  });
});

test("a start after the due day is moved to it", () => {
  expect(flagOf({ status: "flagged", start: tue, due: mon })).toMatchObject({ startDateTime: date(mon) });
});

test.each(["complete", "notFlagged"] as const)("a flag that is %s goes without days", (status) => {
  expect(flagOf({ status, start: mon, due: tue })).toEqual({ flagStatus: status });
});

test("a flag comes back as it was set, in whatever zone within half a day the client wrote midnight", () => {
  const days = fc
    .integer({ min: 0, max: 20_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10) as LocalDay);
  fc.assert(
    fc.property(days, days, fc.integer({ min: -11, max: 11 }), (one, other, hours) => {
      const [start, due] = [one, other].sort() as [LocalDay, LocalDay];
      const flag = { status: "flagged" as const, start, due };
      expect(followUpFrom(flagOf(flag))).toEqual(flag);
      const shifted = new Date(Date.parse(due) - hours * 3_600_000).toISOString().replace("Z", "0000");
      const local = { flagStatus: "flagged", dueDateTime: { dateTime: shifted, timeZone: "UTC" } };
      expect(followUpFrom(local)).toEqual({ status: "flagged", start: null, due });
    }),
  );
});

test.each([null, undefined, {}, { flagStatus: "x", dueDateTime: { dateTime: "soon" } }, { dueDateTime: 7 }])(
  "what is no flag, such as %j, is none",
  (flag) => {
    expect(followUpFrom(flag)).toEqual({ status: "notFlagged", start: null, due: null });
  },
);
