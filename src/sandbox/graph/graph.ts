/** The sandbox's Microsoft Graph, whatever carries its requests: token, faults, limits, operation, record. */
import { randomUUID } from "node:crypto";
import type { Now } from "../clock.ts";
import type { Issuer } from "../issuer/issuer.ts";
import type { MachineTime } from "../machineTime.ts";
import type { Mailboxes } from "../mailbox/mailboxes.ts";
import { repeatableDice } from "../samples/chance.ts";
import { batch } from "./batch.ts";
import { Deltas } from "./delta/deltas.ts";
import { type Disorder, disorder } from "./delta/disorder.ts";
import { accessDenied, unreadable } from "./exchange.ts";
import type { GraphAnswer, GraphCall, GraphRequest } from "./exchange.ts";
import { canMeetItem, type DrawnFault, type FaultChange, GraphFaults } from "./faults.ts";
import { type GraphLimits, MailboxLimits } from "./limits.ts";
import { allows } from "./permissions.ts";
import type { Recorder } from "./record.ts";
import { noRoute, throttled, timedOut, unauthorised, unavailable, unreadableBody } from "./refusals.ts";
import { type FoundRoute, type NoRoute, routeOf } from "./routes.ts";
import { bearerOf, type GraphCaller, tokenReader, type TokenReader } from "./token.ts";

export interface GraphParts {
  readonly origin: string;
  readonly issuer: Issuer;
  readonly mailboxes: Mailboxes;
  readonly now: Now;
  /** Names the add-in's custom properties. */
  readonly addinId: string;
  readonly record: Recorder;
  /** Of the dice behind disorder and storms; null: deltas are tidy. */
  readonly seed: number | null;
  readonly limits: GraphLimits;
  /** How long each request takes. */
  readonly latencyMs: number;
  readonly machine: MachineTime;
}

export const usualSeed = 1077;

export class SandboxGraph {
  readonly faults: GraphFaults;
  readonly #parts: GraphParts;
  readonly #disorder: Disorder;
  readonly #deltas: Deltas;
  readonly #limits: MailboxLimits;
  readonly #tokens: TokenReader;

  constructor(parts: GraphParts) {
    this.#parts = parts;
    this.#disorder = disorder(parts.seed);
    this.#deltas = new Deltas(this.#disorder);
    this.#limits = new MailboxLimits(parts.limits, parts.machine.now);
    this.#tokens = tokenReader(parts.issuer);
    this.faults = new GraphFaults(repeatableDice(parts.seed ?? usualSeed));
  }

  setFaults(change: FaultChange): void {
    this.faults.set(change);
    if (change.graph === "gone") this.#deltas.forgetAll();
  }

  /** @returns null when the answer is lost on its way */
  async answer(request: GraphRequest): Promise<GraphAnswer | null> {
    const isBatch = request.method === "POST" && /\/v1\.0\/\$batch$/i.test(new URL(request.url).pathname);
    const fault = this.faults.draw("requests", isBatch);
    const answer = (await this.#refusedBy(fault)) ?? (await this.#authorised(request, fault, isBatch));
    if (fault.kind === "lostAnswers") return null;
    const clientRequestId = request.headers["client-request-id"];
    const decorated = {
      ...answer,
      headers: {
        "cache-control": "private",
        "odata-version": "4.0",
        "request-id": randomUUID(),
        ...(clientRequestId === undefined ? {} : { "client-request-id": clientRequestId }),
        ...answer.headers,
      },
    };
    this.#parts.record(request, decorated);
    return decorated;
  }

  async #refusedBy({ kind }: DrawnFault): Promise<GraphAnswer | null> {
    const { now, machine } = this.#parts;
    const { retryAfterS, delayMs } = this.faults.settings;
    if (kind === "throttled") return throttled(now(), retryAfterS);
    if (kind === "unavailable") return unavailable(now(), retryAfterS);
    if (kind !== "timeouts") return null;
    await machine.wait(delayMs);
    return timedOut(now());
  }

