/**
 * Half of what it can take, for long: nothing fails, nothing is lost, and it does not grow. `npm run prove` soaks it for
 * 20 minutes, `npm test` for a few seconds.
 */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { proofFigure, proofRuns } from "../support/proofRuns.ts";
import { builtCommand, builtService, linesOfBuiltCommand, type BuiltService } from "./support/builtService.ts";
import { Load, tellOnce } from "./support/load.ts";

/** At full speed first, to know what half of it is; milliseconds. */
const fullSpeedMs = proofRuns(1_500, 30_000);
const soakMs = proofRuns(4_000, 20 * 60_000);
const atOnce = 8;
/** Enough that nobody meets the limit of one person (600 requests a minute). */
const panes = 300;
/** Of so many requests one is a supervisor's. */
const looksEvery = 20;
/** More than these under way: it does not keep up. */
const mostUnderWay = 200;
/** Resident, while serving. */
const memoryLimit = 200 * 1024 * 1024;

let folder: string;
let service: BuiltService;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-soak-"));
  service = await builtService(folder);
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

const questions = ["/api/statistics", "/api/statistics/series?from=2024-11-18&to=2025-11-16&by=week&breakdown=channel"];

/** Each request of all that panes and supervisors send, one after the other. */
async function requests(origin: string, load: Load): Promise<() => Promise<void>> {
  const tokens = await Promise.all(Array.from({ length: panes }, () => service.newcomer()));
  const reviewers = await Promise.all(Array.from({ length: panes }, () => service.newcomer(["Reviewer"])));
  let sent = 0;
  return async () => {
    sent += 1;
    const of = (all: readonly string[]): string => all[sent % panes]!;
    if (sent % looksEvery === 0) {
      const headers = { authorization: `Bearer ${of(reviewers)}` };
      const answer = await fetch(`${origin}${questions[(sent / looksEvery) % questions.length]!}`, { headers });
      const said = await answer.text();
      if (answer.status !== 200) throw new Error(`${answer.status}: ${said}`);
    } else {
      const { taken, said } = await tellOnce(origin, of(tokens), load.batch());
      if (!taken) throw new Error(`not all were taken: ${said}`);
    }
  };
}

/** @returns requests a second */
async function atFullSpeed(send: () => Promise<void>): Promise<number> {
  const end = performance.now() + fullSpeedMs;
  let answered = 0;
  const pane = async (): Promise<void> => {
    for (; performance.now() < end; answered += 1) await send();
  };
  await Promise.all(Array.from({ length: atOnce }, pane));
  return (answered * 1000) / fullSpeedMs;
}

/** @returns how long each answer took, milliseconds, in the order of the requests */
async function atHalfSpeed(send: () => Promise<void>, perSecond: number): Promise<readonly number[]> {
  const [start, took, underWay] = [performance.now(), [] as number[], new Set<Promise<void>>()];
  let failure: unknown = null;
  for (let sent = 0; performance.now() - start < soakMs && failure === null; sent += 1) {
    const wait = start + (sent * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    expect(underWay.size).toBeLessThan(mostUnderWay);
    const from = performance.now();
    const request = send()
      .then(() => void (took[sent] = performance.now() - from))
      .catch((error: unknown) => (failure = error))
      .then(() => void underWay.delete(request));
    underWay.add(request);
  }
  await Promise.all(underWay);
  if (failure !== null) throw failure as Error;
  return took;
}

async function residentMemory(origin: string): Promise<number> {
  const said = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(said)?.[1]);
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1]!;
}

test(
  `at half load it answers everything, keeps everything, and stays within its memory (${soakMs / 1000} s)`,
  async () => {
    const database = { CIVICREPLY_DATABASE: path.join(folder, "town.db") };
    const running = service.start({ ...database, CIVICREPLY_METRICS: "1" });
    const origin = (await running.listening)!;
    const load = new Load();
    const send = await requests(origin, load);
    const full = await atFullSpeed(send);
    const memory: number[] = [await residentMemory(origin)];
    const watch = setInterval(() => void residentMemory(origin).then((bytes) => memory.push(bytes)), soakMs / 20);
    const took = await atHalfSpeed(send, full / 2).finally(() => clearInterval(watch));
    memory.push(await residentMemory(origin));

    expect(await running.stop()).toBe(0);
    expect(await builtCommand(["rebuild"], database)).toBe("All counts are those of the facts.\n");
    expect(await linesOfBuiltCommand(["export", "--format", "json"], database)).toBe(load.distinct);
    expect(Math.max(...memory)).toBeLessThan(memoryLimit);
    const fifth = Math.floor(took.length / 5);
    const [first, last] = [took.slice(0, fifth), took.slice(-fifth)];
    const told = (values: readonly number[]): string =>
      `${percentile(values, 0.5).toFixed(1)} ms, 99 of 100 in ${percentile(values, 0.99).toFixed(1)} ms`;
    proofFigure(
      `soak: ${soakMs / 1000} s at ${Math.round(full / 2)} requests a second (full speed ${Math.round(full)}), ` +
        `${took.length} requests, ${load.distinct} facts; median of the first fifth ${told(first)}, of the last ` +
        `${told(last)}; memory ${memory.map((bytes) => Math.round(bytes / 1024 / 1024)).join(", ")} MB`,
    );
  },
  proofRuns(120_000, 3_600_000),
);
