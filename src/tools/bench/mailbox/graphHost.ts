/**
 * The sandbox's Graph with a big mailbox, in a process of its own: what the client takes of processor and memory is then
 * the client's alone.
 */
import { instant } from "../../../domain/time.ts";
import { inProcessGraph, type InProcessGraph } from "../../../sandbox/graph/inProcess.ts";
import { personById } from "../../../sandbox/people.ts";
import { changeBusily, fillBusily } from "./busyMailbox.ts";

export type Order =
  | { readonly kind: "fill"; readonly messages: number; readonly until: number }
  | { readonly kind: "change"; readonly messages: number; readonly now: number }
  | { readonly kind: "token"; readonly scopes: string }
  | { readonly kind: "traffic" }
  | { readonly kind: "request"; readonly url: string; readonly init: PlainInit };

export interface PlainInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What went over the wire since it was last asked for. */
export interface Traffic {
  readonly requests: number;
  /** Messages of which headers were asked. */
  readonly headersAsked: number;
  /** Requests for changes of a folder, alone or as items of a batch. */
  readonly rounds: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const nothingYet: Traffic = { requests: 0, headersAsked: 0, rounds: 0, bytesUp: 0, bytesDown: 0 };
/** A moment on 2026-11-24: everything happens then. */
export const theMoment = instant(Date.UTC(2026, 10, 24, 17));

/** Carries out orders one by one; the answer is whatever the order asks for. */
export async function graphHost(): Promise<(order: Order) => Promise<unknown>> {
  const graph = await inProcessGraph({ now: () => theMoment });
  const person = personById("employee");
  if (!person) throw new Error("the sandbox has no employee");
  const mailbox = graph.mailboxes.of(person);
  let traffic = nothingYet;
  return async (order) => {
    switch (order.kind) {
      case "fill":
        fillBusily(mailbox, order.messages, instant(order.until));
        return null;
      case "change":
        changeBusily(mailbox, order.messages, instant(order.now));
        return null;
      case "token":
        return graph.token(order.scopes);
      case "traffic": {
        const told = traffic;
        traffic = nothingYet;
        return told;
      }
      case "request": {
        const answer = await answered(graph, order.url, order.init);
        traffic = added(traffic, order.url, order.init, answer);
        return answer;
      }
    }
  };
}

async function answered(graph: InProcessGraph, url: string, { method, headers, body }: PlainInit) {
  const answer = await graph.fetch(url, { method, headers, body });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
}

function added(traffic: Traffic, url: string, { headers, body }: PlainInit, answer: PlainAnswer): Traffic {
  const asked = `${url}\n${body ?? ""}`;
  return {
    requests: traffic.requests + 1,
    headersAsked: traffic.headersAsked + (asked.match(/=internetMessageHeaders/g)?.length ?? 0),
    rounds: traffic.rounds + (asked.match(/\/messages\/delta/g)?.length ?? 0),
    bytesUp: traffic.bytesUp + Buffer.byteLength(asked) + headerBytes(headers),
    bytesDown: traffic.bytesDown + Buffer.byteLength(answer.body) + headerBytes(answer.headers),
  };
}

function headerBytes(headers: Readonly<Record<string, string>>): number {
  return Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
}
