import { expect, test } from "@jest/globals";
import { dueSentence } from "../../../src/domain/wording/explanation.ts";
import { rules } from "../../support/ports.ts";
import { at, day } from "../../support/time.ts";

const due = { dueAt: at("Tue 2026-11-24 16:30"), dueDay: day("Tue 2026-11-24"), provisional: false };

test("the due date is one sentence, in English and French", () => {
  expect(dueSentence(due, rules.calendar, "en")).toBe("Reply due Tuesday, November 24, by 4:30 p.m.");
  expect(dueSentence(due, rules.calendar, "fr")).toBe("Réponse attendue mardi 24 novembre, au plus tard à 16 h 30.");
});

test("another year is said", () => {
  expect(dueSentence(due, rules.calendar, "en", day("Tue 2025-12-30"))).toContain("November 24, 2026");
});
