/** Something that can say when replies are due. */
import type { Questions } from "./questions.ts";

export interface Contender {
  readonly name: string;
  /** Whose word it takes for the zone's offsets. */
  readonly offsets: "policy" | "machine";
  /** Answers all questions in order: epoch milliseconds. Each has its own loop, so that none slows another's. */
  readonly answer: (asked: Questions, dueAt: Float64Array) => void;
}

/** For contenders that are slow enough not to feel a shared loop. */
export function oneByOne(dueAt: (receivedAt: number, days: number) => number): Contender["answer"] {
  return ({ receivedAt, days }, answers) => {
    for (let index = 0; index < receivedAt.length; index += 1) {
      answers[index] = dueAt(receivedAt[index] ?? 0, days[index] ?? 1);
    }
  };
}
