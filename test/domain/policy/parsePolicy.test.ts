import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { orderWarnings } from "../../../src/domain/policy/findings.ts";
import { parsePolicy } from "../../../src/domain/policy/parsePolicy.ts";
import { policyWords } from "../../../src/domain/wording/policyWords.ts";
import { realZone } from "../../support/calendars.ts";
import { usual } from "../../support/office.ts";

/** The smallest policy: only what is required. Each call makes a new one, to be spoilt at will. */
function smallest() {
  return {
    name: "City of Elmbend",
    version: "1",
    calendar: {
      timeZone: "America/Edmonton",
      weekly: { mon: [["08:30", "16:30"]] } as Record<string, unknown>,
      closures: [] as unknown[],
      special: {} as Record<string, unknown>,
      nominalDayMinutes: 480 as unknown,
      confirmedThrough: "2027-12-31" as unknown,
    },
    counting: { receipt: "hours", count: "exclude", due: "close", met: ["holding", "part", "answer"] } as Record<
      string,
      unknown
    >,
    channels: { email: { name: "E-mail", kind: "email", responseDays: 2 } } as Record<string, Record<string, unknown>>,
  };
}

type Draft = ReturnType<typeof smallest> & Record<string, unknown>;

function problemsOf(spoil: (draft: Draft) => void): readonly string[] {
  const draft: Draft = smallest();
  spoil(draft);
  const read = parsePolicy(draft);
  return (read.ok ? read.warnings : read.problems).map(
    ({ severity, path, message }) => `${severity} ${path} ${message}`,
  );
}

test("only name, version, calendar, counting and channels are required", () => {
  expect(parsePolicy(smallest())).toEqual({ ok: true, value: smallest(), warnings: [] });
});

test("every problem is said at once, each with its place", () => {
  const problems = problemsOf((draft) => {
    draft.name = "";
    draft.calendar.closures = [{ date: "2026-02-30", name: "No such day" }];
    draft.channels["email"]!["responseDays"] = 0;
    delete (draft as Partial<Draft>).version;
  });
  expect(problems.map((line) => line.split(" ", 2))).toEqual([
    ["error", "name"],
    ["error", "version"],
    ["error", "calendar.closures[0].date"],
    ["error", "channels.email.responseDays"],
  ]);
});

const wrong: readonly (readonly [string, (draft: Draft) => void, string])[] = [
  ["a calendar with no open day", (d) => (d.calendar.weekly = { mon: [], tue: [] }), "has no open day"],
  [
    "a segment that closes before it opens",
    (d) => (d.calendar.weekly = { mon: [["16:30", "08:30"]] }),
    "put the opening first",
  ],
  ["a segment of no length", (d) => (d.calendar.weekly = { mon: [["08:30", "08:30"]] }), "closes at 08:30, not after"],
  [
    "overlapping segments",
    (d) =>
      (d.calendar.weekly = {
        mon: [
          ["08:00", "12:30"],
          ["12:00", "16:00"],
        ],
      }),
    "without overlap",
  ],
  [
    "segments out of order",
    (d) =>
      (d.calendar.weekly = {
        mon: [
          ["13:00", "16:00"],
          ["08:00", "12:00"],
        ],
      }),
    "in the day's order",
  ],
  ["a time that is none", (d) => (d.calendar.weekly = { mon: [["8:30", "16:30"]] }), "calendar.weekly.mon[0]"],
  ["a time past midnight", (d) => (d.calendar.weekly = { mon: [["08:30", "24:30"]] }), "calendar.weekly.mon[0]"],
  [
    "a closure that stands twice",
    (d) => (d.calendar.closures = [closed, closed]),
    "stands twice, at [0] and [1]: keep one",
  ],
  [
    "a closure without a name",
    (d) => (d.calendar.closures = [{ date: "2026-12-25" }]),
    "closures[0].name is missing: give",
  ],
  ["special hours on no day", (d) => (d.calendar.special = { "2026-13-01": [] }), 'special.2026-13-01 is "2026-13-01"'],
  ["a business day of no minutes", (d) => (d.calendar.nominalDayMinutes = 0), "nominalDayMinutes is 0"],
  ["half a promised day", (d) => (d.channels["email"]!["responseDays"] = 1.5), "whole number of business days"],
  ["a promise of minus one day", (d) => (d.channels["email"]!["responseDays"] = -1), "whole number of business days"],
  ["an endless promise", (d) => (d.channels["email"]!["responseDays"] = 1e9), "from 1 to 1000"],
  ["days as text", (d) => (d.channels["email"]!["responseDays"] = "2"), 'is "2", but must be'],
  [
    "a channel id with a space",
    (d) => (d.channels["our city"] = { name: "Our City", kind: "other" }),
    "an id that begins with a letter",
  ],
  ["a policy without channels", (d) => (d.channels = {}), "has no channel"],
  ["an unknown rule", (d) => (d.counting["receipt"] = "office"), "one of hours, businessDay, calendarDay"],
  ["a sender that is none", (d) => (d.channels["email"]!["senders"] = ["*"]), '"*@domain"'],
  [
    "a status subject that is no expression",
    (d) => (d.channels["email"]!["statusSubjects"] = ["(toner"]),
    "is no regular expression",
  ],
  [
    "a customer pattern that is no expression",
    (d) => (d.channels["email"]!["customerPattern"] = "(mail"),
    "is no regular expression",
  ],
  [
    "a customer pattern that captures nothing",
    (d) => (d.channels["email"]!["customerPattern"] = "E-mail: (?:\\S+)"),
    "has 0 groups: put ( ) around the address",
  ],
  [
    "a customer pattern that captures three things",
    (d) => (d.channels["email"]!["customerPattern"] = "(.+) (.+) (\\S+@\\S+)"),
    "has 3 groups",
  ],
  ["a reason outside the closed list", (d) => (d["reasons"] = ["rude"]), "one of thanks, duplicate"],
  [
    "a template with an unknown field",
    (d) => (d["templates"] = [template("Dear {custmer}")]),
    "names {custmer}, which is no field",
  ],
  ["two templates with one id", (d) => (d["templates"] = [template("Hello"), template("Hello")]), 'the id "hello"'],
  ["a list where an object belongs", (d) => (d["staff"] = []), "staff is a list, but must be"],
  ["a high-volume period that shortens", (d) => (d["highVolume"] = [period(1)]), "not longer than the published 2"],
  [
    "a high-volume period for no channel",
    (d) => (d["highVolume"] = [{ ...period(5), responseDays: { fax: 5 } }]),
    "use one of email",
  ],
  [
    "a function that the policy does not describe",
    (d) => (
      (d["functions"] = { permits: { name: "Permits" } }),
      (d["departments"] = { desk: { ...desk, function: "permit" } })
    ),
    "departments.desk.function is no function of the policy: use one of permits",
  ],
  [
    "a function where none is described",
    (d) => (d["departments"] = { desk: { ...desk, function: "permits" } }),
    'describe it under "functions"',
  ],
  ["a function without a name", (d) => (d["functions"] = { permits: {} }), "functions.permits.name is missing"],
  ["a mailbox of two departments", (d) => (d["departments"] = { a: desk, b: desk }), "already a mailbox of a"],
];

