/** Tells open sandbox pages what changed, by server-sent events. */
import type { ServerResponse } from "node:http";
import type { SandboxEvent } from "./api.ts";

const heartbeatMs = 20_000;

export class Events {
  readonly #open = new Map<ServerResponse, string>();
  readonly #heartbeat = setInterval(() => this.#write(() => true, ": still here\n\n"), heartbeatMs).unref();

  /** Keeps the response open and writes each event of that person's to it, until either side closes. */
  connect(person: string, response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write("retry: 1000\n\n");
    this.#open.set(response, person);
    response.on("close", () => this.#open.delete(response));
  }

  toPerson(person: string, event: SandboxEvent): void {
    this.#write((listener) => listener === person, `data: ${JSON.stringify(event)}\n\n`);
  }

  toAll(event: SandboxEvent): void {
    this.#write(() => true, `data: ${JSON.stringify(event)}\n\n`);
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#open.keys()) response.end();
    this.#open.clear();
  }

  #write(isFor: (person: string) => boolean, text: string): void {
    for (const [response, person] of this.#open) if (isFor(person)) response.write(text);
  }
}
