/** Words of *My replies*, and of what is selected in Outlook's list. */

/** What needs the reader, as counts. */
export interface Needs {
  readonly overdue: number;
  readonly today: number;
  /** Promised for today or an earlier day. */
  readonly promised: number;
  /** Everything that waits, those included. */
  readonly all: number;
  /** False where the mailbox was not seen lately: an empty list says nothing then. */
  readonly seen: boolean;
}

/** *My replies*: what waits in the reader's mailboxes. */
export interface RepliesText {
  tab: string;
  loading: string;
  sentence(needs: Needs): string;
  /** Said beside the sentence when that is about other replies. */
  promisesDue(count: number): string;
  /** The mailbox was never looked through. */
  unread: string;
  /** It is being looked through for the first time; rows may be there already, and more may come. */
  firstLook: string;
  firstLookSoFar: string;
  stopped: string;
  overdue: string;
  noDate: string;
  promised: string;
  dueBy(time: string): string;
  acknowledgedDueBy(time: string): string;
  acknowledged: string;
  /** A reply that was to name a day, and did not. */
  noPromise: string;
  onIt: string;
  messages(count: number): string;
  received(day: string): string;
  noSubject: string;
  showAll(count: number): string;
  more(subject: string): string;
  acknowledge: string;
  deleted: string;
  chooseReason: string;
  stillNeeded: string;
  outlookNotes(day: string): string;
  answered: string;
  answeredOf(subject: string): string;
  junk(count: number): string;
  junkHint: string;
  notCustomers: string;
  notCustomersOf(subject: string): string;
  older(count: number): string;
  look: string;
  notNow: string;
  close: string;
  settings: string;
  watching: string;
  watchingHint: string;
  flags: string;
  flagsHint: string;
}

/** Several messages are selected in Outlook's list. */
export interface SelectionText {
  tab: string;
  sentence(count: number): string;
  /** How many of them the pane knows nothing of. */
  unknown(count: number): string;
}
