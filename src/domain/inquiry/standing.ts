/** Where an inquiry stands: derived from its facts, the policy and now, never stored as truth. */
import type { Due, TimeSource } from "../deadline/due.ts";
import type { Instant, LocalDay } from "../time.ts";
import type { ReplyKind } from "../policy/policy.ts";
import type { FactId, InquiryId, ReplyWay } from "./fact.ts";

export type StandingState =
  | "onTrack"
  | "dueSoon"
  | "dueToday"
  | "overdue"
  /** Measured, never due: the channel has no response time. */
  | "noDate"
  | "repliedInTime"
  | "repliedLate"
  /** Replied; the channel has no response time. */
  | "replied"
  /** The response time was met by a holding or part reply; open with its own promised day. */
  | "promised"
  | "excluded";

export type Outcome = "repliedOnTime" | "repliedLate" | "openOnTime" | "openOverdue" | null;

export interface Standing {
  readonly inquiry: InquiryId;
  readonly state: StandingState;
  readonly outcome: Outcome;
  readonly channel: string;
  /** Whose it is now. */
  readonly department: string | null;
  /** The department that received it: its calendar and response times say the dates, whoever has it now. */
  readonly datedBy: string | null;
  readonly receivedAt: Instant;
  readonly timeSource: TimeSource;
  readonly due: Due | null;
  /** Against a high-volume period's announced date, where one applies. */
  readonly announced: Due | null;
  /** When the response time was met. */
  readonly metAt: Instant | null;
  /** By what kind of reply, and which way. */
  readonly metBy: { readonly replyKind: ReplyKind; readonly way: ReplyWay } | null;
  /** When a receipt-only acknowledgement went out, while the inquiry is open. */
  readonly acknowledgedAt: Instant | null;
  readonly promise: { readonly day: LocalDay; readonly kept: boolean | null } | null;
  readonly closed: boolean;
  /** When the reply went out that closed it. */
  readonly closedAt: Instant | null;
  readonly excludedReason: string | null;
  readonly excludedAfterDue: boolean;
  readonly claimedUntil: Instant | null;
  /** When customers' praise was noted. */
  readonly compliments: readonly Instant[];
  /** The facts on which this rests. */
  readonly restsOn: readonly FactId[];
}
