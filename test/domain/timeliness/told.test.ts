import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  telling,
  tellingTogether,
  type Part,
  type Replies,
  type Tellable,
} from "../../../src/domain/timeliness/told.ts";
import { day } from "../../support/time.ts";

const monday = day("Mon 2026-11-16");
const week = { from: monday, to: day("Sun 2026-11-22") };
const minimum = { replies: 5, mailboxes: 2 };
const mailboxes = new Map([
  ["planning", 3],
  ["building", 2],
  ["parks", 2],
]);
const all = ["planning", "building", "parks"];
/** Planning and building do the same work. */
const groups = [...all.map((one) => [one]), ["planning", "building"], all];

const replies = (department: string, count: number, channel = "email"): Replies => ({
  ...{ department, channel, day: monday, count },
});
const told = (some: readonly Replies[], part: Part, change: Partial<Tellable> = {}) =>
  telling({ replies: some, groups, mailboxes, minimum, ...change })(part, week);
const of = (...departments: readonly string[]): Part => ({ departments, channel: null });

test("enough replies from enough mailboxes are told of, one fewer of either not", () => {
  expect(told([replies("planning", 5)], of("planning"))).toBe(true);
  expect(told([replies("planning", 4)], of("planning"))).toBe(false);
  expect(told([replies("planning", 5)], of("planning"), { mailboxes: new Map([["planning", 1]]) })).toBe(false);
});

test("the departments of a function are enough together, though neither is alone", () => {
  const some = [replies("planning", 3), replies("building", 2)];
  expect(told(some, of("planning", "building"))).toBe(true);
  expect(told(some, of("planning"))).toBe(false);
});

test("mailboxes of a department without replies do not hide whose the replies are", () => {
  const one = new Map([...mailboxes, ["building", 1]]);
  expect(told([replies("building", 9)], of("planning", "building"), { mailboxes: one })).toBe(false);
});

test("a department is not told of where the rest of its function, or of all, would be too few", () => {
  const some = [replies("planning", 20), replies("building", 1), replies("parks", 20)];
  expect(told(some, of("planning"))).toBe(false);
  expect(told(some, of("planning", "building"))).toBe(true);
  expect(told(some, of("parks"))).toBe(true);
  expect(told(some, of(...all))).toBe(true);
});

test("who can see one department alone is told of it: there is no wider answer to take it from", () => {
  expect(told([replies("planning", 20)], of("planning"), { groups: [["planning"]] })).toBe(true);
});

test("a channel is not told of where the others would be too few", () => {
  const some = [replies("planning", 20), replies("planning", 1, "voicemail")];
  expect(told(some, { departments: ["planning"], channel: "email" })).toBe(false);
  expect(told(some, of("planning"))).toBe(true);
});

test("of a week without replies nothing is told, be others' many", () => {
  expect(told([replies("parks", 20)], of("planning"))).toBe(false);
  expect(told([{ ...replies("planning", 20), day: day("Mon 2026-11-23") }], of("planning"))).toBe(false);
});

const mondays = [monday, day("Mon 2026-11-23")];
const together = (...some: readonly Replies[]) =>
  tellingTogether({ replies: some, groups, mailboxes, minimum }, mondays)(of("planning"));
const next = (...few: Parameters<typeof replies>): Replies => ({ ...replies(...few), day: mondays[1]! });

test("weeks are told of together where neither has enough alone", () => {
  expect(together(replies("planning", 3), next("planning", 3))).toBe(true);
  expect(together(replies("planning", 2), next("planning", 2))).toBe(false);
});

test("weeks are not told of together where the others would give away one with too few", () => {
  expect(together(replies("planning", 20), next("planning", 1))).toBe(false);
  expect(together(replies("planning", 20))).toBe(true);
});

test("weeks with the replies of one alone are told of as that one is", () => {
  expect(together(replies("planning", 20), replies("parks", 1), next("parks", 20))).toBe(false);
});

/* ---- property: no two answers, one within the other, differ by too few ---- */

const windows = [...mondays.map((one) => [one]), mondays];
const anyReplies = fc
  .array(fc.tuple(fc.constantFrom(...all), fc.constantFrom("email", "voicemail", "letter"), fc.nat(8), fc.nat(1)), {
    maxLength: 9,
  })
  .map((cells) => cells.filter(([, , count]) => count > 0))
  .map((cells) => [...new Map(cells.map((cell) => [`${cell[0]} ${cell[1]} ${cell[3]}`, cell])).values()])
  .map((cells) =>
    cells.map(([department, channel, count, at]) => ({ ...replies(department, count, channel), day: mondays[at]! })),
  );
const anyMailboxes = fc
  .tuple(fc.nat(4), fc.nat(4), fc.nat(4))
  .map((counts) => new Map(all.map((department, index) => [department, counts[index] ?? 0])));

test("whatever is told, and whatever two answers leave between them, is of enough replies and mailboxes", () => {
  const parts = groups.flatMap((departments) =>
    [null, "email", "voicemail", "letter"].flatMap((channel) =>
      windows.map((days) => ({ part: { departments, channel }, days })),
    ),
  );
  fc.assert(
    fc.property(anyReplies, anyMailboxes, (some, known) => {
      const cellsOf = ({ part, days }: (typeof parts)[number]) =>
        some.filter(
          (one) =>
            days.includes(one.day) &&
            part.departments.includes(one.department) &&
            (part.channel === null || one.channel === part.channel),
        );
      const isEnough = (cells: readonly Replies[]) =>
        cells.reduce((total, { count }) => total + count, 0) >= minimum.replies &&
        [...new Set(cells.map(({ department }) => department))].reduce((total, one) => total + known.get(one)!, 0) >=
          minimum.mailboxes;
      const asked = { replies: some, groups, mailboxes: known, minimum };
      const isTold = ({ part, days }: (typeof parts)[number]) =>
        days.length === 1 ? telling(asked)(part, { from: days[0]! }) : tellingTogether(asked, days)(part);
      const shown = parts.filter(isTold).map(cellsOf);
      for (const cells of shown) expect(isEnough(cells)).toBe(true);
      for (const wide of shown)
        for (const narrow of shown.filter((cells) => cells.every((cell) => wide.includes(cell)))) {
          const rest = wide.filter((cell) => !narrow.includes(cell));
          expect(rest.length === 0 || isEnough(rest)).toBe(true);
        }
    }),
    { numRuns: 1000 },
  );
});
