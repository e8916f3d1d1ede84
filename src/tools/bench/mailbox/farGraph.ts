/** Graph in a process of its own, as the client's fetch. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Order, PlainAnswer, Traffic } from "./graphHost.ts";

export interface FarGraph {
  readonly fetch: (address: string, init?: RequestInit) => Promise<Response>;
  token(scopes: string): Promise<string>;
  fill(messages: number, until: number): Promise<void>;
  change(messages: number, now: number): Promise<void>;
  /** What went over the wire since the last call. */
  traffic(): Promise<Traffic>;
  stop(): void;
}

/** @param carryOut how an order gets its answer */
export function farGraph(carryOut: (order: Order) => Promise<unknown>, stop: () => void): FarGraph {
  return {
    stop,
    async fetch(address, init = {}) {
      const { method = "GET" } = init;
      const headers = Object.fromEntries(new Headers(init.headers));
      const body = typeof init.body === "string" ? init.body : null;
      const answer = (await carryOut({
        kind: "request",
        url: address,
        init: { method, headers, body },
      })) as PlainAnswer;
      return new Response(answer.body, { status: answer.status, headers: answer.headers });
    },
    token: async (scopes) => (await carryOut({ kind: "token", scopes })) as string,
    async fill(messages, until) {
      await carryOut({ kind: "fill", messages, until });
    },
    async change(messages, now) {
      await carryOut({ kind: "change", messages, now });
    },
    traffic: async () => (await carryOut({ kind: "traffic" })) as Traffic,
  };
}

interface Answer {
  readonly number: number;
  readonly answer?: unknown;
  readonly error?: string;
}

/** Starts it beside this file; resolves when it answers. */
export function startFarGraph(): Promise<FarGraph> {
  const child = fork(fileURLToPath(new URL("graphProcess.js", import.meta.url)), { serialization: "advanced" });
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const send = (order: Order) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ number: last, order });
    });
  return new Promise((resolve, reject) => {
    const graph = farGraph(send, () => child.disconnect());
    waiting.set(0, { resolve: () => resolve(graph), reject });
    child.on("message", (message) => {
      const { number, answer, error } = message as Answer;
      const asked = waiting.get(number);
      waiting.delete(number);
      if (error === undefined) asked?.resolve(answer);
      else asked?.reject(new Error(error));
    });
    child.once("exit", (code) => {
      const ended = new Error(`the process of Graph ended with ${String(code)}`);
      for (const { reject: refuse } of waiting.values()) refuse(ended);
    });
  });
}
