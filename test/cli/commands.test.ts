import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { defaultPolicyFile } from "../../src/server/defaultPolicy.ts";
import { file } from "./policies.ts";
import { civicreply } from "./run.ts";

test("policy check reads the default policy and lists what the city must confirm, the receipt rule first", async () => {
  const { status, output } = await civicreply(["policy", "check", defaultPolicyFile()]);
  expect(status).toBe(0);
  expect(output).toContain("this policy can be used");
  expect(output).toContain("  E-mail: 2 business days (AP-1077-23 §5.1(a))");
  expect(output).toMatch(
    /City to confirm:\n1\. counting\.receipt: .*Friday evening on Wednesday and one of Saturday on Wednesday\./,
  );
});

test("policy check says whether figures are published, and asks the city about it", async () => {
  const { output } = await civicreply(["policy", "check", defaultPolicyFile()]);
  expect(output).toContain("does not show figures of past months (privacy.publishFigures)");
  expect(output).toMatch(/City to confirm:[^]*\d+\. privacy\.publishFigures: /);
  const open = { ...JSON.parse(readFileSync(defaultPolicyFile(), "utf8")), privacy: { publishFigures: true } };
  const published = await civicreply(["policy", "check", file(JSON.stringify(open)), "--language", "fr"]);
  expect(published.output).toContain("La norme publiée montre les chiffres des mois passés");
});

test("policy check says every problem with its place, and fails", async () => {
  const broken = file(
    '{"name":"X","version":"1","calendar":{"timeZone":"America/Edmonton","weekly":{}},"counting":{},"channels":{}}',
  );
  const { status, output } = await civicreply(["policy", "check", broken]);
  expect(status).toBe(1);
  expect(output).toContain("error at calendar.weekly: has no open day");
  expect(output).toContain("error at channels: has no channel");
});

test.each(["spruce-grove", "okotoks"])(
  "policy check of %s finds no problem, and ends its first question with what becomes of evening and weekend mail",
  async (name) => {
    const { status, output } = await civicreply(["policy", "check", `assets/policies/${name}.json`]);
    expect(status).toBe(0);
    expect(output).not.toMatch(/^(error|warning) /m);
    expect(output).toMatch(/City to confirm:\n1\. counting\.receipt: .*one of Saturday on Wednesday\.\n2\. /);
  },
);

test("policy check of a document with a mistake in every part says of each where it is and what to write", async () => {
  const broken = {
    ...{ name: "", version: 1, color: "red", countsFrom: "2026-13-01", reasons: ["rude"], standardUrl: "http://x" },
    calendar: { timeZone: "America/Edmonton", weekly: { mon: [["16:30", "08:30"]] }, closures: [{ date: "soon" }] },
    counting: { receipt: "office" },
    channels: { fax: { name: "Fax", kind: "fax", responseDays: 0, statusSubjects: ["("], customerPattern: "x" } },
    departments: { rink: { mailboxes: ["rink"], calendar: { timeZone: "", weekly: {} } } },
    highVolume: [{ id: "tax", from: "2026-05-01" }],
    templates: [{ id: "a", replyKind: "letter", texts: {} }],
    privacy: { retentionDays: -1 },
  };
  const { status, output } = await civicreply(["policy", "check", file(JSON.stringify(broken))]);
  const [head, ...lines] = output.trim().split("\n");
  expect([status, head]).toEqual([1, expect.stringContaining("cannot be used")]);
  const places = ["calendar.weekly.mon[0]", "channels.fax.customerPattern", "departments.rink.calendar.weekly"];
  for (const place of places) expect(output).toContain(`error at ${place}: `);
  expect(lines.length).toBeGreaterThan(20);
  const instruction = /but must be |: give |: put |: mend |is taken|is ignored; known are|is empty: give/;
  expect(lines.filter((line) => !/^(error|warning) at \S+: /.test(line) || !instruction.test(line))).toEqual([]);
});

