/** What the pane can show and do, whatever the host. `createAddin` makes one from ports; views read `state()`. */
import type { Role } from "../contract/me.ts";
import type { FilledTemplate } from "../domain/acknowledgement/draft.ts";
import type { DueExplanation } from "../domain/deadline/due.ts";
import type { ExclusionReason, ReplyWay } from "../domain/inquiry/fact.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import type { BusinessCalendar } from "../domain/calendar/businessCalendar.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { TeamStatistics } from "../domain/timeliness/statistics.ts";
import type { Instant, LocalDay } from "../domain/time.ts";
import type { Address, OffReason, TriageDecision } from "../domain/triage/message.ts";
import type { OutsideCode } from "./ports.ts";

/** Something a person should know, said in one plain sentence chosen by `code`. */
export interface Notice {
  readonly code:
    | "serviceAway" // figures wait here and are sent later
    | "signInNeeded"
    | "sentItemsUnseen" // replies from elsewhere are not noticed
    | "storageDenied"
    | "calendarEnds" // closures confirmed only through a near day
    | "headersUnknown"
    | "categoriesUnsupported"
    | "shippedPolicy" // the city's policy could not be read; the one beside the pane is used
    | "factsRefused";
  readonly day?: LocalDay;
  readonly count?: number;
}

/** A sender of whom somebody said that mail from there never needs a reply: an address, or "*@domain" for all of it. */
export interface NeverSender {
  readonly sender: string;
  readonly at: Instant;
}

/** A message that a rule put off the clock, when this pane looked at it. */
export interface PutOff {
  readonly internetMessageId: string;
  readonly itemId: string;
  readonly subject: string;
  readonly sender: Address | null;
  readonly rule: string;
  readonly reason: OffReason;
  readonly probable: boolean;
  readonly at: Instant;
}

export interface MessageView {
  readonly kind: "message";
  readonly internetMessageId: string;
  readonly subject: string;
  readonly triage: TriageDecision;
  /** Null while off the clock by rule and nobody overruled it. */
  readonly standing: Standing | null;
  readonly explanation: DueExplanation | null;
  readonly customer: Address | null;
  /** False where nobody can be written to: *Answered another way* leads. */
  readonly canWriteBack: boolean;
  /** How many messages of this conversation wait; one reply answers all. */
  readonly waiting: number;
  /** Business milliseconds left until due (negative: overdue), or null. */
  readonly businessMsLeft: number | null;
  /** Business days left until the due day, 0 on it (negative: overdue), or null. */
  readonly businessDaysLeft: number | null;
  /** True when somebody marked it as a compliment. */
  readonly compliment: boolean;
  /** Whom *This sender never needs a reply* can be said of: the address first; empty where others speak through it. */
  readonly neverOffers: readonly string[];
  /** An undoable step just taken, or null. */
  readonly undo:
    | "channel"
    | "excluded"
    | "included"
    | "answered"
    | "never"
    | "received"
    | "department"
    | "claimed"
    | "compliment"
    | null;
}

export interface DraftView {
  readonly kind: "draft";
  readonly composeType: "newMail" | "reply" | "forward" | null;
  /** The inquiry that this draft answers, when known. */
  readonly answering: MessageView | null;
  readonly templates: readonly FilledTemplate[];
  readonly promiseDays: readonly LocalDay[];
  readonly inserted: string | null;
}

export type View = { readonly kind: "starting" } | { readonly kind: "nothing" } | MessageView | DraftView;

export interface AddinState {
  readonly view: View;
  readonly now: Instant;
  readonly policy: Policy | null;
  readonly calendar: BusinessCalendar | null;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
  readonly notices: readonly Notice[];
  /** Facts that the service has not taken yet. */
  readonly waitingFacts: number;
  /** When Sent Items were looked at last, or null. */
  readonly lookedAt: Instant | null;
  /** What this pane put off the clock by rule and nobody put back; kept on this computer. */
  readonly putOff: readonly PutOff[];
  readonly neverSenders: readonly NeverSender[];
  readonly busy: boolean;
}

export type TeamAnswer =
  { readonly ok: true; readonly statistics: TeamStatistics } | { readonly ok: false; readonly why: OutsideCode };

export interface Addin {
  state(): AddinState;
  subscribe(listener: () => void): () => void;
  start(): Promise<void>;
  /** Looks again: the open item, Sent Items, the queue. */
  refresh(): Promise<void>;
  signIn(): Promise<void>;
  setChannel(channel: string): Promise<void>;
  /** "This needs a reply". */
  include(): Promise<void>;
  /** "No reply needed". */
  exclude(reason: ExclusionReason): Promise<void>;
  /** "Yes, no reply needed": a person confirms what a rule held for probable. */
  confirmOff(): Promise<void>;
  /** "This sender never needs a reply", of one of the open message's `neverOffers`; for this mailbox only. */
  neverNeedsReply(sender: string): Promise<void>;
  removeNeverSender(sender: string): Promise<void>;
  /** "This needs a reply", of a message of `putOff`, open or not. */
  needsReply(internetMessageId: string): Promise<void>;
  openMessage(itemId: string): Promise<void>;
  /** The day on which a letter or a voice message arrived, in the city's zone. */
  setReceivedDay(day: LocalDay): Promise<void>;
  /** Hands the inquiry over to another of the policy's departments. */
  handOver(department: string): Promise<void>;
  /** "I'm on it", until the end of the next business day; false takes it back. */
  setClaimed(on: boolean): Promise<void>;
  /** "A compliment"; false takes it back. */
  setCompliment(on: boolean): Promise<void>;
  answeredAnotherWay(way: Exclude<ReplyWay, "email">, at: Instant): Promise<void>;
  undo(): Promise<void>;
  /** The templates filled for the open message, best fit first. */
  templates(promisedDay: LocalDay | null): readonly FilledTemplate[];
  /** Business days that may be promised, the due day first among equals. */
  promiseDays(): readonly LocalDay[];
  replyWith(template: string, promisedDay: LocalDay | null): Promise<void>;
  insert(template: string, promisedDay: LocalDay | null): Promise<void>;
  team(department: string | null): Promise<TeamAnswer>;
}
