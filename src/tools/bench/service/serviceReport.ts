/** The service's measurements as text. */
import { aligned, verdict, whole } from "../table.ts";
import type { QuestionSpeed } from "./questionSpeed.ts";
import { nodeFlags } from "./startedService.ts";
import type { TakingSpeed } from "./takingSpeed.ts";

export interface ServiceMeasurements {
  readonly taking: readonly TakingSpeed[];
  readonly questions: readonly QuestionSpeed[];
  /** Inquiries a second. */
  readonly rebuild: number;
}

const leastShareOfBare = 0.5;
const mostP99Ms = 25;
const mostTimesSlower = 1.5;
const mostMegabytes = 200;

export function serviceReport({ taking, questions, rebuild }: ServiceMeasurements): readonly string[] {
  return [
    "## The service",
    "Facts a second through HTTP with verified tokens, eight requests at once from another process, every commit synced, beside the same rows in bare SQLite transactions of that size and a bare route of fastify that reads the same JSON and keeps nothing. Each fact is kept, its inquiry derived, and the daily counts put right, in one transaction.",
    ...takingPart(taking),
    `A team's figures of a year by week, for each channel, through HTTP, on SQLite; three years are kept. Start is from the start of the process until it listens; memory is the most that its process, started with ${nodeFlags.join(" ")}, held through these questions and 20,000 facts:`,
    ...questionPart(questions),
    `A rebuild derives ${whole(rebuild)} inquiries a second from their facts again.`,
  ];
}

function takingPart(taking: readonly TakingSpeed[]): readonly string[] {
  const batches = taking[taking.length - 1];
  if (batches === undefined) return [];
  const share = batches.sqlite / batches.bareTransaction;
  return [
    aligned([
      ["facts a request", "SQLite", "PostgreSQL", "two processes on it", "bare transaction", "bare route"],
      ...taking.map(({ batch, sqlite, postgres, bareTransaction, bareRoute }) =>
        [batch, sqlite, ...postgres, bareTransaction, bareRoute].map(whole),
      ),
    ]),
    `- In batches of ${batches.batch} the service takes ${(share * 100).toFixed(0)} % of what a bare transaction takes (${verdict(share >= leastShareOfBare)}: at least ${leastShareOfBare * 100} %).`,
  ];
}

function questionPart(questions: readonly QuestionSpeed[]): readonly string[] {
  const [small, big] = [questions[0], questions[questions.length - 1]];
  if (small === undefined || big === undefined) return [];
  const slower = big.p50Ms / small.p50Ms;
  const most = (of: (one: QuestionSpeed) => number): number => Math.max(...questions.map(of));
  const [p99, megabytes] = [most(({ p99Ms }) => p99Ms), most(({ peakMegabytes }) => peakMegabytes)];
  return [
    aligned([
      ["inquiries", "p50 ms", "p99 ms", "start ms", "memory MB"],
      ...questions.map(({ inquiries, p50Ms, p99Ms, startMs, peakMegabytes }) => [
        ...[whole(inquiries), p50Ms.toFixed(1), p99Ms.toFixed(1), whole(startMs), whole(peakMegabytes)],
      ]),
    ]),
    [
      `- The most inquiries take ${slower.toFixed(2)} times as long as the fewest (${verdict(slower <= mostTimesSlower)}: at most ${mostTimesSlower}).`,
      `- p99 ${p99.toFixed(1)} ms at most (${verdict(p99 < mostP99Ms)}: under ${mostP99Ms}).`,
      `- Memory ${whole(megabytes)} MB at most (${verdict(megabytes < mostMegabytes)}: under ${mostMegabytes}).`,
    ].join("\n"),
  ];
}