const closed = { date: "2026-12-25", name: "Christmas Day" };
const desk = { name: "Desk", mailboxes: ["Desk@city.example"] };
const template = (body: string) => ({ id: "hello", replyKind: "holding", texts: { en: { name: "Hello", body } } });
const period = (email: number) => ({
  id: "tax",
  from: "2026-05-01",
  to: "2026-06-30",
  authority: "City Manager",
  reason: "tax notices",
  responseDays: { email },
});

test.each(wrong)("%s is refused with its place and what to do", (_what, spoil, expected) => {
  const problems = problemsOf(spoil);
  expect(problems.filter((line) => line.startsWith("error")).join("\n")).toContain(expected);
});

const odd: readonly (readonly [string, (draft: Draft) => void, string])[] = [
  [
    "an unknown field",
    (d) => (d.channels["email"]!["responseDay"] = 2),
    "channels.email.responseDay is not a field here",
  ],
  [
    "no confirmed day",
    (d) => delete (d.calendar as Partial<Draft["calendar"]>).confirmedThrough,
    "every due date is provisional",
  ],
  ["a counting rule left out", (d) => delete d.counting["receipt"], 'counting.receipt is missing: "hours" is taken'],
  [
    "no usual day's length",
    (d) => delete (d.calendar as Partial<Draft["calendar"]>).nominalDayMinutes,
    "the longest weekday's",
  ],
  [
    "a department's longer time without authority",
    (d) => (d["departments"] = { permits: { name: "Permits", responseDays: { email: 3 } } }),
    'cites no authority: name in "authority"',
  ],
  [
    "a function that no department has",
    (d) => (d["functions"] = { permits: { name: "Permits" } }),
    "functions.permits is the function of no department",
  ],
  [
    "a rule by which mail is due before it came",
    (d) => (
      (d.counting["count"] = "include"),
      (d.counting["receipt"] = "businessDay"),
      (d.channels["email"]!["responseDays"] = 1)
    ),
    "due before it came",
  ],
  [
    "a rule that is not monotone",
    (d) => ((d.counting["receipt"] = "calendarDay"), (d.counting["due"] = "sameTime")),
    "earlier in the day",
  ],
  [
    "another rule that is not monotone, where days open at different times",
    (d) => (
      (d.counting["receipt"] = "businessDay"),
      (d.counting["due"] = "sameTime"),
      (d.calendar.special["2026-12-24"] = [["10:00", "12:00"]])
    ),
    "days that open at different times",
  ],
];

