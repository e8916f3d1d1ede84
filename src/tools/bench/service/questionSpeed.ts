/** How long a year of a team's figures takes to answer, however many inquiries lie behind them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import { standingOf } from "../../../domain/inquiry/derive.ts";
import { addDays } from "../../../domain/calendar/localDay.ts";
import { countsOf, type Count } from "../../../domain/timeliness/counts.ts";
import { lastStated } from "../../../domain/timeliness/stated.ts";
import { summed } from "../../../domain/timeliness/tally.ts";
import { dayMs, instant } from "../../../domain/time.ts";
import type { CurrentPolicy } from "../../../server/currentPolicy.ts";
import { openSqlite } from "../../../server/store/sqlite.ts";
import { departments, inquiryFacts, manyFacts, theMoment } from "./inventedFacts.ts";
import { batchesOf, post } from "./posting.ts";
import { startedService } from "./startedService.ts";
import { tokens } from "./tokens.ts";

export interface QuestionSpeed {
  readonly inquiries: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** From the start of the service's process until it listened. */
  readonly startMs: number;
  /** The most that its process held, through all questions and many facts. */
  readonly peakMegabytes: number;
}

/** Over three years, as retention keeps them. */
const spanMs = 3 * 365 * dayMs;
/** Inquiries that are derived; each stands for as many others of its day as the size wants. */
const derived = 20_000;
const questions = 300;
const factsBeside = 20_000;

export async function questionSpeed(city: CurrentPolicy, inquiries: number): Promise<QuestionSpeed> {
  const folder = await mkdtemp(path.join(tmpdir(), "civicreply-bench-"));
  const file = path.join(folder, "bench.db");
  const store = await openSqlite(file);
  await store.adopt(city, theMoment);
  await store.close();
  fill(file, city, inquiries);
  await stateAll(file, city);
  const { key, authorization } = await tokens();
  const service = await startedService({ place: { kind: "sqlite", file }, key });
  try {
    const times = await asked(service.origin, authorization, city);
    const facts = manyFacts(factsBeside, Object.keys(city.rules.policy.channels), 30 * dayMs);
    await post([`${service.origin}/api/facts`], batchesOf(facts, 100), authorization);
    const at = (share: number): number => times[Math.floor(times.length * share)] ?? NaN;
    const peakMegabytes = await service.peakMegabytes();
    return { inquiries, p50Ms: at(0.5), p99Ms: at(0.99), startMs: service.startMs, peakMegabytes };
  } finally {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns how long each question took, the shortest first */
async function asked(origin: string, authorization: () => string, { rules }: CurrentPolicy): Promise<number[]> {
  const today = rules.calendar.localDay(theMoment);
  const span = `from=${addDays(today, -364)}&to=${today}&by=week&breakdown=channel`;
  const times: number[] = [];
  for (let number = -20; number < questions; number += 1) {
    const department = departments[(number + 20) % departments.length] ?? "";
    const start = performance.now();
    const answer = await fetch(`${origin}/api/statistics/series?department=${department}&${span}`, {
      headers: { authorization: authorization() },
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    if (number >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

/** As if it had been stated day by day: a question reads what was beside what is. */
async function stateAll(file: string, { rules: { calendar } }: CurrentPolicy): Promise<void> {
  const store = await openSqlite(file);
  await store.state(calendar.localDay(instant(theMoment - spanMs)), theMoment);
  await store.state(lastStated(calendar, theMoment), theMoment);
  await store.close();
}

/** Counts and rows as that many inquiries leave them, without the facts, which no question reads. */
function fill(file: string, city: CurrentPolicy, inquiries: number): void {
  const database = new Database(file);
  const channels = Object.keys(city.rules.policy.channels);
  const counts: Count[] = [];
  for (let index = 0; index < derived; index += 1) {
    const standing = standingOf(inquiryFacts(index, derived, channels, spanMs), city.rules, instant(0));
    if (standing !== null) counts.push(...countsOf(standing, city.rules));
  }
  const each = inquiries / derived;
  database.exec("begin");
  const insert = database.prepare("insert into daily_count values (?, ?, ?, ?, ?, ?)");
  for (const { department, figure, day, channel, part, count } of summed(counts)) {
    insert.run(department, figure, day, channel, part, Math.max(1, Math.round(count * each)));
  }
  // One in two hundred waits.
  database.exec(`with recursive number(n) as (select 1 union all select n + 1 from number where n < ${inquiries})
    insert into inquiry (inquiry, version, department, channel, received_at, due_at, due_day, waiting, withdrawn, counts)
    select printf('%043d', n), 1, 'planning', 'email', ${theMoment - dayMs} - n, ${theMoment} + n, '2026-11-25',
      n % 200 = 0, 0, '[]' from number`);
  database.exec("commit");
  database.close();
}
