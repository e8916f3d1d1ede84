/** The service as it ships in a process of its own, asked over HTTP by people whose tokens it verifies. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ServiceOrder } from "./serviceProcess.ts";

export interface StartedService {
  readonly origin: string;
  /** From the start of its process until it listened. */
  readonly startMs: number;
  /** The most that its process ever held of the machine's memory. */
  peakMegabytes(): Promise<number>;
  stop(): Promise<void>;
}

/** As docs/civicreply.service starts it: V8 else lets garbage grow as long as the machine has room. */
export const nodeFlags: readonly string[] = ["--heap-growing-percent=15"];

const entry = fileURLToPath(new URL("serviceProcess.js", import.meta.url));

/** @param order null: a bare route of fastify that reads the same JSON and keeps nothing */
export async function startedService(order: ServiceOrder | null): Promise<StartedService> {
  const start = performance.now();
  const child = fork(entry, [JSON.stringify(order)], { execArgv: [...nodeFlags] });
  const { origin } = await told<{ readonly origin: string }>(child);
  return {
    origin,
    startMs: performance.now() - start,
    async peakMegabytes() {
      child.send("memory");
      return (await told<{ readonly peakKilobytes: number }>(child)).peakKilobytes / 1024;
    },
    async stop() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

async function told<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController();
  const lost = once(child, "exit", { signal: ended.signal }).then(() => {
    throw new Error("the measured service ended before it answered");
  });
  try {
    const [message] = (await Promise.race([once(child, "message"), lost])) as [T];
    return message;
  } finally {
    ended.abort();
    lost.catch(() => undefined);
  }
}
