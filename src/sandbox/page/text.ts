/** Every word of the sandbox page for people: one interface, a catalogue per language. */
import type { GraphFaultKind, WellKnownFolder } from "../api.ts";
import type { Deed } from "./mail/listed.ts";

export interface SandboxText {
  /* the bar of the sandbox */
  sandbox: string;
  promise: string;
  person: string;
  clock: string;
  tomorrow: string;
  nextDue: string;
  realTime: string;
  /** Why "Real time" cannot be pressed. */
  mailIsAhead: string;
  newMail: string;
  dropHint: string;
  drop: string;
  notArrived(file: string, reason: string): string;
  arrived(sender: string, subject: string): string;
  /* what happens without the add-in, to the open message */
  elsewhere: string;
  elsewhereFor(subject: string): string;
  elsewhereNothing: string;
  readonly deed: Readonly<Record<Deed, string>>;
  readonly deedDone: Readonly<Record<Deed, string>>;
  /* what does not work, on request */
  faults: string;
  serviceStopped: string;
  graph: string;
  readonly graphFault: Readonly<Record<GraphFaultKind, string>>;
  graphIs(fault: string): string;
  changesSeen: string;
  /** How much later Graph shows a change; 0: at once. */
  later(ms: number): string;
  unreadable(count: number): string;
  unreadableTitle: string;
  /* ports that a browser refuses until it was asked once */
  unreachable: string;
  openOnce(origin: string): string;
  tryAgain: string;
  /* folders and list */
  folders: string;
  folder: Readonly<Record<WellKnownFolder, string>>;
  newFolder: string;
  folderName: string;
  create: string;
  unread(count: number): string;
  newMessage: string;
  messages: string;
  emptyFolder: string;
  noSubject: string;
  noSender: string;
  unreadMark: string;
  attachmentMark: string;
  draftMark: string;
  flagged: string;
  flaggedDue(day: string): string;
  flagComplete: string;
  yesterday: string;
  loading: string;
  /* reading */
  nothingOpen: string;
  /** Where a first look begins: a message of the list, and the add-in's button for it. */
  begin(subject: string, button: string): string;
  back: string;
  readingPane: string;
  ribbon: string;
  reply: string;
  replyAll: string;
  forward: string;
  delete: string;
  move: string;
  deleteForGood: string;
  deleteForGoodAsked(subject: string): string;
  flag: string;
  unflag: string;
  to: string;
  cc: string;
  bcc: string;
  showBcc: string;
  notifications: string;
  dismiss: string;
  attachments: string;
  /* the add-in's pane */
  pane(addin: string): string;
  pin: string;
  closePane: string;
  widePane: string;
  narrowPane: string;
  /* writing */
  compose: string;
  send: string;
  sending: string;
  discard: string;
  popOut: string;
  plainText: string;
  closeWindow: string;
  subject: string;
  messageBody: string;
  removeRecipient(name: string): string;
  noRecipients: string;
  /* send, held by the add-in */
  held(addin: string): string;
  sendAnyway: string;
  doNotSend: string;
  slow(addin: string): string;
  slowMore: string;
  unavailable(addin: string): string;
  /* sign-in */
  permission: string;
  permissionAsked(addin: string, person: string): string;
  allow: string;
  cancel: string;
  save: string;
  readonly scope: (name: string) => string;
  /* when something did not work */
  serverGone: string;
  close: string;
}
