/** *My replies*, and what is selected in Outlook's list, in English. */
import { cardinal } from "../../domain/wording/numbers.ts";
import type { Needs, RepliesText, SelectionText } from "./repliesText.ts";

const inWords = (n: number) => cardinal(n, "en");
const of = (n: number, one: string, many: string) => `${inWords(n)} ${n === 1 ? one : many}`;

const whole = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function sentence({ overdue, today, promised, all, seen }: Needs): string {
  if (all === 0) return seen ? "Nothing waits for you." : "Nothing was waiting at the last look.";
  const parts = [
    ...(overdue > 0 ? [of(overdue, "reply is overdue", "replies are overdue")] : []),
    ...(today > 0 && overdue > 0 ? [of(today, "more is due today", "more are due today")] : []),
    ...(today > 0 && overdue === 0 ? [of(today, "reply needs you today", "replies need you today")] : []),
  ];
  if (parts.length > 0) return whole(parts.join(", "));
  return promised > 0 ? promisesDue(promised) : "Nothing needs you today.";
}

function promisesDue(n: number): string {
  return whole(of(n, "promised answer is due", "promised answers are due"));
}

export const englishReplies: RepliesText = {
  tab: "My replies",
  loading: "Reading what waits",
  sentence,
  promisesDue,
  unread: "Your mailbox has not been looked through yet.",
  firstLook: "Your mailbox is being looked through for the first time.",
  firstLookSoFar: "More may come: your mailbox is still being looked through.",
  stopped: "Your mailbox is not watched. What came since is not in this list.",
  overdue: "Overdue",
  noDate: "No date",
  promised: "Promised",
  dueBy: (time) => `Due by ${time}`,
  acknowledgedDueBy: (time) => `Acknowledged; due by ${time}`,
  acknowledged: "Acknowledged",
  noPromise: "Replied; no day was promised",
  onIt: "somebody is on it",
  messages: (n) => `${n}\u00a0messages`,
  received: (day) => `Received ${day}`,
  noSubject: "(no subject)",
  showAll: (n) => `Show all ${n}`,
  more: (subject) => `More for ${subject}`,
  acknowledge: "Start an acknowledgement",
  deleted: "You deleted this without a reply. Why?",
  chooseReason: "Choose a reason",
  stillNeeded: "It still needs a reply",
  outlookNotes: (day) => `Outlook notes a reply on ${day}; none was seen in Sent Items.`,
  answered: "Answered",
  answeredOf: (subject) => `Answered: open ${subject} to say how`,
  junk: (n) => (n === 1 ? "1 message in Junk may be a customer’s." : `${n} in Junk may be customers.`),
  junkHint:
    "Move a customer’s message to the Inbox, or say here that it needs a reply. Its clock runs from its receipt.",
  notCustomers: "Not a customer’s",
  notCustomersOf: (subject) => `Not a customer’s: ${subject}`,
  older: (n) =>
    n === 1
      ? "1 from the last 10 business days may still wait. Look?"
      : `${n} from the last 10 business days may still wait. Look?`,
  look: "Look",
  notNow: "Not now",
  close: "Close this list",
  settings: "Settings",
  watching: "Watching my mailbox",
  watchingHint:
    "When off, only the message you open is known, and reports count one mailbox as not looked at, without its name.",
  flags: "Follow-up flags",
  flagsHint: "Each message that waits gets a flag with its due day; flags also appear in To Do.",
};

export const englishSelection: SelectionText = {
  tab: "Selected",
  sentence: (n) => `${n} messages selected`,
  unknown: (n) =>
    n === 1
      ? "1 of them is not known here. Open it to see its date."
      : `${n} of them are not known here. Open one to see its date.`,
};
