/** The small facts of which an inquiry is made. They are never changed; who corrects adds one. */
import type { TimeSource } from "../deadline/due.ts";
import type { ReplyKind } from "../policy/policy.ts";
import type { Instant, LocalDay } from "../time.ts";

declare const inquiryBrand: unique symbol;
declare const factBrand: unique symbol;
export type InquiryId = string & { readonly [inquiryBrand]: true };
export type FactId = string & { readonly [factBrand]: true };

export type ReplyWay = "email" | "phone" | "inPerson" | "portal" | "letter" | "other";
export type SeenIn = "sentItems" | "send" | "person";
export type MailboxKind = "personal" | "shared";

/** Reasons for which a person takes a message off the clock: a closed list, no free text (design rule 3). */
export const exclusionReasons = [
  "thanks",
  "duplicate",
  "copiedOnly",
  "notService",
  "private",
  "anonymous",
  "abusive",
  "junk",
  "formalProcess",
  "satisfiedAtOnce",
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/**
 * Why the rules take a message off the clock that turns out to belong to an older one's run: it is no inquiry of its own.
 * No reason that a person can give.
 */
export const reminder = "reminder";

/**
 * Why the service takes an inquiry off the clock that waits in a shared mailbox which was closed (closing.ts): by an
 * administrator's word for the whole mailbox. No reason that a person or a pane can give.
 */
export const mailboxClosed = "mailboxClosed";

export type FactBody =
  | {
      readonly kind: "received";
      readonly channel: string;
      readonly department: string | null;
      readonly mailboxKind: MailboxKind;
      readonly timeSource: TimeSource;
    }
  | {
      readonly kind: "replied";
      readonly replyKind: ReplyKind;
      readonly way: ReplyWay;
      readonly seenIn: SeenIn;
      readonly promisedDay?: LocalDay;
    }
  | { readonly kind: "excluded"; readonly reason: string }
  | { readonly kind: "included" }
  | { readonly kind: "channelSet"; readonly channel: string }
  | { readonly kind: "departmentSet"; readonly department: string }
  | { readonly kind: "receivedSet"; readonly receivedAt: Instant }
  | { readonly kind: "returned"; readonly reply: FactId }
  | { readonly kind: "retracted"; readonly fact: FactId }
  | { readonly kind: "claimed"; readonly until: Instant }
  | { readonly kind: "compliment" };

/** What was seen, before it has a name: `at` is when it happened (Exchange's clock where there is one). */
export type Observation = FactBody & {
  readonly at: Instant;
  readonly saidAt: Instant;
  readonly by: "rule" | "person";
};

/** An observation with the hash of its content; unique together with the inquiry. */
export type Fact = Observation & { readonly id: FactId; readonly inquiry: InquiryId };
