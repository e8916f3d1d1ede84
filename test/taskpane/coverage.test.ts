import { describe, expect, test } from "@jest/globals";
import type { Coverage } from "../../src/domain/timeliness/statistics.ts";
import { coverageSentence } from "../../src/taskpane/team/coverage.ts";
import { english } from "../../src/taskpane/text/en.ts";
import { french } from "../../src/taskpane/text/fr.ts";
import { rules } from "../support/ports.ts";
import { at } from "../support/time.ts";

const asOf = at("Tue 2026-11-24 09:00");
const base: Coverage = { known: 7, seen: 7, stopped: 0, unseen: [] };
const said = (change: Partial<Coverage>, text = english, calendar: typeof rules.calendar | null = rules.calendar) =>
  coverageSentence({ coverage: { ...base, ...change }, asOf }, calendar, text);
const planning = { name: "planning@pinewood.example", lookedThrough: at("Fri 2026-11-20 15:00") };

test("one plain sentence tells what was seen, who stopped, and what nobody looked at", () => {
  expect(said({ seen: 6, stopped: 1, unseen: [planning] })).toBe(
    "6 of 7 mailboxes looked at; 1 stopped watching; planning@… not looked at since Friday",
  );
});

test("a week ago is a date, not the weekday of this week", () => {
  const old = { ...planning, lookedThrough: at("Tue 2026-11-17 15:00") };
  expect(said({ seen: 6, unseen: [old] })).toContain("planning@… not looked at since Tuesday, November 17");
});

test("before a policy was loaded, without days, only numbers are said", () => {
  expect(said({ seen: 6, unseen: [planning] }, english, null)).toBe("6 of 7 mailboxes looked at");
});

describe("in French", () => {
  test("the sentence says the same", () => {
    expect(said({ seen: 6, stopped: 1, unseen: [planning] }, french)).toBe(
      "6 boîtes sur 7 consultées; 1 n’est plus suivie; planning@… non consultée depuis vendredi",
    );
  });

  test("one, none and several agree with their words", () => {
    expect(said({ known: 1, seen: 1 }, french)).toBe("la seule boîte a été consultée");
    const old = { ...planning, lookedThrough: at("Tue 2026-11-17 15:00") };
    expect(said({ seen: 1, stopped: 2, unseen: [old] }, french)).toBe(
      "1 boîte sur 7 consultée; 2 ne sont plus suivies; planning@… non consultée depuis le mardi 17 novembre",
    );
  });
});
