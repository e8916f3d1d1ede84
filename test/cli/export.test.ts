/** What leaves the database for auditors: every inquiry, from which any figure can be worked out again, and no person. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { columnNames } from "../../src/server/export/inquiryRow.ts";
import type { Fact, Observation } from "../../src/domain/inquiry/fact.ts";
import { figuresAsked, figuresFrom } from "../../src/domain/timeliness/teamStatistics.ts";
import { openSqlite } from "../../src/server/store/sqlite.ts";
import { testApp } from "../server/support/app.ts";
import { databaseFile } from "../server/support/databaseFile.ts";
import { testNow } from "../server/support/issuer.ts";
import { fact, inquiryId, received, replied, town, townPolicy, townWith } from "../server/support/town.ts";
import { at, day } from "../support/time.ts";
import { file } from "./policies.ts";
import { civicreply } from "./run.ts";

let folder: string;
let database: string;

const person = (text: string) => ({ at: at(text), saidAt: at(text), by: "person" }) as const;
const facts: readonly Fact[] = [
  received("<answered@elmbend.example>", "Mon 2026-11-16 10:00"),
  replied("<answered@elmbend.example>", "Tue 2026-11-17 09:00"),
  received("<overdue@elmbend.example>", "Wed 2026-11-18 10:00", { channel: "voicemail" }),
  received("<held@elmbend.example>", "Fri 2026-11-20 10:00"),
  fact(inquiryId("<held@elmbend.example>"), {
    ...{ kind: "replied", replyKind: "holding", way: "phone", seenIn: "person" },
    ...{ promisedDay: day("Thu 2026-11-26"), ...person("Mon 2026-11-23 09:00") },
  }),
  received("<thanks@elmbend.example>", "Mon 2026-11-23 10:00"),
  fact(inquiryId("<thanks@elmbend.example>"), {
    ...{ kind: "excluded", reason: "thanks", ...person("Mon 2026-11-23 11:00") },
  }),
  replied("<never-arrived@elmbend.example>", "Tue 2026-11-24 09:00"),
  ...Array.from({ length: 600 }, (_, n) => received(`<many-${n}@elmbend.example>`, "Tue 2026-11-24 10:00")),
];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-export-"));
  database = await databaseFile(path.join(folder, "town.db"), facts);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function exported(...args: readonly string[]): Promise<string> {
  const { status, output, errors } = await civicreply(["export", "--database", database, ...args], "", testNow);
  expect([status, errors]).toEqual([0, ""]);
  return output;
}

function rows(csv: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = csv.trimEnd().split("\r\n");
  const cells = (line: string) => line.split(",").map((cell) => cell.replaceAll('"', "").replace(/^'/, ""));
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, n) => [names[n] ?? "", cell])));
}

test("json is every fact, one a line, as it was told", async () => {
  const lines = (await exported("--format", "json")).trimEnd().split("\n");
  const found = lines.map((line) => JSON.parse(line) as Fact);
  const order = (all: readonly Fact[]) => all.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
  expect(order(found)).toEqual(order(facts));
});

test("from it the service's own figures are worked out again", async () => {
  const store = await openSqlite(path.join(folder, "town.db.workshop"));
  const { rules } = town();
  const question = { rules, department: "planning", now: testNow, weeks: 4, sampleData: false };
  const asked = {
    departments: ["planning"],
    figures: figuresAsked,
    from: day("Mon 2026-01-05"),
    to: day("Fri 2027-01-01"),
  };
  const figures = figuresFrom(await store.counted(asked, rules.calendar.localDay(testNow), testNow), question);
  await store.close();

  const args = ["--facts", file(await exported("--format", "json")), "--policy", file(JSON.stringify(townPolicy))];
  const { lines, status } = await civicreply(["figures", "--ndjson", "--department", "planning", ...args], "", testNow);
  const again = new Map((lines() as { figure: string; value: number }[]).map(({ figure, value }) => [figure, value]));
  expect(status).toBe(0);
  for (const name of ["open", "overdue", "dueToday", "replied", "excluded", "oldestOpenDays"] as const)
    expect([name, again.get(name)]).toEqual([name, figures[name]]);
  expect([again.get("compliance.met"), again.get("compliance.due")]).toEqual([
    figures.compliance.met,
    figures.compliance.due,
  ]);
  expect(figures).toMatchObject({ compliance: { met: 2, due: 3 }, overdue: 1, excluded: 1 });
});

test("csv is a row for each inquiry that arrived, in columns that docs/export.md explains", async () => {
  const found = new Map(rows(await exported("--format", "csv")).map((row) => [row["inquiry"], row]));
  expect(found.size).toBe(604);
  expect(found.get(inquiryId("<held@elmbend.example>"))).toEqual({
    ...{ inquiry: inquiryId("<held@elmbend.example>"), channel: "email", department: "planning", datedBy: "planning" },
    ...{ receivedDay: "2026-11-20", receivedAt: "2026-11-20T16:00:00Z", timeSource: "exchange" },
    ...{ dueDay: "2026-11-24", dueAt: "2026-11-24T22:30:00Z", announcedDueDay: "" },
    ...{ dueBefore: "", dueAfter: "", recalculatedAt: "" },
    ...{ metAt: "2026-11-23T15:00:00Z", metBy: "holding", metWay: "phone", replyMinutes: "420" },
    ...{ outcome: "repliedOnTime", excluded: "", excludedAfterDue: "false", acknowledgedAt: "", closedAt: "" },
    ...{ promisedDay: "2026-11-26", promiseKept: "", compliments: "0", policyVersion: "2026-1" },
  });
  expect(found.get(inquiryId("<overdue@elmbend.example>"))).toMatchObject({ outcome: "openOverdue", metAt: "" });
  expect(found.get(inquiryId("<thanks@elmbend.example>"))).toMatchObject({ outcome: "", excluded: "thanks" });
  const documented = await readFile("docs/export.md", "utf8");
  for (const name of columnNames) expect(documented).toContain(`| \`${name}\` `);
});

test("each inquiry goes by the policy that was in force for it", async () => {
  const changed = await databaseFile(path.join(folder, "changed.db"), facts, async (store) => {
    await store.adopt(townWith({ version: "2026-2" }), testNow);
  });
  const { output } = await civicreply(["export", "--format", "csv", "--database", changed], "", testNow);
  const versions = new Map(rows(output).map((row) => [row["inquiry"], row["policyVersion"]]));
  expect(versions.get(inquiryId("<answered@elmbend.example>"))).toBe("2026-1");
  expect(versions.get(inquiryId("<many-1@elmbend.example>"))).toBe("2026-2");
});

test("days of receipt, both included, say which inquiries", async () => {
  const of = async (...args: readonly string[]) => rows(await exported("--format", "csv", ...args)).length;
  expect(await of("--from", "2026-11-18", "--to", "2026-11-20")).toBe(2);
  expect(await of("--to", "2026-11-17")).toBe(1);
  expect(await of("--from", "2026-11-24")).toBe(600);
  expect((await exported("--format", "json", "--to", "2026-11-17")).trimEnd().split("\n")).toHaveLength(2);
});

test("a byte order mark comes only when it is asked for", async () => {
  expect((await exported("--format", "csv")).startsWith('"inquiry"')).toBe(true);
  expect((await exported("--format", "csv", "--bom")).startsWith('\uFEFF"inquiry"')).toBe(true);
});

test("a policy version that a spreadsheet would calculate is no formula", async () => {
  const odd = await databaseFile(path.join(folder, "odd.db"), [], async (store) => {
    await store.adopt(townWith({ version: '=HYPERLINK("https://elmbend.example")' }), testNow);
    await store.add([received("<new@elmbend.example>", "Wed 2026-11-25 13:00")], { at: testNow, policyVersion: "=" });
  });
  const { output } = await civicreply(["export", "--format", "csv", "--database", odd], "", testNow);
  expect(output).toContain(`,"'=HYPERLINK(""https://elmbend.example"")"\r\n`);
});

test("a name put into any text of any fact is refused, and is in no export", async () => {
  const known = inquiryId("<named@elmbend.example>");
  const said = { at: at("Mon 2026-11-23 10:00"), saidAt: at("Mon 2026-11-23 10:00"), by: "rule" } as const;
  const hash = inquiryId("<other@elmbend.example>") as string as Fact["id"];
  const observations: readonly Observation[] = [
    { ...said, kind: "received", channel: "email", department: "parks", mailboxKind: "shared", timeSource: "header" },
    {
      ...{ ...said, kind: "replied", replyKind: "part", way: "letter", seenIn: "send" },
      promisedDay: day("Fri 2026-11-27"),
    },
    { ...said, kind: "excluded", reason: "thanks" },
    { ...said, kind: "included" },
    { ...said, kind: "channelSet", channel: "voicemail" },
    { ...said, kind: "departmentSet", department: "parks" },
    { ...said, kind: "receivedSet", receivedAt: said.at },
    { ...said, kind: "returned", reply: hash },
    { ...said, kind: "retracted", fact: hash },
    { ...said, kind: "claimed", until: testNow },
    { ...said, kind: "compliment" },
  ];
  const good = observations.map((one) => fact(known, one));
  const names = ["Ada Lovelace", "ada.lovelace@elmbend.example", "AdaLovelace", "Adélaïde"];
  const named = good.flatMap((one) => {
    const texts = Object.entries(one).filter(([field, value]) => typeof value === "string" && field !== "id");
    // Each under the name that the hash of its content gives it, so that nothing but the name is wrong.
    return [...texts.map(([field]) => field), "subject", "note", "from"].flatMap((field) =>
      names.map((name) => {
        const spoilt = { ...one, [field]: name };
        return { ...spoilt, id: fact(spoilt.inquiry, spoilt).id };
      }),
    );
  });
  const place = path.join(folder, "named.db");
  const store = await openSqlite(place);
  await store.adopt(town(), testNow);
  const { ask, close } = await testApp({ store });
  const told = [...named, ...good];
  const taken: boolean[] = [];
  for (let from = 0; from < told.length; from += 100) {
    const payload = { facts: told.slice(from, from + 100) };
    const answer = await ask("employee", { url: "/api/facts", method: "POST", payload });
    taken.push(...answer.json<{ answers: { taken: boolean }[] }>().answers.map((one) => one.taken));
  }
  await close();
  await store.close();
  expect(named.length).toBeGreaterThan(200);
  expect(taken).toEqual([...named.map(() => false), ...good.map(() => true)]);
  for (const format of ["csv", "json"]) {
    const { output, status } = await civicreply(["export", "--format", format, "--database", place], "", testNow);
    expect([status, output.includes(known)]).toEqual([0, true]);
    expect(output).not.toMatch(/lovelace|adélaïde/i);
  }
});
