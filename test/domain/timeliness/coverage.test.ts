import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  coverageOf,
  type CoverageQuestion,
  fullySeen,
  isFullySeen,
  type KnownMailbox,
} from "../../../src/domain/timeliness/coverage.ts";
import { addDays } from "../../../src/domain/calendar/localDay.ts";
import { instant } from "../../../src/domain/time.ts";
import { at, day } from "../../support/time.ts";
import { rulesOf } from "../inquiry/office.ts";

const { policy: office, calendar } = rulesOf();
const departments = {
  planning: { name: "Planning", mailboxes: ["planning@office.example"] },
  roads: { name: "Roads", mailboxes: ["roads@office.example", "snow@office.example"] },
};
const policy = { ...office, departments };
const withoutShared = { ...office, departments: {} };
const now = at("Mon 2026-11-23 09:00");
const idOf = (address: string) => `id of ${address}`;

const coverage = (said: readonly KnownMailbox[], change: Partial<CoverageQuestion> = {}) =>
  coverageOf(said, { policy, departments: null, calendar, through: day("Mon 2026-11-23"), now, idOf, ...change });

function own(mailbox: string, change: Partial<KnownMailbox> = {}): KnownMailbox {
  const today = at("Mon 2026-11-23 08:40");
  return {
    mailbox,
    kind: "personal",
    department: null,
    lookedThrough: today,
    watching: true,
    saidAt: today,
    ...change,
  };
}

const shared = (name: string, change: Partial<KnownMailbox> = {}) => own(idOf(name), { kind: "shared", ...change });
const planningAlone = { departments: ["planning"] };

test("mailboxes that the policy names are known though nobody ever spoke of them, not seen, and not named", () => {
  expect(coverage([])).toEqual({ known: 3, seen: 0, stopped: 0, unseen: [] });
});

test("a person's own address in a department's list is a number only; a shared mailbox that is not seen has its name", () => {
  const never = { lookedThrough: null };
  const said = [own(idOf("snow@office.example"), never), shared("roads@office.example", never)];
  expect(coverage(said)).toEqual({
    ...{ known: 3, seen: 0, stopped: 0 },
    unseen: [{ name: "roads@office.example", lookedThrough: null }],
  });
});

test("seen is what was looked through on the last business day or since, weekends apart", () => {
  const friday = shared("planning@office.example", { lookedThrough: at("Fri 2026-11-20 08:00") });
  const thursday = shared("roads@office.example", { lookedThrough: at("Thu 2026-11-19 16:00") });
  const { seen, unseen } = coverage([friday, thursday]);
  expect(seen).toBe(1);
  expect(unseen[0]).toEqual({ name: "roads@office.example", lookedThrough: at("Thu 2026-11-19 16:00") });
});

test("a period that is over is seen by whoever looked after its end", () => {
  const said = [own("a", { lookedThrough: at("Tue 2026-11-10 09:00") })];
  expect(coverage(said, { through: day("Mon 2026-11-09") }).seen).toBe(1);
  expect(coverage(said, { through: day("Tue 2026-11-10") }).seen).toBe(0);
});

test("who stopped watching is counted, is not seen, and has no name", () => {
  const { known, seen, stopped, unseen } = coverage([own("a"), own("b", { watching: false })], {
    policy: withoutShared,
  });
  expect({ known, seen, stopped, unseen }).toEqual({ known: 2, seen: 1, stopped: 1, unseen: [] });
});

test("a person's mailbox that was never looked through to its end is known and not seen", () => {
  expect(coverage([own("a", { lookedThrough: null })], { policy: withoutShared })).toMatchObject({ known: 1, seen: 0 });
});

test("a department's figures rest on its own mailboxes; those of nobody's count for the whole city alone", () => {
  const said = [own("a", { department: "planning" }), own("b", { department: "roads" }), own("c")];
  expect(coverage(said, planningAlone)).toMatchObject({ known: 2, seen: 1 });
  expect(coverage(said)).toMatchObject({ known: 6, seen: 3 });
});

test("a mailbox that the policy no longer names is not taken for a person's", () => {
  expect(coverage([shared("closed@office.example")], planningAlone).known).toBe(1);
  expect(coverage([shared("closed@office.example")]).known).toBe(3);
});

test("a mailbox that became a department's counts once, by name", () => {
  expect(coverage([own(idOf("planning@office.example"))])).toMatchObject({ known: 3, seen: 1 });
});

test("a person's mailbox of which nothing was heard for 90 days is no longer counted; a shared one always is", () => {
  const at90 = instant(now - 90 * 24 * 3_600_000);
  const older = instant(at90 - 1);
  expect(coverage([own("a", { saidAt: at90 })]).known).toBe(4);
  expect(coverage([own("a", { saidAt: older })]).known).toBe(3);
  expect(coverage([shared("planning@office.example", { saidAt: older })]).known).toBe(3);
});

test("what is known is seen, stopped, or neither, and departments add up to no more than the whole", () => {
  const someone = fc.record({
    department: fc.constantFrom(null, "planning", "roads"),
    watching: fc.boolean(),
    hours: fc.option(fc.integer({ min: 0, max: 24 * 9 })),
  });
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 12 }), (people) => {
      const said = people.map(({ hours, ...rest }, index) =>
        own(`m${index}`, { ...rest, lookedThrough: hours === null ? null : instant(now - hours * 3_600_000) }),
      );
      const [whole, planning, roads] = [null, ["planning"], ["roads"]].map((departments) =>
        coverage(said, { departments }),
      );
      for (const one of [whole, planning, roads])
        expect(one!.seen + one!.stopped + one!.unseen.length).toBeLessThanOrEqual(one!.known);
      for (const part of ["known", "seen", "stopped"] as const)
        expect(planning![part] + roads![part]).toBeLessThanOrEqual(whole![part]);
    }),
  );
});

test("whether periods are fully seen is told for all of them at once as for each by itself", () => {
  const someMailbox = fc
    .record({
      name: fc.constantFrom("planning@office.example", "roads@office.example", "snow@office.example", "a", "b"),
      personal: fc.boolean(),
      department: fc.constantFrom(null, "planning", "roads"),
      daysAgo: fc.option(fc.integer({ min: 0, max: 30 })),
      watching: fc.boolean(),
    })
    .map(({ name, personal, department, daysAgo, watching }) => {
      const lookedThrough = daysAgo === null ? null : instant(now - daysAgo * 24 * 60 * 60_000);
      const change = { department, lookedThrough, watching };
      return name.includes("@") && !personal ? shared(name, change) : own(idOf(name), change);
    });
  const some = fc.uniqueArray(someMailbox, { selector: ({ mailbox }) => mailbox });
  fc.assert(
    fc.property(some, fc.constantFrom(null, ["planning"], ["roads"], []), fc.nat(60), (said, asked, daysAgo) => {
      const through = addDays(day("Mon 2026-11-23"), -daysAgo);
      const question = { policy: daysAgo % 2 === 0 ? policy : withoutShared, departments: asked, calendar, now, idOf };
      expect(fullySeen(said, question)(through)).toBe(isFullySeen(coverageOf(said, { ...question, through })));
    }),
  );
});
