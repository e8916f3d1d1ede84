/** Figures by person: only where the policy turns them on, and to nobody else than may see them. */
import { PassThrough } from "node:stream";
import { afterEach, expect, test } from "@jest/globals";
import type { Fact } from "../../../src/domain/inquiry/fact.ts";
import { instant, type Instant } from "../../../src/domain/time.ts";
import { serviceLog } from "../../../src/server/log.ts";
import { prometheusMetrics } from "../../../src/server/metrics.ts";
import { routes } from "../../../src/server/routes/table.ts";
import { at } from "../../support/time.ts";
import { people, type TestApp, testApp, type Who } from "../support/app.ts";
import { expectDocumented } from "../support/documented.ts";
import type { Claims } from "../support/issuer.ts";
import { inquiryId, received, replied, townWith } from "../support/town.ts";

const on = townWith({ privacy: { namedFigures: { announced: "2026-11-02", from: "2026-11-16" } } });
const ada = { oid: "0aada000-0000-4000-8000-000000000001", name: "Ada Ames" };
const ben = { oid: "0bben000-0000-4000-8000-000000000002", name: "Ben Bell" };

/** As of Monday, after the week in which they replied. */
const later = at("Mon 2026-11-23 09:00");

let service: TestApp;
let now: Instant;
let logged: string;

async function open(policy = on): Promise<void> {
  const lines = new PassThrough();
  logged = "";
  lines.on("data", (line: Buffer) => {
    logged += line.toString();
  });
  now = at("Mon 2026-11-02 08:00");
  service = await testApp({ policy, log: serviceLog("debug", lines), metrics: prometheusMetrics() }, () => now);
  now = later;
}

afterEach(() => service.close());

async function ask(claims: Claims, url: string, payload?: object) {
  // Tokens are of another day than the service's clock here.
  const iat = Math.floor(now / 1000);
  const token = await service.issuer.token({ iat, nbf: iat, exp: iat + 600, ...claims });
  const method = payload === undefined ? "GET" : "POST";
  const answer = await service.app.inject({
    ...{ method, url, headers: { authorization: `Bearer ${token}` } },
    ...(payload === undefined ? {} : { payload }),
  });
  expectDocumented(method, url, answer);
  return answer;
}

async function tell(who: Claims, facts: readonly Fact[], own: boolean): Promise<void> {
  const answer = await ask(who, "/api/facts", { facts, own: facts.map(() => own) });
  expect(answer.json().answers.every(({ taken }: { taken: boolean }) => taken)).toBe(true);
}

/** Two in planning, in time and late; one in parks; and one of before the day. */
async function replyAround(): Promise<void> {
  const inbound = (name: string, when: string, department = "planning") =>
    received(`<${name}@elmbend.example>`, when, { department });
  await tell(ben, [inbound("one", "Mon 2026-11-16 09:00"), inbound("two", "Mon 2026-11-16 09:00")], false);
  await tell(ben, [inbound("three", "Mon 2026-11-16 09:00", "parks"), inbound("old", "Fri 2026-11-13 09:00")], false);
  const [one, two] = [replied("<one@elmbend.example>", "Tue 2026-11-17 09:00"), "Thu 2026-11-19 09:00"];
  await tell(ada, [one, replied("<two@elmbend.example>", two)], true);
  await tell(ben, [replied("<three@elmbend.example>", "Tue 2026-11-17 09:00")], true);
  await tell(ada, [replied("<old@elmbend.example>", "Sun 2026-11-15 23:59")], true);
}

const adasLine = { name: "Ada Ames", replied: 2, inTime: 1, late: 1 };
const bensLine = { name: "Ben Bell", replied: 1, inTime: 1, late: 0 };

