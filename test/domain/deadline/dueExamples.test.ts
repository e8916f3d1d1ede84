/** The due dates of calendar/README, worked out by an independent program. */
import { expect, test } from "@jest/globals";
import { dueDate } from "../../../src/domain/deadline/dueDate.ts";
import { isoOf } from "../../../src/domain/time.ts";
import { dueExamples, exampleCalendars } from "../../fixtures/calendar/examples.ts";

test("every worked example is due exactly when the independent program says", () => {
  const examples = dueExamples();
  const ours = examples.map(({ id, calendar, counting, days, receivedAt }) => [
    id,
    isoOf(dueDate(exampleCalendars.get(calendar)!, counting, days, receivedAt).dueAt),
  ]);
  expect(examples).toHaveLength(400);
  expect(ours).toEqual(examples.map(({ id, dueAt }) => [id, dueAt]));
});
