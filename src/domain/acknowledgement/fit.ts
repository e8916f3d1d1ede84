/** Which templates fit best where the inquiry stands, and why. */
import type { Standing } from "../inquiry/standing.ts";
import type { ReplyKind } from "../policy/policy.ts";

/** `usual`: nothing speaks for another than the one that the policy's authors put first. */
export type FitReason = "overdue" | "dueToday" | "promised" | "acknowledged" | "usual";

type Stands = Pick<Standing, "state" | "acknowledgedAt">;

interface Wanted {
  readonly why: FitReason;
  /** Kinds of reply that fit, better ones first, equal ones together. */
  readonly kinds: readonly (readonly ReplyKind[])[];
}

/**
 * Templates with the best fit first; among equals the policy's order stays.
 *
 * @param stands null where no inquiry is known: then the policy's order is all
 * @param met the kinds of reply that meet the response time (the policy's `counting.met`)
 */
export function byFit<T extends { readonly replyKind: ReplyKind }>(
  templates: readonly T[],
  stands: Stands | null,
  met: readonly ReplyKind[],
): readonly T[] {
  const wanted = wantedIn(stands, met);
  return [...templates].sort((a, b) => rank(a.replyKind, wanted) - rank(b.replyKind, wanted));
}

/** Why the first of `byFit` is first. */
export function whyFirst(kind: ReplyKind, stands: Stands | null, met: readonly ReplyKind[]): FitReason {
  const wanted = wantedIn(stands, met);
  return rank(kind, wanted) < wanted.kinds.length ? wanted.why : "usual";
}

/**
 * Where time presses, what meets the response time: first who answers and by when, which can be said at once. After a
 * promise, the answer. After a receipt, anything but a second one.
 */
function wantedIn(stands: Stands | null, met: readonly ReplyKind[]): Wanted {
  if (stands === null) return { why: "usual", kinds: [] };
  const { state, acknowledgedAt } = stands;
  if (state === "overdue" || state === "dueToday") {
    const meeting = (kinds: readonly ReplyKind[]) => kinds.filter((kind) => met.includes(kind));
    return { why: state, kinds: [meeting(["holding"]), meeting(["part", "answer"])] };
  }
  if (state === "promised") return { why: "promised", kinds: [["answer"], ["part"]] };
  if (acknowledgedAt !== null) return { why: "acknowledged", kinds: [["holding", "part", "answer"]] };
  return { why: "usual", kinds: [] };
}

function rank(kind: ReplyKind, { kinds }: Wanted): number {
  const found = kinds.findIndex((group) => group.includes(kind));
  return found < 0 ? kinds.length : found;
}
