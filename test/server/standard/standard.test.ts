import { expect, test } from "@jest/globals";
import { publishedStandard, type PublishedStandard } from "../../../src/server/standard/standard.ts";
import { day } from "../../support/time.ts";
import { publishing } from "./support/publishing.ts";

const today = day("Wed 2026-11-25");

function shown(changes: Readonly<Record<string, unknown>> = {}, language: "en" | "fr" = "en"): PublishedStandard {
  return publishedStandard(publishing(changes).rules, today, language);
}

test("it names the city, else the policy", () => {
  expect(shown({}, "fr").city).toBe("Ville d’Elm Bend");
  expect(shown({ name: "Customer Service CS-1", city: undefined }).city).toBe("Customer Service CS-1");
});

test("each channel has its response time in business days, or none: then it is measured", () => {
  expect(shown({}, "fr").channels).toEqual([
    { id: "email", name: "Courriel", responseDays: 2, clause: "CS-1 §5.1", cityToConfirm: false },
    { id: "voicemail", name: "Messagerie vocale", responseDays: 1, clause: "CS-1 §5.1", cityToConfirm: false },
    { id: "counter", name: "Comptoir", responseDays: null, clause: null, cityToConfirm: false },
  ]);
});

test("a department is told of only where its times or hours are its own (Policy 6,030 §5.2)", () => {
  const calendar = { timeZone: "America/Edmonton", weekly: { sat: [["10:00", "14:00"]] } };
  expect(shown().departments).toEqual([
    { id: "parks", name: "Parks", responseDays: { email: 4 }, hours: null, authority: "Procedure 7" },
  ]);
  expect(shown({ departments: { rink: { name: "Rink", calendar } } }).departments).toEqual([
    { id: "rink", name: "Rink", responseDays: {}, hours: "Saturday, 10:00 a.m. to 2:00 p.m.", authority: null },
  ]);
});

test("the rule follows from the policy's counting and calendar, with what it does to evening and weekend mail", () => {
  const { rule } = shown();
  expect(rule.sentence).toMatch(
    /^Office hours are Monday to Friday, 8:30 a\.m\. to 4:30 p\.m\.; a message that arrives/,
  );
  expect(rule.example).toContain("Friday evening on Wednesday");
  expect(rule).toMatchObject({ clause: "CS-1 §5", cityToConfirm: true });
  const other = shown({ counting: { receipt: "calendarDay", count: "exclude", due: "midnight", met: ["answer"] } });
  expect(other.rule.sentence).toContain("by midnight at the end of the last business day of the response time");
  expect(other.rule.example).toContain("Friday evening on Tuesday");
});

test("a city that promises nothing gives no example of a due date", () => {
  const { rule } = shown({ channels: { email: { name: "E-mail", kind: "email" } }, departments: {}, highVolume: [] });
  expect(rule.example).toBeNull();
});

test("a period of high volume is told from its first day through its last, and not before or after", () => {
  const on = (text: string): number => publishedStandard(publishing().rules, day(text), "en").highVolume.length;
  expect(["Sun 2026-11-15", "Mon 2026-11-16", "Fri 2026-12-04", "Sat 2026-12-05"].map(on)).toEqual([0, 1, 1, 0]);
});

test("days ahead come by name in the reader's language", () => {
  expect(shown({}, "fr").closures.map(({ day, name, hours }) => [day, name, hours.length])).toEqual([
    ["2026-12-24", null, 1],
    ["2026-12-25", "Noël", 0],
  ]);
});

test("a commitment that is not written in the reader's language comes in the one it has, and says in which", () => {
  expect(shown({}, "fr").commitment).toEqual({ text: "We care.", language: "en", clause: "CS-1 §4.1" });
  expect(shown({ commitment: undefined }).commitment).toBeNull();
});

test("until when dates are confirmed, by which policy and which offsets, is said", () => {
  expect(shown()).toMatchObject({
    confirmedThrough: "2026-12-31",
    policy: { name: "Town of Elm Bend", version: "2026-1", timeZone: "America/Edmonton" },
  });
  expect(shown().policy.tzdata).toMatch(/^20\d\d[a-z]$/);
});
