import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type FactAnswer, factAnswersSchema } from "../../../src/contract/facts.ts";
import type { Fact, FactId } from "../../../src/domain/inquiry/fact.ts";
import { at, day } from "../../support/time.ts";
import { type TestApp, testApp } from "../support/app.ts";
import { testNow } from "../support/issuer.ts";
import { fact, inquiryId, received, replied } from "../support/town.ts";

let service: TestApp;

beforeEach(async () => {
  service = await testApp();
});

afterEach(() => service.close());

async function report(...facts: unknown[]): Promise<readonly FactAnswer[]> {
  const answer = await service.ask("employee", { url: "/api/facts", method: "POST", payload: { facts } });
  expect(answer.statusCode).toBe(200);
  return factAnswersSchema.parse(answer.json()).answers;
}

async function states(...inquiries: string[]): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const answer = await service.ask("employee", { url: "/api/inquiries", method: "POST", payload: { inquiries } });
  return answer.json<{ inquiries: Record<string, unknown[]> }>().inquiries;
}

const id = inquiryId("<letter@elmbend.example>");
const said = { at: at("Mon 2026-11-23 10:00"), saidAt: at("Mon 2026-11-23 10:00"), by: "person" } as const;

test("each fact is answered in the order of the request, and is there afterwards", async () => {
  const [first, second] = [received("<one@elmbend.example>"), replied("<one@elmbend.example>", "Tue 2026-11-24 09:00")];
  expect(await report(first, second)).toEqual([
    { id: first.id, inquiry: first.inquiry, taken: true },
    { id: second.id, inquiry: second.inquiry, taken: true },
  ]);
  const found = (await states(first.inquiry))[first.inquiry];
  expect(found).toHaveLength(2);
  expect(found).toEqual(expect.arrayContaining([first, second]));
});

test("a refused fact refuses only itself, and says which field and why", async () => {
  const good = received("<good@elmbend.example>");
  const unknown = received("<bad@elmbend.example>", "Mon 2026-11-23 10:00", { channel: "carrier-pigeon" });
  const answers = await report(unknown, good, 17);
  expect(answers).toEqual([
    {
      id: unknown.id,
      inquiry: unknown.inquiry,
      taken: false,
      problem: { field: "channel", message: "The policy has no channel “carrier-pigeon”." },
    },
    { id: good.id, inquiry: good.inquiry, taken: true },
    { id: "", inquiry: "", taken: false, problem: { field: "", message: expect.any(String) } },
  ]);
  expect(Object.keys(await states(good.inquiry, unknown.inquiry))).toEqual([good.inquiry]);
});

test("a repeated fact is answered as taken and counts once", async () => {
  const one = received("<twice@elmbend.example>");
  for (const round of [await report(one, one), await report(one)])
    expect(round.every((answer) => answer.taken)).toBe(true);
  expect((await states(one.inquiry))[one.inquiry]).toHaveLength(1);
});

test("colleagues' facts of one inquiry come together, and unknown inquiries are left out", async () => {
  const inbound = received("<shared@elmbend.example>");
  const reply = replied("<shared@elmbend.example>", "Tue 2026-11-24 09:00");
  await report(reply);
  await report(inbound);
  const found = await states(inbound.inquiry, inquiryId("<never@elmbend.example>"));
  expect(Object.keys(found)).toEqual([inbound.inquiry]);
  expect(found[inbound.inquiry]).toHaveLength(2);
});

describe("a fact is refused when", () => {
  const wrong: readonly (readonly [string, string, Fact | Record<string, unknown>])[] = [
    ["its id is not the hash of its content", "id", { ...received("<x@elmbend.example>"), id: "A".repeat(43) }],
    ["its content was changed under its id", "id", { ...received("<x@elmbend.example>"), department: "parks" }],
    ["it happened in the future", "at", received("<x@elmbend.example>", "Wed 2026-11-25 12:06")],
    ["it happened before the year 2000", "at", received("<x@elmbend.example>", "Fri 1999-12-31 10:00")],
    [
      "it was said in the future",
      "saidAt",
      received("<x@elmbend.example>", "Mon 2026-11-23 10:00", { saidAt: at("Thu 2026-11-26 10:00") }),
    ],
    ["its channel is not the policy's", "channel", fact(id, { ...said, kind: "channelSet", channel: "fax" })],
    [
      "its channel is a word of the language",
      "channel",
      fact(id, { ...said, kind: "channelSet", channel: "constructor" }),
    ],
    [
      "its department is not the policy's",
      "department",
      received("<x@elmbend.example>", "Mon 2026-11-23 10:00", { department: "space" }),
    ],
    [
      "it hands over to a department that is not the policy's",
      "department",
      fact(id, { ...said, kind: "departmentSet", department: "space" }),
    ],
    ["its reason is not on the list", "reason", fact(id, { ...said, kind: "excluded", reason: "boring" })],
    [
      "a letter arrives in the future",
      "receivedAt",
      fact(id, { ...said, kind: "receivedSet", receivedAt: at("Mon 2026-11-30 09:00") }),
    ],
    ["it is claimed for years", "until", fact(id, { ...said, kind: "claimed", until: at("Mon 2035-11-26 09:00") })],
    [
      "it promises a day that does not exist",
      "promisedDay",
      { ...replied("<x@elmbend.example>", "Tue 2026-11-24 09:00"), promisedDay: "2026-02-30" },
    ],
    [
      "it promises a day years away",
      "promisedDay",
      fact(id, {
        ...said,
        kind: "replied",
        replyKind: "holding",
        way: "email",
        seenIn: "send",
        promisedDay: day("Mon 2035-11-26"),
      }),
    ],
    [
      "it carries a field that no fact has",
      "subject",
      { ...received("<x@elmbend.example>"), subject: "About my fence" },
    ],
    ["its time is text", "at", { ...received("<x@elmbend.example>"), at: "2026-11-23" }],
    ["its inquiry is a message id", "inquiry", { ...received("<x@elmbend.example>"), inquiry: "<x@elmbend.example>" }],
    ["its kind is unknown", "kind", { ...received("<x@elmbend.example>"), kind: "forgotten" }],
  ];

  test.each(wrong)("%s", async (_why, field, one) => {
    const [answer] = await report(one);
    expect(answer).toMatchObject({ taken: false, problem: { field } });
    expect(await states(id, inquiryId("<x@elmbend.example>"))).toEqual({});
  });
});

