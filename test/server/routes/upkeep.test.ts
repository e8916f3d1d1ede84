import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { instant, type Instant } from "../../../src/domain/time.ts";
import { namedUnder } from "../../../src/server/identity/inquiryKey.ts";
import { purgeOnce, stateOnce } from "../../../src/server/upkeep.ts";
import { type TestApp, testApp, type Who } from "../support/app.ts";
import { at } from "../../support/time.ts";
import { testNow } from "../support/issuer.ts";
import { fact, received, replied, townPolicy, townWith } from "../support/town.ts";

let service: TestApp;
let now: Instant;
const key = "A".repeat(43);
const closed = { closures: [{ date: "2026-11-24", name: "Storm" }] };

beforeEach(async () => {
  now = testNow;
  service = await testApp({}, () => now);
});

afterEach(() => service.close());

/** Facts under the ids that the service itself makes of message ids. */
function keyed<T extends { readonly inquiry: string }>(messageId: string, ...facts: readonly T[]): T[] {
  return facts.map((one) => ({ ...one, inquiry: namedUnder(key, messageId) as never }));
}
const add = (facts: Parameters<TestApp["store"]["add"]>[0]) =>
  service.store.add(facts, { at: now, policyVersion: "2026-1" });
const post = async (who: Who, url: string, payload: object) => service.ask(who, { method: "POST", url, payload });
const figures = async () => (await service.ask("reviewer", { url: "/api/statistics" })).json();

test("a late correction of the closures is worked out for what was received on its days, answered or not", async () => {
  await add([
    received("<late@elmbend.example>", "Fri 2026-11-20 10:00"),
    replied("<late@elmbend.example>", "Wed 2026-11-25 09:00"),
  ]);
  expect((await figures()).compliance).toEqual({ met: 0, due: 1 });
  const corrected = townWith({ calendar: { ...townPolicy.calendar, ...closed } });
  await service.store.adopt(corrected, now);
  expect((await figures()).compliance).toEqual({ met: 0, due: 1 });
  now = instant(now + 60 * 60_000);
  const answer = await post("administrator", "/api/recalculations", { from: "2026-11-20", to: "2026-11-20" });
  expect(answer.json()).toEqual({ moved: 1 });
  expect((await figures()).compliance).toEqual({ met: 1, due: 1 });
  const series = await service.ask("reviewer", { url: "/api/statistics/series?from=2026-11-16&to=2026-11-25" });
  expect(series.json().recalculated).toEqual([{ at: now, from: "2026-11-20", to: "2026-11-20" }]);
  const moved = [{ at: now, count: 1 }];
  expect(await weekOf("2026-11-23", "/api/statistics")).toMatchObject({ moved });
  expect(await weekOf("2026-11-16", "/api/statistics")).toMatchObject({ moved: [] });
  expect(series.json().series[0].periods).toMatchObject([{ moved: [] }, { moved }]);
  const table = await service.ask("supervisor", { url: "/api/statistics/series.csv?from=2026-11-23&to=2026-11-25" });
  expect(table.body).toContain(',1,"2026-11-25T19:00:00Z=1",');
  const [line] = (await service.ask("supervisor", { url: "/api/inquiries.ndjson" })).body.split("\n");
  expect(JSON.parse(line ?? "")).toMatchObject({
    ...{ dueBefore: "2026-11-24T22:30:00Z", dueAfter: "2026-11-25T22:30:00Z", recalculatedAt: "2026-11-25T19:00:00Z" },
    dueAt: "2026-11-25T22:30:00Z",
  });
  expect(await service.store.rebuild()).toBe(0);
});

/** What the week from Monday the 16th was, and what it is. */
const weekOf16 = (url: string) => weekOf("2026-11-16", url);

async function weekOf(monday: string, url: string) {
  const answer = (await service.ask("reviewer", { url })).json();
  const weeks: readonly { readonly from: string }[] = url.includes("series") ? answer.series[0].periods : answer.weeks;
  return weeks.find(({ from }) => from === monday);
}
const series = (by: string) => `/api/statistics/series?from=2026-11-16&to=2026-11-22&by=${by}`;

test("a week that was stated and changed says from what to what; the upkeep states it once its time has come", async () => {
  const messageId = "<told-late@elmbend.example>";
  await add(keyed(messageId, received("<x>", "Mon 2026-11-16 10:00")));
  const stateAt = (when: string) => stateOnce(service.store, townWith({}), () => at(when));
  await stateAt("Mon 2026-11-23 16:29");
  expect(await weekOf16("/api/statistics")).toMatchObject({ met: 0, due: 1, statedAt: null, was: null });
  await stateAt("Mon 2026-11-23 16:31");
  const statedAt = at("Mon 2026-11-23 16:31");
  expect(await weekOf16("/api/statistics")).toMatchObject({ met: 0, due: 1, statedAt, was: null });
  // A reply that was in time, told by a computer that was away.
  await add(keyed(messageId, replied("<x>", "Tue 2026-11-17 09:00")));
  await stateAt("Wed 2026-11-25 12:00");
  expect(await weekOf16("/api/statistics")).toMatchObject({ met: 1, due: 1, statedAt, was: { met: 0, due: 1 } });
  const week = await weekOf16(series("week"));
  expect(week).toMatchObject({ met: 1, replied: 1, statedAt, was: { received: 1, due: 1, met: 0, replied: 0 } });
  // The days before the first statement are unknown, which is not unchanged.
  expect(await weekOf16(series("day"))).toMatchObject({ received: 1, statedAt: null, was: null });
});

