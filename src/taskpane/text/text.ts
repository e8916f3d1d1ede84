/** Every word for people in the pane: one interface, a catalogue per language. Functions where a number or a name goes in. */
import type { Language } from "../../domain/wording/dates.ts";
import type { TemplateFields } from "../../domain/acknowledgement/draft.ts";
import type { FitReason } from "../../domain/acknowledgement/fit.ts";
import type { TimeSource } from "../../domain/deadline/due.ts";
import type { ReplyWay } from "../../domain/inquiry/fact.ts";
import type { ReplyKind } from "../../domain/policy/policy.ts";
import type { LookProgress, MessageView, Notice } from "../../addin/addin.ts";
import type { OutsideCode } from "../../addin/ports.ts";
import type { LooksText } from "./looksText.ts";
import type { RepliesText, SelectionText } from "./repliesText.ts";

/** A day as people name it, seen from today; `words` is a weekday or the date in full. */
export type NamedDay =
  { readonly kind: "today" | "tomorrow" | "yesterday" } | { readonly kind: "weekday" | "date"; readonly words: string };

/** Why something could not be had, and what to do; `other` for every reason that is not named. */
export type Refusals = Readonly<Partial<Record<OutsideCode, string>>> & { readonly other: string };

/** Where an inquiry stands, in words. Days arrive named by `day`, times and durations already in words. */
export interface StateText {
  day(day: NamedDay): string;
  due(day: string): string;
  dueInDays(count: number): string;
  overdueSince(time: string): string;
  overdueBy(days: number): string;
  noDate: string;
  repliedInTime: string;
  repliedLate(days: number): string;
  replied: string;
  /** A colleague's reply met the response time; `time` where that was today. */
  answeredByTeam(time: string | null): string;
  acknowledged(due: string): string;
  acknowledgedNoDate: string;
  promised(day: string): string;
  promiseMissed: string;
  off(reason: string): string;
  /** A rule is not sure. */
  probablyOff(reason: string): string;
  probablyThanks: string;
  /** Of mail that is too old to be counted, by the rule that says so. */
  tooOld: Readonly<Record<string, string>>;
  unknown: string;
  /** "Tuesday, November 24, by 4:30 p.m." */
  by(day: string, time: string): string;
  endOfDay: string;
  wasDue(day: string, time: string): string;
  repliedOn(day: string, time: string): string;
  promisedThe(day: string): string;
  daysLeft(count: number): string;
  leftToday(duration: string): string;
  responseTimeMet: string;
  stillOpen: string;
}

export interface MessageText {
  reply: string;
  /** The same step once receipt was acknowledged. */
  replyAgain: string;
  /** The same step where only a notice's text names the customer. */
  writeNew: string;
  writeNewHint(address: string): string;
  writeNewFailed(address: string): string;
  otherTemplates: string;
  promiseBy: string;
  waiting(count: number): string;
  change: string;
  changeChannel(now: string): string;
  received(day: string, time: string): string;
  /** Of a letter whose day a person entered. */
  arrived(day: string): string;
  needsReply: string;
  why: string;
  rule(id: string): string;
  probable: string;
  onlyThanks: string;
  markedByPerson: string;
  excludedAfterDue: string;
  noReplyNeeded: string;
  chooseReason: string;
  neverAddress(address: string): string;
  neverDomain(domain: string): string;
  copyText: string;
  undo: string;
  undone: Readonly<Record<NonNullable<MessageView["undo"]>, string>>;
  /** Word for a triage reason, an exclusion reason or a rule that says more than its reason; the id itself when the policy names one of its own. */
  reason(id: string): string;
  /** One sentence for a triage reason or such a rule. */
  reasonSentence(id: string): string | null;
}

export interface WhyText {
  question: string;
  received: string;
  timeSource: Readonly<Record<TimeSource, string>>;
  due: string;
  provisional: string;
  announced(day: string): string;
  clause(clause: string): string;
  policy(name: string, version: string): string;
  zoneData(version: string): string;
}

export interface AnsweredText {
  title: string;
  way: string;
  ways: Readonly<Record<Exclude<ReplyWay, "email">, string>>;
  day: string;
  time: string;
  record: string;
  cancel: string;
  tooEarly(received: string): string;
  toCome: string;
  incomplete: string;
}

/** The menu of what is seldom needed, and what it leaves on the message. */
export interface MoreText {
  more: string;
  onIt: string;
  /** The last day of it, as `state.day` names it. */
  claimed(day: string): string;
  markCompliment: string;
  compliment: string;
  correctDay: string;
  handOver: string;
  returned: string;
}

/** The day on which a letter or a voice message arrived. */
export interface ArrivalText {
  title: string;
  day: string;
  save: string;
  incomplete: string;
  toCome: string;
  tooLongAgo: string;
}

