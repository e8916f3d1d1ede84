/** What the pane can show and do, whatever the host. `createAddin` makes one from ports; views read `state()`. */
import type { Role } from "../contract/me.ts";
import type { AuditEntry } from "../contract/upkeep.ts";
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
    | "otherAccount" // somebody else is signed in than before: nothing is sent
    | "mailboxUnseen" // the mailbox cannot be read now: new mail and replies from elsewhere are not noticed
    | "mailboxBusy" // Outlook's service asks for patience
    | "storageDenied"
    | "calendarEnds" // closures confirmed only through a near day
    | "headersUnknown"
    | "categoriesUnsupported"
    | "marksNotKept" // what was written on messages was not there when it was looked for, again and again
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
  /** "" is the person's own, else the address of a shared one. */
  readonly mailbox: string;
  readonly subject: string;
  readonly sender: Address | null;
  readonly rule: string;
  readonly reason: OffReason;
  readonly probable: boolean;
  readonly at: Instant;
}

/** A line of *My replies*: an inquiry that waits, or a promise that is to be kept. */
export interface QueueRow {
  readonly internetMessageId: string;
  readonly itemId: string;
  /** "" is the person's own mailbox, else the address of a shared one. */
  readonly mailbox: string;
  readonly subject: string;
  readonly customer: Address | null;
  readonly standing: Standing;
  /** As in MessageView. */
  readonly businessMsLeft: number | null;
  readonly businessDaysLeft: number | null;
  /** Messages of the run that one reply answers. */
  readonly waiting: number;
  /** Deleted here without a reply, and nobody has said that it needs one all the same. */
  readonly askWhyDeleted: boolean;
  /** Outlook noted a reply that nobody saw go out. */
  readonly outlookSaysReplied: Instant | null;
}

/** What waits, in the order in which it needs somebody. */
export interface Queue {
  readonly overdue: readonly QueueRow[];
  readonly today: readonly QueueRow[];
  readonly later: readonly { readonly day: LocalDay; readonly rows: readonly QueueRow[] }[];
  /** Channels without a response time: measured, never due. */
  readonly noDate: readonly QueueRow[];
  readonly promised: readonly QueueRow[];
}

/** A message off the clock that may be a customer's all the same; never counted unless a person says so. */
export interface OfferedRow {
  readonly internetMessageId: string;
  readonly itemId: string;
  /** "" is the person's own mailbox, else the address of a shared one. */
  readonly mailbox: string;
  readonly subject: string;
  readonly customer: Address | null;
  readonly receivedAt: Instant;
}

/** Several messages that are selected in Outlook's list. */
export interface Selection {
  readonly count: number;
  /** Internet message ids of those that are known here. */
  readonly names: readonly string[];
}

/** How far a look that takes long has come. */
export interface LookProgress {
  /** Messages read so far. */
  readonly read: number;
  /** How many of them were worked out; null while more are read. */
  readonly sorted: number | null;
}

/** How much of the mailbox the pane sees: the site's and the person's choice. */
export type Watching =
  /** The open message alone: the site gives no more. */
  | "off"
  /** The person switched it off. */
  | "stopped"
  /** All of it; `flags` too where messages bear our categories. */
  | "reading"
  | "flagging";

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
  /** True while a reply that came back is the last that was heard of one. */
  readonly replyReturned: boolean;
  /** True when a colleague's reply met the response time: who it was is not known, and not asked. */
  readonly answeredByTeam: boolean;
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
  /** When the mailbox was looked through last, or null. */
  readonly lookedAt: Instant | null;
  /** Null unless a look is under way that takes long. */
  readonly looking: LookProgress | null;
  /** Null until the mailbox was looked through once, and where the open message alone is known. */
  readonly queue: Queue | null;
  /** Mail from before the first day that may still wait. Offered once; null when there is nothing to offer. */
  readonly older: readonly OfferedRow[] | null;
  /** Messages in the Junk folder that may be customers'. */
  readonly junk: readonly OfferedRow[];
  /** Null unless at least two messages are selected, in an Outlook that says so. */
  readonly selection: Selection | null;
  readonly watching: Watching;
  /** True when follow-up flags are set too. */
  readonly followUp: boolean;
  /** What this pane put off the clock by rule and nobody put back; kept on this computer. */
  readonly putOff: readonly PutOff[];
  readonly neverSenders: readonly NeverSender[];
  readonly busy: boolean;
}

export type TeamAnswer =
  { readonly ok: true; readonly statistics: TeamStatistics } | { readonly ok: false; readonly why: OutsideCode };

export type LooksAnswer =
  { readonly ok: true; readonly entries: readonly AuditEntry[] } | { readonly ok: false; readonly why: OutsideCode };

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
  /** Who looked at figures and who changed what, latest first. @param department null: of all */
  looks(department: string | null): Promise<LooksAnswer>;
  /* of lines of My replies, by their internetMessageId */
  openRow(row: Pick<QueueRow, "itemId" | "mailbox">): Promise<void>;
  /** Opens the message; the reply begins as soon as it is open. */
  acknowledgeRow(row: Pick<QueueRow, "itemId" | "mailbox" | "internetMessageId">): Promise<void>;
  excludeRows(names: readonly string[], reason: ExclusionReason): Promise<void>;
  /** "This needs a reply", of each of a selection's names. */
  includeSelected(names: readonly string[]): Promise<void>;
  /** "It still needs a reply", though it was deleted: why is not asked again, on whatever computer. */
  keepDeleted(name: string): Promise<void>;
  /** "This needs a reply", of older mail or mail in Junk. */
  includeOffered(name: string): Promise<void>;
  /** Older mail is not offered again. */
  closeOlder(): Promise<void>;
  /** Stop watching my mailbox, or begin again. */
  setWatching(on: boolean): Promise<void>;
  setFollowUp(on: boolean): Promise<void>;
}
