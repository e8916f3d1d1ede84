import { expect, test } from "@jest/globals";
import type { CountingRules, Policy } from "../../../src/domain/policy/policy.ts";
import { standardRule } from "../../../src/domain/wording/standardRule.ts";
import { officeSettings, usual } from "../../support/office.ts";

const email = { name: "E-mail", kind: "email", responseDays: 2 } as const;

function policyWith(counting: Partial<CountingRules>, channels: Policy["channels"] = { email }): Policy {
  return { name: "Elm Bend", version: "1", calendar: officeSettings, counting: { ...usual, ...counting }, channels };
}

test("the default rule is one sentence: office hours, day of receipt, how days are counted, until when", () => {
  expect(standardRule(policyWith({}), "en")).toBe(
    "Office hours are Monday to Friday, 8:30 a.m. to 4:30 p.m.; a message that arrives outside office hours counts as received at the next opening; the day it is received is not counted; the reply is due by closing time on the last business day of the response time.",
  );
  expect(standardRule(policyWith({}), "fr")).toBe(
    "Les heures de bureau sont du lundi au vendredi, de 8 h 30 à 16 h 30; un message qui arrive en dehors des heures de bureau compte comme reçu à l’ouverture suivante; le jour de la réception n’est pas compté; la réponse est due au plus tard à la fermeture du dernier jour ouvrable du délai.",
  );
});

test("with minutes the length of a business day is said", () => {
  expect(standardRule(policyWith({ due: "minutes" }), "en")).toContain("in office time, 8 h to a business day.");
  expect(standardRule(policyWith({ due: "minutes" }), "fr")).toContain("à raison de 8 h par jour ouvrable.");
});

test("every combination of rules has a sentence of its own, in both languages", () => {
  const sentences = new Set<string>();
  for (const receipt of ["hours", "businessDay", "calendarDay"] as const)
    for (const count of ["exclude", "include"] as const)
      for (const due of ["close", "midnight", "sameTime"] as const)
        for (const language of ["en", "fr"] as const)
          sentences.add(standardRule(policyWith({ receipt, count, due }), language));
  expect(sentences.size).toBe(36);
});

test("where no channel has a response time, nothing is said of a due date", () => {
  const measured = policyWith({}, { email: { name: "E-mail", kind: "email" } });
  expect(standardRule(measured, "en")).toMatch(/counts as received at the next opening\.$/);
});