/** What was put off the clock by rule, and who never needs a reply. */
export interface ReviewText {
  link(count: number): string;
  back: string;
  title(count: number): string;
  scope: string;
  probable: string;
  certain: string;
  noSubject: string;
  needsReply(subject: string): string;
  never: string;
  neverScope: string;
  everybodyAt(domain: string): string;
  since(day: string): string;
  thisWeek(count: number): string;
  remove: string;
  removeSender(sender: string): string;
  forCity: string;
  forCityLabel: string;
  forCityHint: string;
}

export interface ComposeText {
  label: string;
  answeringDue(day: string, time: string): string;
  answering(sentence: string): string;
  newMessage: string;
  newMessageHint: string;
  templates: string;
  search: string;
  /** Of a search. */
  found(count: number): string;
  /** Why the first template is first. */
  fits: Readonly<Record<FitReason, string>>;
  /** What a reply of this kind does; `meets` is the policy's word on it. */
  kind(kind: ReplyKind, meets: boolean): string;
  preview: string;
  missing(fields: readonly string[]): string;
  fields: Readonly<Record<keyof TemplateFields, string>>;
  promise: string;
  insert: string;
  inserted: string;
  noTemplates: string;
}

export type Term =
  | "compliance"
  | "trend"
  | "overdue"
  | "dueToday"
  | "oldest"
  | "open"
  | "median"
  | "channel"
  | "weeks"
  | "excluded"
  | "coverage"
  | "sample";

export type PastDay = { readonly kind: "weekday" | "date"; readonly words: string };

export interface TeamText {
  label: string;
  loading: string;
  nothingDue: string;
  every(due: number): string;
  /** `percent` is a whole number, 0 to 100. */
  share(percent: number): string;
  few(met: number, due: number): string;
  ofDue(met: number, due: number): string;
  ofFew(met: number, due: number): string;
  percent(percent: number): string;
  upFrom(percent: string): string;
  downFrom(percent: string): string;
  sameAs(percent: string): string;
  period(from: string, to: string): string;
  asOf(day: string, time: string): string;
  soFar: string;
  /** What the figures rest on where no mailbox is known. */
  messagesOpened: string;
  mailboxesSeen(seen: number, known: number): string;
  stoppedWatching(count: number): string;
  /** `since` is a weekday within the last six days, else a day in full; null: never. */
  notSeen(mailboxes: readonly string[], since: PastDay | null): string;
  sample: string;
  department: string;
  allDepartments: string;
  needsHelp: string;
  nobodyWaits: string;
  overdue(count: number): string;
  dueToday(count: number): string;
  oldest(days: number): string;
  open(count: number): string;
  howQuickly: string;
  median(duration: string): string;
  ofReplies(count: number): string;
  /** @param count enough, where the median would tell of persons for another reason */
  noMedian(count: number): string;
  /** The first day and the last one. */
  wholeWeeks(from: string, to: string): string;
  byChannel: string;
  openOf(count: number): string;
  byWeek: string;
  weeksLoading: string;
  weeksLabel: string;
  week: string;
  weekOf(day: string): string;
  inTime: string;
  /** A week's share as it was stated on a day, and as it is now. */
  changed(was: string, day: string, now: string): string;
  changedWeek(week: string, was: string, day: string, now: string): string;
  /** How many due dates a recalculation moved on a day. */
  datesMoved(count: number, day: string): string;
  ofWeek(week: string, words: string): string;
  withCounts(percent: string, met: number, due: number): string;
  asTable: string;
  asChart: string;
  excluded(count: number): string;
  whyExcluded: string;
  excludedFor(reason: string, count: number): string;
  excludedAfterDue(count: number): string;
  definitions: Readonly<Record<Term, { readonly term: string; readonly text: string }>>;
  failures: Refusals;
}

export interface PaneText {
  starting: string;
  /** A part of the pane is being fetched. */
  loading: string;
  nothing: string;
  outsideOutlook: string;
  views: string;
  thisMessage: string;
  team: string;
  signIn: string;
  looking: string;
  looked(minutes: number): string;
  /** A look that takes long: how far it has come. */
  lookingThrough(progress: LookProgress): string;
  /** The same for who listens: said once. */
  lookTakesLong: string;
  lookAgain: string;
  notice(notice: Notice, day: string | null): string;
  /** A step that the outside world refused: what to do now. */
  failure: Readonly<Record<OutsideCode, string>>;
  replyFailed: string;
  /** A part of the pane could not be fetched. */
  notLoaded: string;
  tryAgain: string;
}

export interface Text {
  readonly language: Language;
  readonly pane: PaneText;
  readonly state: StateText;
  readonly message: MessageText;
  readonly why: WhyText;
  readonly answered: AnsweredText;
  readonly more: MoreText;
  readonly arrival: ArrivalText;
  readonly review: ReviewText;
  readonly replies: RepliesText;
  readonly selection: SelectionText;
  readonly compose: ComposeText;
  readonly team: TeamText;
  readonly looks: LooksText;
}
