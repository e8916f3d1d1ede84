import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Version } from "../../../src/domain/inquiry/inForce.ts";
import { namedSince } from "../../../src/domain/inquiry/namedSince.ts";
import { dayMs, instant, type Instant, type LocalDay } from "../../../src/domain/time.ts";
import { at, day } from "../../support/time.ts";
import { rulesOf } from "./office.ts";

/** @param from the first named day; null: off */
function version(number: number, inForceFrom: Instant, from: LocalDay | null): Version {
  const announced = day("Sun 2026-11-01");
  const rules = rulesOf({ privacy: { namedFigures: from === null ? false : { announced, from } } });
  return { number, from: inForceFrom, rules };
}
const history = (...versions: readonly Version[]) => ({ versions, recalculations: [] });
const always = instant(0);
const [early, late] = [day("Mon 2026-11-09"), day("Mon 2026-11-23")];

test("named figures begin with the policy's day, in the city's zone; off, they never do", () => {
  expect(namedSince(history(version(1, always, late)))).toBe(at("Mon 2026-11-23 00:00"));
  expect(namedSince(history(version(1, always, early), version(2, at("Mon 2026-11-30 08:00"), null)))).toBeNull();
});

test("a policy that was put in place after its own day names nobody for what was sent before", () => {
  const placed = at("Wed 2026-11-25 10:00");
  expect(namedSince(history(version(1, always, null), version(2, placed, late)))).toBe(placed);
});

test("a day moved back reaches no further than the change; a day moved on holds for what was sent before, too", () => {
  const changed = at("Mon 2026-11-16 09:00");
  expect(namedSince(history(version(1, always, late), version(2, changed, early)))).toBe(changed);
  expect(namedSince(history(version(1, always, early), version(2, changed, late)))).toBe(at("Mon 2026-11-23 00:00"));
});

test("another version in between changes nothing, and a time in which it was off ends what came before", () => {
  const [first, second] = [at("Mon 2026-11-16 09:00"), at("Wed 2026-11-25 09:00")];
  const same = history(version(1, always, early), version(2, first, early), version(3, second, early));
  expect(namedSince(same)).toBe(at("Mon 2026-11-09 00:00"));
  const off = history(version(1, always, early), version(2, first, null), version(3, second, early));
  expect(namedSince(off)).toBe(second);
});

test("at every moment from then on, each version in force since had begun to name; just before it, one had not", () => {
  const start = at("Sun 2026-11-01 00:00");
  const days = [null, ...["02", "05", "09", "15", "23", "28"].map((date) => `2026-11-${date}` as LocalDay)];
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(...days)), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(steps, (changes) => {
      let from = start - dayMs;
      const versions = changes.map(([gap, named], index) => {
        from += gap * (dayMs / 2);
        return version(index + 1, index === 0 ? always : instant(from), named);
      });
      const mayName = (moment: number): boolean =>
        versions.every(({ rules }, index) => {
          const endsBefore = (versions[index + 1]?.from ?? Infinity) <= moment;
          const named = rules.policy.privacy?.namedFigures;
          return endsBefore || (!!named && rules.calendar.instantAt(named.from, 0) <= moment);
        });
      const since = namedSince(history(...versions));
      expect(mayName(since ?? start + 400 * dayMs)).toBe(since !== null);
      expect(since !== null && mayName(since - 1)).toBe(false);
    }),
  );
});