test("policy check names an unknown zone and what to write", async () => {
  const calendar = { timeZone: "America/Sprucegrove", weekly: { mon: [["08:30", "16:30"]] }, nominalDayMinutes: 480 };
  const channels = { email: { name: "E-mail", kind: "email" } };
  const odd = file(JSON.stringify({ name: "X", version: "1", calendar, counting: {}, channels }));
  const { status, output } = await civicreply(["policy", "check", odd, "--ndjson"]);
  expect(status).toBe(1);
  expect(output).toContain('"path":"calendar.timeZone","severity":"error"');
  expect(output).toContain("use an IANA name such as America/Edmonton");
});

test("policy check answers documents line by line", async () => {
  const { status, lines } = await civicreply(
    ["policy", "check", "--ndjson"],
    '{"id":1,"policy":{"name":"X"}}\n{"id":2}\n',
  );
  expect(status).toBe(1);
  expect(lines()).toMatchObject([
    { id: 1, ok: false },
    { id: 2, error: expect.stringContaining("policy is missing") },
  ]);
});

test("broken JSON is answered with its line and column, a missing file with its path", async () => {
  const broken = await civicreply([
    "due",
    "--received",
    "2026-11-20 12:00",
    "--policy",
    file('{\n  "name": "X"\n  "version"}'),
  ]);
  const missing = await civicreply(["due", "--received", "2026-11-20 12:00", "--policy", "nowhere.json"]);
  expect([broken.status, missing.status]).toEqual([1, 1]);
  expect(broken.errors).toMatch(/not JSON: look at line 3, column \d+/);
  expect(missing.errors).toContain("nowhere.json: there is no such file");
});

test("holidays proposes a year and says which rule made each date", async () => {
  const { output } = await civicreply(["holidays", "2029"]);
  expect(output).toContain("Nothing closes the office until it stands in the policy.");
  expect(output).toContain("2029-07-02  Mon, Jul 2      Canada Day (observed) – July 1 is a Sunday: July 2 by law");
});

test("holidays --ndjson gives a line a date, or a line a year", async () => {
  const year = await civicreply(["holidays", "2027", "--easter-monday", "--ndjson"]);
  const years = await civicreply(["holidays", "--ndjson"], '{"id":"y","year":2028}\n{"id":"z","year":"soon"}\n');
  expect(year.lines()).toContainEqual({
    date: "2027-03-29",
    name: "Easter Monday",
    rule: expect.stringContaining("optional"),
  });
  expect(years.status).toBe(1);
  expect(years.lines()).toMatchObject([
    { id: "y", closures: expect.any(Array) },
    { id: "z", error: expect.stringContaining("1900 to 2199") },
  ]);
});

test("holidays takes an iCalendar file as proposals of that year alone", async () => {
  const ics = file(
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270802\nSUMMARY:Heritage Day\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20280807\nSUMMARY:Heritage Day\nEND:VEVENT\nEND:VCALENDAR\n",
  );
  const { lines } = await civicreply(["holidays", "2027", "--ics", ics, "--ndjson"]);
  expect(lines()).toEqual([{ date: "2027-08-02", name: "Heritage Day", rule: "from the imported calendar" }]);
});

test.each([
  [["frobnicate"], 'no command "frobnicate"'],
  [["constructor"], 'no command "constructor"'],
  [["due", "--frob"], "Unknown option '--frob'."],
  [["due"], "--received TIME"],
  [["business-time", "--from", "2026-11-20 12:00"], "--from TIME --to TIME"],
  [["holidays", "27"], "name one year"],
  [["policy", "chek", "x.json"], "write policy check FILE"],
])("%j cannot be understood: exit status 2 and what to do instead", async (args, expected) => {
  const { status, errors } = await civicreply(args);
  expect(status).toBe(2);
  expect(errors).toContain(expected);
});

test("every command explains itself, and the command lists them all", async () => {
  const all = await civicreply(["--help"]);
  for (const name of ["policy", "due", "explain", "business-time", "holidays"]) {
    expect(all.output).toContain(name);
    const help = await civicreply([name, "--help"]);
    expect([help.status, help.output.startsWith(`civicreply ${name}`)]).toEqual([0, true]);
  }
});
