import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { followPeriods, livePolicy } from "../../../src/server/livePolicy.ts";
import { type TestApp, testApp } from "../support/app.ts";
import { testNow } from "../support/issuer.ts";
import { received, town, townWith } from "../support/town.ts";

let service: TestApp;
const storm = {
  ...{ from: "2026-11-24", to: "2026-11-30", authority: "City Manager", reason: "Snow" },
  responseDays: { email: 4 },
};

beforeEach(async () => {
  service = await testApp();
});

afterEach(() => service.close());

const set = (payload: object, id = "storm") =>
  service.ask("administrator", { method: "PUT", url: `/api/periods/${id}`, payload });

test("a period holds at once, for the policy that panes are served and for what is said in public", async () => {
  const etag = async () => (await service.ask("employee", { url: "/api/policy" })).headers["etag"];
  const before = await etag();
  expect((await set(storm)).json()).toEqual({ moved: 0 });
  expect(await etag()).not.toBe(before);
  const { policy } = (await service.ask("employee", { url: "/api/policy" })).json();
  expect(policy.highVolume).toEqual([{ id: "storm", ...storm }]);
  expect((await service.ask(null, { url: "/standard" })).body).toContain("Snow");
  expect((await service.ask("employee", { url: "/api/periods" })).json().periods).toEqual([
    { id: "storm", ...storm, written: false },
  ]);
  expect((await service.ask("employee", { url: "/api/audit" })).json().entries).toMatchObject([{ deed: "periodSet" }]);
});

test("in it each inquiry counts both ways: by the published standard first, and as announced", async () => {
  await set(storm);
  await service.store.add([received("<in@elmbend.example>", "Tue 2026-11-24 10:00")], {
    ...{ at: testNow, policyVersion: "2026-1" },
  });
  const counts = await service.store.counts({
    ...{ departments: null, figures: ["due", "dueAnnounced"] },
    ...{ from: "2026-11-01" as never, to: "2026-12-31" as never },
  });
  expect(counts.map(({ figure, day }) => `${figure} ${day}`).sort()).toEqual([
    "due 2026-11-26",
    "dueAnnounced 2026-11-30",
  ]);
});

test("it is ended early by another last day", async () => {
  await set(storm);
  await set({ ...storm, to: "2026-11-24" });
  const { periods } = (await service.ask("employee", { url: "/api/periods" })).json();
  expect(periods).toEqual([{ id: "storm", ...storm, to: "2026-11-24", written: false }]);
});

test("another process takes it over, and a service that starts later too", async () => {
  await set(storm);
  const other = livePolicy(town());
  await followPeriods(other, service.store);
  expect(other.rules.policy.highVolume).toEqual([{ id: "storm", ...storm }]);
});

test("one that stands in the document is changed there alone", async () => {
  await service.close();
  service = await testApp({ policy: townWith({ highVolume: [{ id: "storm", ...storm }] }) });
  const answer = await set(storm);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().detail).toContain("policy document");
});

test.each([
  [{ ...storm, from: "2026-11-31" }, "from"],
  [{ ...storm, to: "2026-11-23" }, "to"],
  [{ ...storm, responseDays: { telex: 4 } }, "responseDays"],
  [{ ...storm, reason: "" }, "reason"],
])("%j is refused, and %s named", async (payload, field) => {
  const answer = await set(payload);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ field });
});
