import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { english } from "../../src/taskpane/text/en.ts";
import { french } from "../../src/taskpane/text/fr.ts";
import type { Needs } from "../../src/taskpane/text/repliesText.ts";

const needs = (over: Partial<Needs>): Needs => ({ overdue: 0, today: 0, promised: 0, all: 9, seen: true, ...over });

test.each([
  [{ today: 2 }, "Two replies need you today."],
  [{ today: 1 }, "One reply needs you today."],
  [{ overdue: 1, today: 2 }, "One reply is overdue, two more are due today."],
  [{ overdue: 12 }, "12 replies are overdue."],
  [{ today: 1, promised: 2 }, "One reply needs you today."],
  [{ promised: 2 }, "Two promised answers are due."],
  [{}, "Nothing needs you today."],
  [{ all: 0 }, "Nothing waits for you."],
  [{ all: 0, seen: false }, "Nothing was waiting at the last look."],
] as const)("what needs somebody is one sentence: %j", (over, sentence) => {
  expect(english.replies.sentence(needs(over))).toBe(sentence);
});

const some = fc.nat(40);

test("only what waits for nobody, or not today, is said to be nothing, in both languages", () => {
  fc.assert(
    fc.property(some, some, some, some, (overdue, today, promised, later) => {
      const all = overdue + today + promised + later;
      const pressing = overdue + today + promised > 0;
      const says = { overdue, today, promised, all, seen: true };
      expect(english.replies.sentence(says).startsWith("Nothing")).toBe(!pressing);
      expect(french.replies.sentence(says).startsWith("Rien")).toBe(!pressing);
    }),
  );
});