test("a channel that is corrected after its week was stated is told of both channels", async () => {
  const messageId = "<call@elmbend.example>";
  await add(keyed(messageId, received("<x>", "Mon 2026-11-16 10:00")));
  await stateOnce(service.store, townWith({}), () => at("Mon 2026-11-23 16:31"));
  const [mine] = keyed(messageId, received("<x>"));
  const call = { kind: "channelSet", channel: "voicemail", at: now, saidAt: now, by: "person" } as const;
  await add([fact(mine!.inquiry, call)]);
  const url = `${series("week")}&breakdown=channel`;
  const answer = (await service.ask("reviewer", { url })).json();
  const inShort = answer.series.map(({ of, periods: [week] }: (typeof answer.series)[number]) => [
    ...[of, week.received, week.was.received],
  ]);
  expect(inShort).toEqual([
    ["email", 0, 1],
    ["voicemail", 1, 0],
  ]);
});

test("an officer finds an inquiry by its message's id, and erases it with all it counted", async () => {
  const messageId = "<erase@mail.example>";
  await add(keyed(messageId, received("<x>", "Mon 2026-11-16 10:00")));
  const found = await post("administrator", "/api/inquiries/search", { messageId });
  expect(found.json()).toEqual({ inquiry: namedUnder(key, messageId), facts: 1 });
  expect((await figures()).overdue).toBe(1);
  expect((await post("administrator", "/api/erasures", { messageId })).json()).toEqual({ facts: 1 });
  expect((await figures()).overdue).toBe(0);
  // A pane that tells of it again is heard, and nothing comes of it.
  await add(keyed(messageId, received("<x>", "Mon 2026-11-16 10:00")));
  expect((await post("administrator", "/api/inquiries/search", { messageId })).json()).toMatchObject({ facts: 0 });
  expect((await figures()).overdue).toBe(0);
  expect(await service.store.rebuild()).toBe(0);
});

test("a message id is answered and not kept", async () => {
  const messageId = "<secret-name@mail.example>";
  await post("administrator", "/api/erasures", { messageId });
  const { body } = await service.ask("employee", { url: "/api/audit" });
  expect(body).toContain("erased");
  expect(body).not.toContain("secret-name");
});

test("past its retention an inquiry's facts go and its totals stay; what still waits is kept", async () => {
  await add([
    ...keyed("<old>", received("<old>", "Mon 2023-01-09 10:00"), replied("<old>", "Tue 2023-01-10 09:00")),
    ...keyed("<waits>", received("<waits>", "Mon 2023-01-09 10:00")),
  ]);
  const totals = async () => {
    const span = { from: "2023-01-01" as never, to: "2023-12-31" as never };
    const counts = await service.store.counts({ departments: null, figures: ["received", "met", "due"], ...span });
    return counts.map(({ figure, count }) => `${figure} ${count}`).sort();
  };
  const before = await totals();
  const keeping = townWith({ privacy: { retentionDays: 365 } });
  expect(await purgeOnce(service.store, keeping, () => now)).toBe(1);
  expect(await totals()).toEqual(before);
  expect((await service.store.inquiriesAfter("", 9)).inquiries.size).toBe(1);
  // Told again by a new computer, it does not count a second time; nor does a rebuild forget it.
  await add(keyed("<old>", received("<old>", "Mon 2023-01-09 10:00")));
  expect(await totals()).toEqual(before);
  expect(await service.store.rebuild()).toBe(0);
});

test("what is private is withdrawn: its facts go at the second upkeep, until then it can be taken back", async () => {
  const off = { kind: "excluded", reason: "private", at: testNow, saidAt: testNow, by: "person" } as const;
  const [mine] = keyed("<mine>", received("<mine>"));
  await add([mine!, fact(mine!.inquiry, off)]);
  expect(await purgeOnce(service.store, townWith({}), () => now)).toBe(0);
  const back = { kind: "included", at: instant(testNow + 1), saidAt: instant(testNow + 1), by: "person" } as const;
  await add([fact(mine!.inquiry, back)]);
  expect(await purgeOnce(service.store, townWith({}), () => now)).toBe(0);
  await add([fact(mine!.inquiry, { ...off, at: instant(testNow + 2), saidAt: instant(testNow + 2) })]);
  await purgeOnce(service.store, townWith({}), () => now);
  expect(await purgeOnce(service.store, townWith({}), () => now)).toBe(1);
  expect((await service.store.inquiriesAfter("", 9)).inquiries.size).toBe(0);
  expect((await figures()).excluded).toBe(1);
  expect(await service.store.rebuild()).toBe(0);
});

test("everyone sees who looked, by name, once a day and department, and nothing of who looked at others", async () => {
  for (let time = 0; time < 3; time += 1) await service.ask("supervisor", { url: "/api/statistics" });
  await service.ask("reviewer", { url: "/api/statistics" });
  const entries = (await service.ask("employee", { url: "/api/audit?department=planning" })).json().entries;
  expect(entries.map(({ deed, department }: { deed: string; department: string }) => `${deed} ${department}`)).toEqual(
    expect.arrayContaining(["looked planning", "looked "]),
  );
  expect(entries).toHaveLength(2);
  const parks = (await service.ask("employee", { url: "/api/audit?department=parks" })).json().entries;
  expect(parks).toHaveLength(1);
});

test.each([
  ["/api/recalculations", { from: "2026-02-30", to: "2026-03-01" }, "from"],
  ["/api/recalculations", { from: "2026-11-03", to: "2026-11-02" }, "to"],
  ["/api/erasures", { messageId: "no brackets" }, "messageId"],
])("%s with %j is refused, and the field named", async (url, payload, field) => {
  const answer = await post("administrator", url, payload);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ field });
});