test("each person's replies of the last whole weeks are told to those who may see the department", async () => {
  await open();
  await replyAround();
  const days = { from: "2026-10-26", to: "2026-11-22", namedFrom: "2026-11-16" };
  const planning = await ask(people.supervisor, "/api/persons?department=planning");
  expect(planning.json()).toEqual({ ...days, department: "planning", persons: [adasLine] });
  expect((await ask(people.supervisor, "/api/persons")).json().persons).toEqual([adasLine]);
  expect((await ask(people.reviewer, "/api/persons?period=week")).json()).toMatchObject({
    ...{ from: "2026-11-16", department: null, persons: [adasLine, bensLine] },
  });
  expect((await ask(people.parksSupervisor, "/api/persons?department=planning")).statusCode).toBe(403);
});

test("a person sees the own line and no other, and who looked at figures by person", async () => {
  await open();
  await replyAround();
  const own = { namedFrom: "2026-11-16", figures: { replied: 2, inTime: 1, late: 1 } };
  expect((await ask(ada, "/api/me/figures")).json()).toMatchObject(own);
  const nothing = { replied: 0, inTime: 0, late: 0 };
  expect((await ask({ oid: "somebody" }, "/api/me/figures")).json().figures).toEqual(nothing);
  for (const url of ["/api/persons", "/api/persons?period=week"])
    await ask({ ...people.supervisor, name: "Sam Sill" }, url);
  const { entries } = (await ask(ada, "/api/audit?department=planning")).json();
  const looks = entries.filter(({ deed }: { deed: string }) => deed === "personsLooked");
  expect(looks).toMatchObject([{ by: "Sam Sill", department: "planning" }]);
});

test("where the policy does not turn them on nothing is kept of anybody, whatever a pane says", async () => {
  await open(townWith({}));
  await replyAround();
  const off = { namedFrom: null, persons: [] };
  expect((await ask(people.reviewer, "/api/persons")).json()).toMatchObject(off);
  expect((await ask(ada, "/api/me/figures")).json()).toMatchObject({ namedFrom: null, figures: null });
  const everybody = { departments: null, from: instant(0), before: later, oid: null };
  expect(await service.store.persons(everybody)).toEqual([]);
  expect((await ask(ada, "/api/audit")).json().entries).toEqual(
    expect.not.arrayContaining([expect.objectContaining({ deed: "personsLooked" })]),
  );
});

test("an administrator erases a person, and the list of deeds does not say whom", async () => {
  await open();
  await replyAround();
  const erased = await ask(people.administrator, "/api/persons/erasures", { oid: ada.oid });
  expect(erased.json()).toEqual({ inquiries: 2 });
  await tell(ada, [replied("<one@elmbend.example>", "Tue 2026-11-17 09:00")], true);
  expect((await ask(people.administrator, "/api/persons")).json().persons).toEqual([bensLine]);
  const audit = (await ask(people.employee, "/api/audit")).body;
  expect(audit).toContain("personErased");
  expect(audit).not.toContain(ada.oid);
});

test("who replied is in no other answer, log or metric, and in none to somebody who may not see it", async () => {
  await open();
  await replyAround();
  const urls = Object.values(routes)
    .filter(({ method }) => method === "GET")
    .map(({ address }) => (address.includes("series") ? `${address}?from=2026-11-09&to=2026-11-22` : address));
  const told: string[] = [];
  for (const who of Object.keys(people) as Who[]) {
    for (const url of urls) {
      const { body } = await ask({ ...people[who], oid: "asker" }, url);
      if (/Ada Ames|Ben Bell|0aada|0bben/.test(body)) told.push(`${who} ${url}`);
    }
    const ids = ["one", "two", "three"].map((name) => inquiryId(`<${name}@elmbend.example>`));
    const { body } = await ask(people[who], "/api/inquiries", { inquiries: ids });
    expect(body).not.toMatch(/Ada Ames|Ben Bell|0aada|0bben/);
  }
  const mayLook = ["supervisor", "parksSupervisor", "reviewer", "administrator"];
  expect(told.sort()).toEqual(mayLook.map((who) => `${who} /api/persons`).sort());
  expect(logged).toContain("/api/");
  expect(logged).not.toMatch(/Ada Ames|Ben Bell|0aada|0bben/);
});
