/** The client against the sandbox's Graph, in process: real operations, no sockets, no waiting. */
import type { Clock } from "../../src/addin/ports.ts";
import { instant, type Instant } from "../../src/domain/time.ts";
import { graphMail } from "../../src/graph/graphMail.ts";
import { graphRequest } from "../../src/graph/graphRequest.ts";
import { inProcessGraph, type InProcessSettings } from "../../src/sandbox/graph/inProcess.ts";
import { exchangeOf, type RecordedExchange } from "../../src/sandbox/graph/record.ts";
import { ownerByAddress, personById } from "../../src/sandbox/people.ts";

export const planning = "planning@sprucegrove.example";
export const sandboxAddin = "5d1c7a90-4b2e-4f6d-8a13-9e0f2c6b7d48";
export const everything = ["User.Read", "Mail.ReadWrite", "Mail.ReadWrite.Shared", "MailboxSettings.Read"];

/** Waits come to their end at once; limits are never reached: what hangs in the sandbox does so by its own clock. */
function hurriedClock(waits: number[]): Clock {
  return {
    now: () => instant(Date.UTC(2026, 10, 24, 17)),
    isHidden: () => false,
    breathe: () => Promise.resolve(),
    after(ms, callback) {
      if (ms >= 30_000) return () => undefined;
      waits.push(ms);
      const timer = setImmediate(callback);
      return () => clearImmediate(timer);
    },
  };
}

export async function sandboxMail(settings: InProcessSettings = {}, scopes = everything, pageSize = 200) {
  const exchanges: RecordedExchange[] = [];
  const waits: number[] = [];
  let elapsed = 0;
  const sandbox = await inProcessGraph({
    machine: { now: () => (elapsed += 1), wait: () => new Promise(setImmediate) },
    ...settings,
    record: (request, answer) => exchanges.push(exchangeOf(request, answer)),
  });
  let kept: Promise<string> | null = null;
  const request = graphRequest({
    base: sandbox.base,
    token(force) {
      if (force || kept === null) kept = sandbox.token(scopes.join(" "));
      return kept;
    },
    clock: hurriedClock(waits),
    dice: () => 0.5,
    fetch: (address, init) => sandbox.fetch(address as string, init),
  });
  return {
    ...{ exchanges, waits, request, graph: sandbox.graph },
    mail: graphMail(request, { addinId: sandboxAddin, scopes, pageSize })!,
    mine: sandbox.mailboxes.of(personById("employee")!),
    shared: sandbox.mailboxes.of(ownerByAddress(planning)!),
  };
}

export function later(at: Instant, seconds: number): Instant {
  return instant(at + seconds * 1_000);
}
