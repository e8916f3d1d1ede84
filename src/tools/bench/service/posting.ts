/** Panes that tell facts: some at once, each waiting for its answer before it sends more. */
import type { Fact } from "../../../domain/inquiry/fact.ts";

/** Panes do not wait for one another. */
const atOnce = 8;

export function batchesOf(facts: readonly Fact[], size: number): readonly (readonly Fact[])[] {
  return Array.from({ length: Math.ceil(facts.length / size) }, (_, index) =>
    facts.slice(index * size, (index + 1) * size),
  );
}

/** @param addresses of all processes: each pane has its own @throws Error when a fact is not taken */
export async function post(
  addresses: readonly string[],
  batches: readonly (readonly Fact[])[],
  authorization: () => string,
): Promise<void> {
  const waiting = [...batches];
  const pane = async (_: unknown, number: number): Promise<void> => {
    const address = addresses[number % addresses.length] ?? "";
    for (let facts = waiting.shift(); facts !== undefined; facts = waiting.shift()) {
      const headers = { "content-type": "application/json", authorization: authorization() };
      const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify({ facts }) });
      const body = await answer.text();
      if (answer.status !== 200 || body.includes('"taken":false')) throw new Error(`${answer.status}: ${body}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, pane));
}