test("a clock that is five minutes ahead is believed", async () => {
  const [answer] = await report(received("<ahead@elmbend.example>", "Wed 2026-11-25 12:05"));
  expect(answer?.taken).toBe(true);
});

test("what the rules excluded, and what a person excluded for a listed reason, is taken", async () => {
  const answers = await report(
    fact(id, { ...said, by: "rule", kind: "excluded", reason: "automatic" }),
    fact(id, { ...said, kind: "excluded", reason: "duplicate" }),
  );
  expect(answers.map((answer) => answer.taken)).toEqual([true, true]);
});

test("a reason for refusing is said in the caller's language", async () => {
  const answer = await service.ask("employee", {
    url: "/api/facts",
    method: "POST",
    payload: { facts: [{ ...received("<x@elmbend.example>"), id: "A".repeat(43) as FactId }] },
    headers: { "accept-language": "fr" },
  });
  expect(answer.json().answers[0].problem.message).toBe("L’identifiant n’est pas l’empreinte du contenu du fait.");
});

test("a batch of 500 is taken whole", async () => {
  const facts = Array.from({ length: 500 }, (_, n) => received(`<batch-${n}@elmbend.example>`));
  const answers = await report(...facts);
  expect(answers.filter((answer) => answer.taken)).toHaveLength(500);
});

test("nothing is answered as taken when the database fails", async () => {
  service.store.add = () => Promise.reject(Object.assign(new Error("disk full"), { code: "SQLITE_FULL" }));
  const answer = await service.ask("employee", {
    url: "/api/facts",
    method: "POST",
    payload: { facts: [received("<lost@elmbend.example>")] },
  });
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ type: "urn:civicreply:problem:databaseUnavailable" });
});

test("the service's own time and policy version are kept beside a fact, and nobody's name", async () => {
  let taking: unknown = null;
  service.store.add = (_facts, beside) => {
    taking = beside;
    return Promise.resolve();
  };
  await report(received("<beside@elmbend.example>"));
  expect(taking).toEqual({ at: testNow, policyVersion: "2026-1" });
});

describe("a single fact", () => {
  const put = (place: { readonly inquiry: string; readonly id: string }, payload: object, language = "en") =>
    service.ask("employee", {
      url: `/api/facts/${place.inquiry}/${place.id}`,
      method: "PUT",
      payload,
      headers: { "accept-language": language },
    });

  test("is taken under its own name, and once however often it is put", async () => {
    const one = received("<single@elmbend.example>");
    for (const answer of [await put(one, one), await put(one, one)]) {
      expect(answer.statusCode).toBe(204);
      expect(answer.body).toBe("");
    }
    expect((await states(one.inquiry))[one.inquiry]).toEqual([one]);
  });

  test("is refused where the address names another one", async () => {
    const [one, other] = [
      received("<single@elmbend.example>"),
      received("<other@elmbend.example>", "Tue 2026-11-24 10:00"),
    ];
    const { inquiry, id: fact } = one;
    const wrongFact = await put({ inquiry, id: other.id }, one);
    expect(wrongFact.json()).toMatchObject({ status: 400, field: "id", type: "urn:civicreply:problem:otherAddress" });
    const wrongInquiry = await put({ inquiry: other.inquiry, id: fact }, one, "fr");
    expect(wrongInquiry.json()).toMatchObject({
      field: "inquiry",
      detail: "L’adresse nomme un autre fait que le contenu.",
    });
    expect(await states(inquiry, other.inquiry)).toEqual({});
  });

  test("is judged as one in a batch is", async () => {
    const late = received("<x@elmbend.example>", "Wed 2026-11-25 12:06");
    const strange = { ...received("<x@elmbend.example>"), subject: "About my fence" };
    for (const [one, field] of [
      [late, "at"],
      [strange, "subject"],
    ] as const) {
      const [inBatch] = await report(one);
      const alone = await put(one, one);
      expect(alone.statusCode).toBe(400);
      const { detail } = alone.json<{ detail: string }>();
      expect(alone.json()).toMatchObject({ field });
      expect(inBatch).toMatchObject({ taken: false, problem: { field, message: detail } });
    }
  });

  test("is a 503 when the database does not answer, so that it is put again", async () => {
    service.store.add = () => Promise.reject(Object.assign(new Error("gone"), { code: "ECONNREFUSED" }));
    const one = received("<single@elmbend.example>");
    expect((await put(one, one)).statusCode).toBe(503);
  });
});
