/** Runs the command as a terminal would, with the clock at 2026-11-22 and in English unless told, and gives back all that it said. */
import { Readable, Writable } from "node:stream";
import { run } from "../../src/cli/main.ts";
import type { Language } from "../../src/domain/wording/dates.ts";
import { at } from "../support/time.ts";

export interface Ran {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
  /** Output read as one JSON object a line. */
  readonly lines: () => readonly unknown[];
}

export async function civicreply(
  args: readonly string[],
  input: string | readonly string[] = "",
  now = at("Sun 2026-11-22 12:00"),
  language: Language = "en",
): Promise<Ran> {
  const said = { output: "", errors: "" };
  const sink = (to: keyof typeof said): Writable =>
    new Writable({
      write: (chunk: Buffer, _encoding, written) => {
        said[to] += chunk.toString();
        written();
      },
    });
  const chunks = typeof input === "string" ? [input] : input;
  const terminal = {
    input: Readable.from(chunks, { objectMode: false }),
    output: sink("output"),
    errors: sink("errors"),
    now: () => now,
    language,
  };
  const status = await run(args, terminal);
  return {
    status,
    ...said,
    lines: () =>
      said.output
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
  };
}
