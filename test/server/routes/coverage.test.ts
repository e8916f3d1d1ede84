import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { CoverageReport } from "../../../src/contract/coverage.ts";
import { problemSchema } from "../../../src/contract/problem.ts";
import type { Coverage } from "../../../src/domain/timeliness/statistics.ts";
import { namedUnder } from "../../../src/server/identity/inquiryKey.ts";
import { at } from "../../support/time.ts";
import { type TestApp, testApp, type Who } from "../support/app.ts";
import { testNow } from "../support/issuer.ts";
import { planningMailbox } from "../support/town.ts";

let service: TestApp;

beforeEach(async () => {
  service = await testApp();
});

afterEach(() => service.close());

const idOf = (address: string) => namedUnder("A".repeat(43), address);

function personal(address: string, change: Partial<CoverageReport> = {}): CoverageReport {
  const nobodys = { kind: "personal", name: null, department: null } as const;
  return { mailbox: idOf(address), ...nobodys, lookedThrough: testNow, watching: true, ...change };
}

function planning(change: Partial<CoverageReport> = {}): CoverageReport {
  return personal(planningMailbox, { kind: "shared", name: planningMailbox, department: "planning", ...change });
}

const put = (payload: object, language = "en") =>
  service.ask("employee", {
    url: "/api/coverage",
    method: "PUT",
    payload,
    headers: { "accept-language": language },
  });

async function coverage(who: Who, query = ""): Promise<Coverage> {
  return (await service.ask(who, { url: `/api/statistics${query}` })).json<{ coverage: Coverage }>().coverage;
}

test("what panes said of their mailboxes is what the figures rest on", async () => {
  for (const report of [
    personal("ada@elmbend.example", { department: "planning" }),
    personal("bo@elmbend.example", { department: "planning", watching: false }),
    personal("cy@elmbend.example"),
    planning({ lookedThrough: at("Mon 2026-11-23 09:00") }),
  ])
    expect((await put(report)).statusCode).toBe(204);
  const unseen = [{ name: planningMailbox, lookedThrough: at("Mon 2026-11-23 09:00") }];
  expect(await coverage("supervisor", "?department=planning")).toEqual({ known: 3, seen: 1, stopped: 1, unseen });
  expect(await coverage("supervisor")).toEqual({ known: 3, seen: 1, stopped: 1, unseen });
  expect(await coverage("reviewer")).toEqual({ known: 4, seen: 2, stopped: 1, unseen });
  expect(await coverage("reviewer", "?department=parks")).toEqual({ known: 0, seen: 0, stopped: 0, unseen: [] });
});

test("of two panes the later look counts, whichever spoke last, and so does the switch as said last", async () => {
  await put(planning());
  await put(planning({ lookedThrough: at("Mon 2026-11-02 09:00") }));
  expect((await coverage("supervisor")).seen).toBe(1);
  await put(personal("ada@elmbend.example", { department: "planning" }));
  await put(personal("ada@elmbend.example", { department: "planning", watching: false, lookedThrough: null }));
  expect(await coverage("supervisor")).toMatchObject({ known: 2, seen: 1, stopped: 1 });
  await put(personal("ada@elmbend.example", { department: "planning" }));
  expect(await coverage("supervisor")).toMatchObject({ known: 2, seen: 2, stopped: 0 });
});

describe("coverage is refused when", () => {
  const wrong: readonly (readonly [string, string, object])[] = [
    [
      "a shared mailbox is not the policy's",
      "name",
      planning({ name: "ada@elmbend.example", mailbox: idOf("ada@elmbend.example") }),
    ],
    ["a shared mailbox has another's id", "mailbox", planning({ mailbox: idOf("ada@elmbend.example") })],
    ["a shared mailbox is said to be another department's", "department", planning({ department: "parks" })],
    ["a shared mailbox is said to be nobody's", "department", planning({ department: null })],
    ["a personal mailbox is named", "name", personal("ada@elmbend.example", { name: "ada@elmbend.example" })],
    ["its department is not the policy's", "department", personal("ada@elmbend.example", { department: "space" })],
    [
      "it was looked through in the future",
      "lookedThrough",
      personal("ada@elmbend.example", { lookedThrough: at("Wed 2026-11-25 12:06") }),
    ],
    ["its mailbox is an address", "mailbox", personal("", { mailbox: "ada@elmbend.example" })],
    ["it carries a person", "person", { ...personal("ada@elmbend.example"), person: "Ada" }],
  ];

  test.each(wrong)("%s", async (_why, field, report) => {
    const answer = await put(report);
    expect(answer.statusCode).toBe(400);
    expect(problemSchema.parse(answer.json())).toMatchObject({ field });
    expect(await service.store.covered()).toEqual([]);
  });
});

test("the refusal of an unknown shared mailbox is said in the caller's language", async () => {
  const report = planning({ name: "space@elmbend.example", mailbox: idOf("space@elmbend.example") });
  expect((await put(report, "fr")).json()).toMatchObject({
    detail: "La politique ne nomme pas cette boîte partagée.",
  });
});

test("nothing of who said it is kept, and no address", async () => {
  await put(planning());
  expect(await service.store.covered()).toEqual([
    {
      mailbox: idOf(planningMailbox),
      kind: "shared",
      department: "planning",
      lookedThrough: testNow,
      watching: true,
      saidAt: testNow,
    },
  ]);
});
