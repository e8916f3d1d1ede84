/** Graph without sockets and files, behind a function like fetch: for property tests and measurements at full speed. */
import { type Instant, instant, minuteMs } from "../../domain/time.ts";
import type { FolderName } from "../api.ts";
import type { Now } from "../clock.ts";
import { Issuer } from "../issuer/issuer.ts";
import { KeyRing } from "../issuer/keyRing.ts";
import { scopesOf } from "../issuer/scopes.ts";
import type { Mailbox } from "../mailbox/mailbox.ts";
import { Mailboxes } from "../mailbox/mailboxes.ts";
import { blankMessage, type NewMessage } from "../mailbox/storedMessage.ts";
import { type MachineTime, machineTime } from "../machineTime.ts";
import { MemoryFiles } from "../memoryFiles.ts";
import { personById } from "../people.ts";
import { bodyOf, exposedHeaders } from "./app.ts";
import type { GraphAnswer } from "./exchange.ts";
import { SandboxGraph } from "./graph.ts";
import { type GraphLimits, outlookLimits } from "./limits.ts";
import type { Recorder } from "./record.ts";

export interface InProcessSettings {
  /** The sandbox's clock; 2026-11-24 17:00 UTC, standing still, unless given. */
  readonly now?: Now;
  readonly machine?: MachineTime;
  /** Of the disorder in deltas; null, the default: none. */
  readonly seed?: number | null;
  readonly limits?: GraphLimits;
  readonly latencyMs?: number;
  readonly addinId?: string;
  readonly record?: Recorder;
}

export interface InProcessGraph {
  /** What a client of Graph is told as its base address. */
  readonly base: string;
  /** As a page's script has it: headers that CORS does not expose are hidden, and a lost answer rejects. */
  readonly fetch: (input: string | URL, init?: RequestInit) => Promise<Response>;
  readonly graph: SandboxGraph;
  readonly mailboxes: Mailboxes;
  /** @param scopes short names; @param person the employee unless said */
  token(scopes: string, person?: string): Promise<string>;
}

const origin = "https://graph.sandbox.example";
const someAddin = "5d1c7a90-4b2e-4f6d-8a13-9e0f2c6b7d48";
const tuesdayMorning = instant(Date.UTC(2026, 10, 24, 17));
const safeHeaders = ["cache-control", "content-language", "content-length", "content-type", "expires", "last-modified"];
/** Making keys takes longer than everything else: one ring serves all. */
let keys: Promise<KeyRing> | null = null;

export async function inProcessGraph(settings: InProcessSettings = {}): Promise<InProcessGraph> {
  const { now = () => tuesdayMorning, machine = machineTime, record = () => undefined } = settings;
  keys ??= KeyRing.open(new MemoryFiles());
  const issuer = new Issuer(origin, await keys, now);
  const mailboxes = new Mailboxes(new MemoryFiles(), machine.now);
  const graph = new SandboxGraph({
    ...{ origin, issuer, mailboxes, now, machine, record },
    addinId: settings.addinId ?? someAddin,
    seed: settings.seed ?? null,
    limits: settings.limits ?? outlookLimits,
    latencyMs: settings.latencyMs ?? 0,
  });
  return {
    base: `${origin}/v1.0`,
    graph,
    mailboxes,
    fetch: (input, init = {}) => fetched(graph, String(input), init),
    async token(scopes, person = "employee") {
      const [who, read] = [personById(person), scopesOf(scopes)];
      if (!who || "code" in read) throw new Error(`no token for ${person}: ${scopes}`);
      return issuer.accessToken(who, read);
    },
  };
}

async function fetched(graph: SandboxGraph, url: string, init: RequestInit): Promise<Response> {
  const { signal, method = "GET" } = init;
  signal?.throwIfAborted();
  const headers: Record<string, string> = {};
  new Headers(init.headers).forEach((value, name) => {
    headers[name] = value;
  });
  const asked = graph.answer({ method: method.toUpperCase(), url, headers, body: bodyOf(init.body) });
  const answer = await (signal ? Promise.race([asked, aborted(signal)]) : asked);
  if (answer === null) throw new TypeError("fetch failed");
  return responseOf(answer);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

function responseOf({ status, headers, body }: GraphAnswer): Response {
  const readable = new Set([...safeHeaders, ...exposedHeaders.map((name) => name.toLowerCase())]);
  const shown = Object.entries(headers).filter(([name]) => readable.has(name.toLowerCase()));
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: Object.fromEntries(shown),
  });
}

/**
 * Puts messages into a mailbox quickly, a minute apart, the last one received at `until`.
 *
 * @param change what is special about one of them, by its number from 0
 * @returns their ids, oldest first
 */
export function fillMailbox(
  mailbox: Mailbox,
  count: number,
  until: Instant,
  folder: FolderName = "inbox",
  change: (index: number) => Partial<NewMessage> = () => ({}),
): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const at = instant(until - (count - 1 - index) * minuteMs);
    const from = { name: `Customer ${index}`, address: `customer.${index}@mail.example` };
    const text = `Question number ${index}.`;
    const message: NewMessage = {
      ...blankMessage(at),
      ...{ folder, from, sender: from, isRead: false, text, html: `<div>${text}</div>` },
      subject: `Question ${index}`,
      internetMessageId: `<question.${index}.${folder}@mail.example>`,
      ...change(index),
    };
    return mailbox.add(message).id;
  });
}
