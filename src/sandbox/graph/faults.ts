/** What goes wrong with Graph on request: for a while, or at one request that a test names. */
import type { GraphFaultKind, GraphFaults as GraphFaultState, PlannedFault } from "../api.ts";

export interface FaultSettings extends GraphFaultState {
  /** 0 to 1: the share of requests that meet it. */
  readonly rate: number;
  /** Seconds in the Retry-After of 429 and 503; null: none is sent. */
  readonly retryAfterS: number | null;
  /** How long a request of "timeouts" hangs, and one of "slow" takes. */
  readonly delayMs: number;
}

export type FaultChange = Partial<FaultSettings> & { readonly plan?: readonly PlannedFault[] };

export const noFaults: FaultSettings = { graph: "none", graphLagMs: 0, rate: 1, retryAfterS: 10, delayMs: 30_000 };
const slowMs = 2_000;
/** What can befall an item of a batch alone. */
const ofItems: ReadonlySet<GraphFaultKind> = new Set(["throttled", "unavailable", "gone", "lostMarks"]);

export interface DrawnFault {
  readonly kind: GraphFaultKind;
  /** True: a plan named this very request. */
  readonly planned: boolean;
}

export class GraphFaults {
  #settings = noFaults;
  #plan: readonly PlannedFault[] = [];
  /** Since the plan was made. */
  readonly #count = { requests: 0, items: 0 };
  /** The first token of each person since tokens began to expire: that one has expired. */
  readonly #expired = new Map<string, string>();
  readonly #dice: () => number;
  readonly #endings: (() => void)[] = [];

  constructor(dice: () => number) {
    this.#dice = dice;
  }

  get settings(): FaultSettings {
    return this.#settings;
  }

  get state(): GraphFaultState {
    return { graph: this.#settings.graph, graphLagMs: this.#settings.graphLagMs };
  }

  /** A new kind begins with its own usual figures unless the change names them. A plan replaces the one before. */
  set({ plan, ...change }: FaultChange): void {
    if (change.graph !== undefined) {
      const { graphLagMs } = this.#settings;
      this.#settings = { ...noFaults, graphLagMs, ...(change.graph === "slow" ? { delayMs: slowMs } : {}) };
      this.#expired.clear();
    }
    this.#settings = { ...this.#settings, ...change };
    if (plan === undefined) return;
    this.#plan = plan;
    this.#count.requests = 0;
    this.#count.items = 0;
  }

  /** What befalls the next request, or the next item of a batch. @param isBatch mail is throttled item by item */
  draw(of: "requests" | "items", isBatch: boolean): DrawnFault {
    this.#count[of] += 1;
    const count = this.#count[of];
    const planned = this.#plan.find(
      ({ at, every, of: counted = "requests" }) =>
        counted === of && (at === count || (every !== undefined && count % every === 0)),
    );
    if (planned) return { kind: planned.kind, planned: true };
    const { graph, rate } = this.#settings;
    const isForItems = graph === "throttled" || graph === "lostMarks";
    const concerns = of === "items" ? isForItems : !(isBatch && isForItems);
    const strikes = concerns && graph !== "none" && (rate >= 1 || this.#dice() < rate);
    return { kind: strikes ? graph : "none", planned: false };
  }

  /** "gone" ends when a client has heard of it. */
  taken(): void {
    if (this.#settings.graph !== "gone") return;
    this.#settings = { ...this.#settings, graph: "none" };
    for (const listener of this.#endings) listener();
  }

  /** Runs when a fault has ended by itself. */
  onEnd(listener: () => void): void {
    this.#endings.push(listener);
  }

  /** A person's token has expired until they come with another one. */
  hasExpired(person: string, token: string): boolean {
    const expired = this.#expired.get(person) ?? token;
    this.#expired.set(person, expired);
    return expired === token;
  }
}

/** Of a plan: kinds that an item of a batch can meet. */
export function canMeetItem(kind: GraphFaultKind): boolean {
  return ofItems.has(kind);
}
