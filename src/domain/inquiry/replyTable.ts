/** What a reply does to an inquiry (design.md's reply table), as data. */
import type { CountingRules, ReplyKind } from "../policy/policy.ts";

export interface ReplyEffect {
  /** Ends the response clock whatever `counting.met` says; the other kinds do where the policy lists them. */
  readonly alwaysMeets: boolean;
  /** Nothing more is expected of the city. */
  readonly closes: boolean;
  /** Stays open as a promise with its own day. */
  readonly promises: boolean;
}

/**
 * | reply | response time met | inquiry afterwards |
 * |---|---|---|
 * | acknowledgement | no, unless the policy counts it | open, shown as acknowledged |
 * | holding | as the policy counts it (default yes) | open as a promise with its own date |
 * | part | as the policy counts it (default yes) | as holding; the date is asked for |
 * | answer | yes | closed |
 * | unknown (a person's reply from a phone) | yes | closed |
 *
 * Automatic replies are no facts of an inquiry at all: nobody reports them, so no row is needed.
 */
export const replyTable: Readonly<Record<ReplyKind, ReplyEffect>> = {
  acknowledgement: { alwaysMeets: false, closes: false, promises: false },
  holding: { alwaysMeets: false, closes: false, promises: true },
  part: { alwaysMeets: false, closes: false, promises: true },
  answer: { alwaysMeets: true, closes: true, promises: false },
  unknown: { alwaysMeets: true, closes: true, promises: false },
};

/** True when a reply of this kind meets the response time under the policy's counting rules. */
export function meetsResponseTime(kind: ReplyKind, counting: CountingRules): boolean {
  return replyTable[kind].alwaysMeets || counting.met.includes(kind);
}
