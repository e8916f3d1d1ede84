/** The business times of calendar/README, worked out by an independent program. */
import { expect, test } from "@jest/globals";
import { elapsedExamples, exampleCalendars } from "../../fixtures/calendar/examples.ts";

test("every worked example of business time agrees to the millisecond, also when reversed", () => {
  const examples = elapsedExamples();
  const ours = examples.map(({ id, calendar, from, to }) => {
    const milliseconds = exampleCalendars.get(calendar)!.businessTime(from, to);
    return { id, milliseconds, minutes: Math.trunc(milliseconds / 60_000) + 0 };
  });
  expect(examples).toHaveLength(200);
  expect(ours).toEqual(examples.map(({ id, milliseconds, minutes }) => ({ id, milliseconds, minutes })));
});