  async #authorised(request: GraphRequest, fault: DrawnFault, isBatch: boolean): Promise<GraphAnswer> {
    const now = this.#parts.now();
    const token = bearerOf(request.headers["authorization"]);
    const caller = await this.#tokens.callerOf(token, now);
    if (typeof caller === "string") return unauthorised(caller, now);
    if (token !== null && this.#isRejected(fault, caller, token))
      return unauthorised("Lifetime validation failed, the token is expired.", now, fault.kind === "claimsChallenge");
    if (!isBatch) return this.#perform(request, caller, fault);
    if (request.body === unreadable) return unreadableBody(now);
    if (fault.kind === "slow") await this.#parts.machine.wait(this.faults.settings.delayMs);
    return batch(request.body, {
      origin: this.#parts.origin,
      now,
      disorder: this.#disorder,
      mailboxOf: (one) => this.#mailboxOf(one, caller),
      perform: (one) => this.#item(one, caller, fault),
    });
  }

  #isRejected({ kind, planned }: DrawnFault, { person }: GraphCaller, token: string): boolean {
    if (kind !== "expiredTokens" && kind !== "claimsChallenge") return false;
    return planned || this.faults.hasExpired(person.id, token);
  }

  /** @param ofBatch what befell the batch: its marks are lost with it */
  async #item(request: GraphRequest, caller: GraphCaller, ofBatch: DrawnFault): Promise<GraphAnswer> {
    const own = this.faults.draw("items", true);
    const fault = ofBatch.kind === "lostMarks" ? ofBatch : own;
    const met = canMeetItem(fault.kind) ? fault : { ...fault, kind: "none" as const };
    return (await this.#refusedBy(met)) ?? this.#perform(request, caller, met);
  }

  #mailboxOf({ method, url }: GraphRequest, { person }: GraphCaller): string {
    const found = this.#routeOf(method, new URL(url), person);
    return typeof found === "string" ? "" : found.owner.id;
  }

  #routeOf(method: string, { pathname }: URL, person: GraphCaller["person"]): FoundRoute | NoRoute {
    const path = /^\/v1\.0\/(.*)$/.exec(pathname)?.[1];
    return path === undefined ? "noPath" : routeOf(method, path, person);
  }

  /** One operation on one mailbox, within its limits. */
  async #perform(request: GraphRequest, caller: GraphCaller, fault: DrawnFault): Promise<GraphAnswer> {
    const { machine, latencyMs, now } = this.#parts;
    const address = new URL(request.url);
    const found = this.#routeOf(request.method, address, caller.person);
    if (typeof found === "string") return noRoute(found, now());
    const over = this.#limits.enter(found.owner.id);
    if (over) return throttled(now(), over.retryAfterS, over.limit);
    try {
      const takesMs = latencyMs + (fault.kind === "slow" ? this.faults.settings.delayMs : 0);
      await (takesMs > 0 ? machine.wait(takesMs) : null);
      return this.#run(request, address, found, caller, fault);
    } finally {
      this.#limits.leave(found.owner.id);
    }
  }

  #run(
    { method, headers, body }: GraphRequest,
    address: URL,
    { route, parts, owner, root }: FoundRoute,
    caller: GraphCaller,
    fault: DrawnFault,
  ): GraphAnswer {
    const { mailboxes, addinId, machine } = this.#parts;
    const now = this.#parts.now();
    if (body === unreadable) return unreadableBody(now);
    const mailbox = mailboxes.of(owner);
    const call: GraphCall = {
      ...{ method, parts, query: address.searchParams, address, headers, body, now, addinId },
      ...caller,
      ...{ owner, root, mailbox, deltas: this.#deltas },
      losesMarks: fault.kind === "lostMarks",
      visibleUntil: machine.now() - this.faults.settings.graphLagMs,
      keepSettings: () => mailboxes.keepSettings(owner),
    };
    if (!allows(call, route.need)) return accessDenied(now);
    if (fault.kind === "gone" && fault.planned) this.#deltas.forgetAll();
    const answer = route.run(call);
    if (answer.status === 410) this.faults.taken();
    return answer;
  }
}