test.each(odd)("%s is a warning: the policy can be used", (_what, spoil, expected) => {
  const problems = problemsOf(spoil);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^warning /);
  expect(problems[0]).toContain(expected);
});

test("a week with too little office time for the minutes promised is an error: no due date could be found", () => {
  const rare = smallest();
  rare.calendar.weekly = { mon: [["00:00", "00:01"]] };
  rare.calendar.nominalDayMinutes = 1440;
  rare.counting["due"] = "minutes";
  rare.channels["email"]!["responseDays"] = 1000;
  expect(parsePolicy(rare)).toMatchObject({
    ok: false,
    problems: [{ path: "calendar.nominalDayMinutes", message: expect.stringContaining("more than 90 years") }],
  });
  rare.channels["email"]!["responseDays"] = 3;
  expect(parsePolicy(rare).ok).toBe(true);
});

test.each(["2026-12-01", "2026-11-30"])(
  "named figures from the day of their announcement, or an earlier one, are an error: %s",
  (from) => {
    const draft = { ...smallest(), privacy: { namedFigures: { announced: "2026-12-01", from } } };
    expect(parsePolicy(draft)).toMatchObject({
      ok: false,
      problems: [{ path: "privacy.namedFigures.from", message: expect.stringContaining("the staff is told first") }],
    });
  },
);

test("every sentence on a document is said in French, with the same places", () => {
  const spoilt = { ...smallest(), name: "", color: "red", channels: {}, privacy: { minimumGroup: 0 } };
  const [english, french] = (["en", "fr"] as const).map((language) => {
    const read = parsePolicy(spoilt, policyWords[language]);
    return read.ok ? [] : read.problems;
  });
  expect(french!.map(({ path, severity }) => [path, severity])).toEqual(
    english!.map(({ path, severity }) => [path, severity]),
  );
  expect(french!.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^n’est pas un champ ici et est ignoré ; les champs connus sont name, version/),
    'est "", mais doit être le nom de la politique',
    "n’a aucun canal : indiquez-en au moins un, comme email",
    "est 0, mais doit être un nombre entier de 1 à 100",
  ]);
});

test("where the clocks go back in office hours, the zone's offsets tell it", () => {
  const read = parsePolicy({
    ...smallest(),
    calendar: { timeZone: "America/New_York", weekly: { sun: [["00:00", "24:00"]] }, nominalDayMinutes: 1440 },
    counting: { ...usual, due: "sameTime" },
  });
  const policy = (read as Extract<typeof read, { ok: true }>).value;
  const warnings = (zone: string) =>
    orderWarnings(policy, policyWords.en, [{ ...realZone(zone), zone: "America/New_York" }]);
  expect(warnings("America/New_York").map(({ message }) => message)).toEqual([policyWords.en.clocksGoBack]);
  expect(warnings("America/Regina")).toEqual([]);
});

test("a longer department time with its authority is no finding", () => {
  expect(
    problemsOf(
      (d) =>
        (d["departments"] = { permits: { name: "Permits", responseDays: { email: 3 }, authority: "Procedure 6,015" } }),
    ),
  ).toEqual([]);
});

test("addresses are kept in lower case, closures and special hours may be left out", () => {
  const read = parsePolicy({
    ...smallest(),
    calendar: { timeZone: "America/Edmonton", weekly: { mon: [["00:00", "24:00"]] }, nominalDayMinutes: 1440 },
    departments: { a: desk },
  });
  expect(read).toMatchObject({
    ok: true,
    value: { calendar: { closures: [], special: {} }, departments: { a: { mailboxes: ["desk@city.example"] } } },
  });
});

test("what was read reads again as the same", () => {
  const once = parsePolicy({ ...smallest(), departments: { a: desk } });
  const twice = parsePolicy(once.ok ? JSON.parse(JSON.stringify(once.value)) : null);
  expect(twice).toEqual(once);
});

test("nothing that JSON can hold makes the parser throw", () => {
  fc.assert(fc.property(fc.jsonValue(), (document) => expect(parsePolicy(document)).toHaveProperty("ok")));
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(smallest())), fc.jsonValue(), (field, value) =>
      expect(parsePolicy({ ...smallest(), [field]: value })).toHaveProperty("ok"),
    ),
  );
});

test.each(["^E-mail: (\\S+@\\S+)$", "^Reported by (.+), (\\S+@\\S+)$", "(a|b@c)|d"])(
  "a customer pattern with one or two groups stands as it is written: %s",
  (customerPattern) => {
    const draft = smallest();
    draft.channels["email"]!["customerPattern"] = customerPattern;
    const read = parsePolicy(draft);
    expect(read.ok && read.value.channels["email"]?.customerPattern).toBe(customerPattern);
  },
);
