/** When a reply is due, and why: the data that pane, service and command all show. */
import type { CountingRules } from "../policy/policy.ts";
import type { Instant, LocalDay } from "../time.ts";

export interface Due {
  /** A reply exactly at this instant is on time. */
  readonly dueAt: Instant;
  readonly dueDay: LocalDay;
  /** True when the date reaches past the last day whose closures were confirmed. */
  readonly provisional: boolean;
}

/** Where a time of receipt comes from: Exchange's clock first, a person's word last. */
export type TimeSource = "exchange" | "header" | "created" | "person";

export interface ExplainedDay {
  readonly day: LocalDay;
  /** 0 for day zero, 1…N for the counted days, null for a skipped one. */
  readonly number: number | null;
  /** Why a day is skipped. */
  readonly skipped: "weekend" | "closure" | "beforeReceipt" | null;
  /** The closure's name, or null. */
  readonly name: string | null;
}

/** The whole chain from receipt to due date; nothing in it needs a second source. */
export interface DueExplanation {
  readonly receivedAt: Instant;
  readonly receivedDay: LocalDay;
  readonly timeSource: TimeSource;
  /** The instant from which the clock runs (calendar/README §3, effective receipt). */
  readonly effectiveReceipt: Instant;
  readonly dayZero: LocalDay;
  readonly days: readonly ExplainedDay[];
  readonly responseDays: number;
  readonly counting: CountingRules;
  readonly due: Due;
  readonly clause: string | null;
  readonly policyName: string;
  readonly policyVersion: string;
  readonly tzdata: string;
  /** The announced date in a high-volume period (§5.2); the published one stays `due`. */
  readonly announced: Due | null;
}
