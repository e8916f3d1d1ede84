import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { currentPolicy } from "../../../src/server/currentPolicy.ts";
import { type TestApp, testApp, type Who } from "../support/app.ts";
import { planningMailbox, townPolicy } from "../support/town.ts";

let service: TestApp;

beforeAll(async () => {
  const parks = { name: "Parks", names: { fr: "Parcs" } };
  const read = currentPolicy({ ...townPolicy, departments: { ...townPolicy.departments, parks } });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  service = await testApp({ policy: read.value });
});

afterAll(() => service.close());

async function seen(who: Who, language = "en"): Promise<unknown> {
  const answer = await service.ask(who, { url: "/api/departments", headers: { "accept-language": language } });
  expect(answer.headers["cache-control"]).toBe("no-store");
  return answer.json<{ departments: unknown }>().departments;
}

const planning = { id: "planning", name: "Planning", mailboxes: [planningMailbox] };
const parks = { id: "parks", name: "Parks", mailboxes: [] };

test("a supervisor chooses among the own departments, with their shared mailboxes", async () => {
  expect(await seen("supervisor")).toEqual([planning]);
  expect(await seen("parksSupervisor")).toEqual([parks]);
});

test("reviewers and administrators choose among all, in the policy's order", async () => {
  expect(await seen("reviewer")).toEqual([planning, parks]);
  expect(await seen("administrator")).toEqual([planning, parks]);
});

test("whoever may see no figures has nothing to choose", async () => {
  expect(await seen("employee")).toEqual([]);
  expect(await seen("supervisorWithoutDepartment")).toEqual([]);
});

test("a department goes by its name in the caller's language, where the policy has one", async () => {
  expect(await seen("reviewer", "fr-CA")).toEqual([planning, { ...parks, name: "Parcs" }]);
});
