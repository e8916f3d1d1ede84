/** An auditor takes figures back to the messages' times, the clause and the rule, with the command alone. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Fact, FactId, InquiryId, Observation } from "../../src/domain/inquiry/fact.ts";
import { factContent } from "../../src/domain/inquiry/factId.ts";
import { at, day } from "../support/time.ts";
import { file } from "./policies.ts";
import { civicreply } from "./run.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url");
const fact = (inquiry: string, observation: Observation): Fact => ({
  ...observation,
  id: hash(factContent(observation)) as FactId,
  inquiry: hash(inquiry) as InquiryId,
});
const when = (text: string, by: "rule" | "person" = "rule") => ({ at: at(text), saidAt: at(text), by });
const received = (inquiry: string, text: string, channel = "email"): Fact =>
  fact(inquiry, {
    ...{ kind: "received", channel, department: null, mailboxKind: "shared", timeSource: "exchange" },
    ...when(text),
  });
const replied = (inquiry: string, text: string, replyKind: "holding" | "answer" | "acknowledgement"): Fact =>
  fact(inquiry, { kind: "replied", replyKind, way: "email", seenIn: "sentItems", ...when(text) });

const facts: readonly Fact[] = [
  received("held", "Fri 2026-11-20 10:00"),
  fact("held", {
    ...{ kind: "replied", replyKind: "holding", way: "email", seenIn: "sentItems" },
    ...{ promisedDay: day("Thu 2026-11-26"), ...when("Mon 2026-11-23 09:00") },
  }),
  received("late", "Mon 2026-11-16 10:00"),
  replied("late", "Fri 2026-11-20 09:00", "answer"),
  replied("late", "Mon 2026-11-23 09:00", "answer"),
  received("open", "Tue 2026-11-17 20:00"),
  replied("open", "Wed 2026-11-18 09:00", "acknowledgement"),
  received("thanked", "Wed 2026-11-18 10:00", "letter"),
  fact("thanked", { kind: "excluded", reason: "thanks", ...when("Wed 2026-11-18 11:00", "person") }),
];
const now = at("Tue 2026-11-24 12:00");
const asList = file(JSON.stringify(facts));
const asLines = file(facts.map((one) => JSON.stringify(one)).join("\n"));

interface Told {
  readonly inquiry: string;
  readonly [field: string]: unknown;
}

describe("explain --facts", () => {
  const told = async (...args: readonly string[]): Promise<ReadonlyMap<string, Told>> => {
    const { lines } = await civicreply(["explain", "--ndjson", ...args], "", now);
    return new Map((lines() as readonly Told[]).map((one) => [one.inquiry, one]));
  };

  test("says of each inquiry where it stands, its date's chain with the clause, and which reply met it and why", async () => {
    const all = await told("--facts", asList);
    expect(all.size).toBe(4);
    expect(all.get(hash("held"))).toMatchObject({
      ...{ state: "promised", outcome: "repliedOnTime", closed: false, promise: { day: "2026-11-26", kept: null } },
      met: { fact: facts[1]!.id, at: "2026-11-23T15:00:00Z", replyKind: "holding", because: "counting.met" },
      explanation: {
        ...{ receivedAt: "2026-11-20T16:00:00Z", dayZero: "2026-11-20", clause: "AP-1077-23 §5.1(a)" },
        ...{ due: { dueAt: "2026-11-24T22:30:00Z" }, rule: expect.stringContaining("second business day") },
      },
      restsOn: [{ id: facts[0]!.id, kind: "received", happened: "2026-11-20T16:00:00Z" }, { id: facts[1]!.id }],
    });
    expect(all.get(hash("late"))).toMatchObject({
      ...{ state: "repliedLate", outcome: "repliedLate" },
      met: { replyKind: "answer", because: "replyTable" },
      setAside: [{ id: facts[4]!.id }],
    });
    expect(all.get(hash("open"))).toMatchObject({ outcome: "openOverdue", met: null });
    expect(all.get(hash("thanked"))).toMatchObject({
      ...{ state: "excluded", outcome: null },
      excluded: { reason: "thanks", by: "person", fact: facts[8]!.id, afterDue: false },
    });
  });

  test("reads a list, lines, and what was sent to the service alike", async () => {
    const sent = file(JSON.stringify({ facts }));
    const fromList = await told("--facts", asList);
    expect(await told("--facts", asLines)).toEqual(fromList);
    expect(await told("--facts", sent)).toEqual(fromList);
  });

  test("as of an earlier moment it knows nothing of what came later", async () => {
    const earlier = await told("--facts", asList, "--at", "2026-11-20 12:00");
    expect(earlier.get(hash("held"))).toMatchObject({ state: "onTrack", met: null });
    expect((await told("--facts", asList, "--at", "2026-11-16 12:00")).size).toBe(1);
  });

  test("in words it prints the chain, the reply that counts, and each fact with its id", async () => {
    const { output, status } = await civicreply(["explain", "--facts", asList], "", now);
    expect(status).toBe(0);
    for (const line of [
      `Inquiry ${hash("held")}: response time met, open as a promise`,
      "  Reply due Tuesday, November 24, by 4:30 p.m.",
      "  Clause: AP-1077-23 §5.1(a).",
      `  Response time met by a holding reply, Mon, Nov 23, 9:00 a.m., which counting.met counts (${facts[1]!.id}).`,
      "  Promised for Thursday, November 26: open.",
      "  No reply has met the response time.",
      "  Outcome: open and overdue; it counts as not met.",
      `  Taken off the clock: thanks (${facts[8]!.id}).`,
    ])
      expect(output.split("\n")).toContain(line);
    for (const { id } of facts) expect(output).toContain(id);
  });

  test("in French too", async () => {
    const { output } = await civicreply(["explain", "--facts", asList, "--language", "fr"], "", now);
    expect(output).toContain(`Demande ${hash("open")} : ouverte, en retard`);
    expect(output).toContain("Délai respecté par une réponse d’attente, lun. 23 nov., 9 h, que counting.met compte");
  });

  test("a channel without a response time is said to be measured, never due", async () => {
    const okotoks = "assets/policies/okotoks.json";
    const all = await told("--facts", asList, "--policy", okotoks);
    expect(all.get(hash("open"))).toMatchObject({ state: "noDate", explanation: { due: null } });
  });

  test("what is no fact, or not what its id says, is answered in its place, and the rest goes on", async () => {
    const forged = { ...facts[2]!, at: facts[2]!.at + 1 };
    const odd = [facts[0], forged, { ...facts[3], replyKind: "letter" }, "x", { ...facts[5], at: 9e15, saidAt: 9e15 }];
    const path = file(odd.map((one) => (one === "x" ? "x" : JSON.stringify(one))).join("\n"));
    const { status, lines } = await civicreply(["explain", "--facts", path, "--ndjson"], "", now);
    expect(status).toBe(1);
    expect(lines()).toMatchObject([
      { id: forged.id, error: "fact 2: id: The id is not the hash of the fact's content." },
      { id: facts[3]!.id, error: expect.stringContaining("fact 3: replyKind is not what a fact holds there") },
      { id: null, error: expect.stringContaining("fact 4: it is not what a fact holds there") },
      { id: facts[5]!.id, error: expect.stringContaining("fact 5: at lies outside the years 2000 to 2199") },
      { inquiry: hash("held") },
    ]);
  });

  test.each([
    [["--facts", "nowhere.json"], "there is no such file", 1],
    [["--facts", file("[]")], "the file holds no facts", 1],
    [["--facts", asList, "--at", "soon"], '--at is "soon": write an instant', 1],
    [["--facts", asList, "--received", "2026-11-20 12:00"], "not both", 2],
  ])("%j is refused with a sentence", async (args, sentence, expected) => {
    const { status, errors } = await civicreply(["explain", ...args], "", now);
    expect([status, errors]).toEqual([expected, expect.stringContaining(sentence)]);
  });
});

describe("figures", () => {
  const figures = async (...args: readonly string[]): Promise<ReadonlyMap<string, object>> => {
    const { lines } = await civicreply(["figures", "--facts", asLines, "--ndjson", ...args], "", now);
    return new Map((lines() as readonly { figure: string }[]).map(({ figure, ...rest }) => [figure, rest]));
  };

  test("each figure stands with the inquiries behind it", async () => {
    const all = await figures();
    expect(all.get("compliance.due")).toEqual({
      value: 3,
      inquiries: [hash("held"), hash("late"), hash("open")],
    });
    expect(all.get("compliance.met")).toEqual({ value: 1, inquiries: [hash("held")] });
    expect(all.get("overdue")).toEqual({ value: 1, inquiries: [hash("open")] });
    expect(all.get("channels.email.overdue")).toEqual({ value: 1, inquiries: [hash("open")] });
    expect(all.get("excluded")).toEqual({ value: 1, inquiries: [hash("thanked")] });
    expect(all.get("replyTimes.medianMinutes")).toEqual({ value: null, inquiries: [hash("late")] });
  });

  test("are as of a moment, of a department, over so many weeks", async () => {
    expect((await figures("--at", "2026-11-18 12:00")).get("overdue")).toEqual({ value: 0, inquiries: [] });
    expect((await figures("--weeks", "1", "--at", "2026-11-30 12:00")).get("compliance.due")).toMatchObject({
      value: 1,
    });
    const city = JSON.parse(readFileSync("assets/policies/spruce-grove.json", "utf8")) as object;
    const policy = file(JSON.stringify({ ...city, departments: { rink: { name: "Rink" } } }));
    expect((await figures("--policy", policy, "--department", "rink")).get("open")).toMatchObject({ value: 0 });
  });

  test("are said in words in either language", async () => {
    const { output } = await civicreply(["figures", "--facts", asList], "", now);
    expect(output).toContain("Figures of all departments as of Tue, Nov 24, noon, for 4 weeks that end then.");
    expect(output).toContain(`Overdue: 1\n  ${hash("open")}\n`);
    expect(output).toContain("E-mail: Overdue: 1\n");
    const french = await civicreply(["figures", "--facts", asList, "--language", "fr"], "", now);
    expect(french.output).toContain(`En retard : 1\n  ${hash("open")}\n`);
  });

  test.each([
    [["--weeks", "0"], "--weeks takes"],
    [[], "--facts FILE"],
  ])("%j: refused", async (args, sentence) => {
    const { status, errors } = await civicreply([
      "figures",
      ...(args.length === 0 ? [] : ["--facts", asList]),
      ...args,
    ]);
    expect([status, errors]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
