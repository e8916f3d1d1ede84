/** The service's measurements as text. */
import { aligned, verdict, whole } from "../table.ts";
import type { QuestionSpeed } from "./questionSpeed.ts";
import type { TakingSpeed } from "./takingSpeed.ts";

export interface ServiceMeasurements {
  readonly taking: readonly TakingSpeed[];
  readonly questions: readonly QuestionSpeed[];
}

const leastShareOfBare = 0.5;
const mostP99Ms = 25;
const mostTimesSlower = 1.5;

export function serviceReport({ taking, questions }: ServiceMeasurements): readonly string[] {
  const batches = taking[taking.length - 1];
  const [small, big] = [questions[0], questions[questions.length - 1]];
  if (batches === undefined || small === undefined || big === undefined) return [];
  const share = batches.service / batches.bareTransaction;
  const slower = big.p50Ms / small.p50Ms;
  const p99 = Math.max(...questions.map(({ p99Ms }) => p99Ms));
  return [
    "## The service",
    "Facts a second through HTTP with verified tokens, eight requests at once, on SQLite with every commit synced, beside the same rows in bare transactions of that size and a bare route of fastify that reads the same JSON and keeps nothing. Each fact is kept, its inquiry derived, and the daily counts put right, in one transaction.",
    aligned([
      ["facts a request", "the service", "bare transaction", "bare route"],
      ...taking.map(({ batch, service, bareTransaction, bareRoute }) => [
        ...[whole(batch), whole(service), whole(bareTransaction), whole(bareRoute)],
      ]),
    ]),
    `- In batches of ${batches.batch} the service takes ${(share * 100).toFixed(0)} % of what a bare transaction takes (${verdict(share >= leastShareOfBare)}: at least ${leastShareOfBare * 100} %).`,
    "A team's figures of a year by week, for each channel, through HTTP; three years are kept:",
    aligned([
      ["inquiries", "p50 ms", "p99 ms"],
      ...questions.map(({ inquiries, p50Ms, p99Ms }) => [...[whole(inquiries), p50Ms.toFixed(1), p99Ms.toFixed(1)]]),
    ]),
    [
      `- The most inquiries take ${slower.toFixed(2)} times as long as the fewest (${verdict(slower <= mostTimesSlower)}: at most ${mostTimesSlower}).`,
      `- p99 ${p99.toFixed(1)} ms at most (${verdict(p99 < mostP99Ms)}: under ${mostP99Ms}).`,
    ].join("\n"),
  ];
}
