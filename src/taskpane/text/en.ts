/** The pane in English. */
import { thousands } from "../../domain/wording/numbers.ts";
import { englishReasons } from "../../domain/wording/reasonsEnglish.ts";
import type { Text } from "./text.ts";
import { englishCompose } from "./composeEn.ts";
import { englishLooks } from "./looksEn.ts";
import { englishMore } from "./moreEn.ts";
import { englishReplies, englishSelection } from "./repliesEn.ts";
import { englishReview } from "./reviewEn.ts";
import { englishTeam } from "./teamEn.ts";

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const businessDays = (n: number) => count(n, "business day", "business days");

const reasonSentences: Readonly<Record<string, string>> = {
  automatic: "The message says itself that a machine sent it.",
  bulk: "It went to a list or to many people at once.",
  bounce: "A mail system reports on a message that was sent.",
  calendar: "It is a calendar message; Outlook answers those.",
  receipt: "It only says that a message was read or delivered.",
  notification: "It comes from a sender that reports on equipment or systems.",
  internal: "The sender works here and is not among the customers inside.",
  closing: "It only thanks for an answer, and asks nothing more.",
  ours: "It was sent from this mailbox.",
  "sender-never": "Somebody said at this computer that mail from this sender never needs a reply.",
  "counts-from": "It came before the day on which the city began to count, so nothing is due.",
  "before-joining": "It came before the day from which this mailbox is counted, so nothing is due.",
  "before-look-back":
    "This computer sees it for the first time, and so long after it came that its headers are not read any more.",
  junk: "It lies in the Junk folder. Move it out and the clock runs from its receipt.",
};

export const english: Text = {
  language: "en",
  pane: {
    starting: "Looking at the message",
    loading: "Loading",
    nothing: "Open a message to see when its reply is due.",
    outsideOutlook: "This page works inside Outlook. Open a message there, then CivicReply from its ribbon.",
    views: "What to show",
    thisMessage: "This message",
    team: "Team",
    signIn: "Sign in",
    looking: "Looking…",
    looked: (minutes) =>
      minutes < 1
        ? "Looked just now"
        : minutes < 60
          ? `Looked ${minutes} min ago`
          : `Looked ${Math.floor(minutes / 60)} h ago`,
    lookingThrough: ({ read, sorted }) =>
      sorted === null
        ? `Looking through your mailbox: ${thousands(read, "en")} messages read so far`
        : `Looking through your mailbox: ${thousands(sorted, "en")} of ${thousands(read, "en")} messages sorted`,
    lookTakesLong: "Looking through your mailbox. This may take a few minutes; you can go on working.",
    lookAgain: "Look again",
    notice: (notice, day) => {
      switch (notice.code) {
        case "serviceAway":
          return notice.count
            ? `${count(notice.count, "note waits", "notes wait")} on this computer and ${notice.count === 1 ? "is" : "are"} sent when the service answers.`
            : "The service does not answer now. Dates shown here are right all the same.";
        case "signInNeeded":
          return "Sign in so that your replies are noticed and counted.";
        case "otherAccount":
          return "Outlook signed in somebody else than before. Notes wait here until you sign in as yourself.";
        case "mailboxUnseen":
          return "New mail and replies from elsewhere are not noticed now. Open a message to see its date.";
        case "mailboxBusy":
          return "Outlook’s mail service is busy. The pane looks again by itself in a moment.";
        case "storageDenied":
          return "This browser keeps nothing for the pane. Leave it open until everything is sent.";
        case "calendarEnds":
          return day === null
            ? "The closed days ahead are not confirmed yet. Ask your administrator to confirm them."
            : `Closed days are confirmed through ${day} only. Ask your administrator to confirm more.`;
        case "headersUnknown":
          return "Could not read this message’s headers. The clock runs, to be safe.";
        case "categoriesUnsupported":
          return "Outlook lets no category be set here. Look in this pane for the state.";
        case "marksNotKept":
          return "Outlook did not keep some categories that were set here. Look in this pane for the state.";
        case "shippedPolicy":
          return "The city’s policy could not be read. The one that came with the pane is used until it can.";
        case "factsRefused":
          return "The service did not take some notes. Tell your administrator; replies are not lost.";
      }
    },
    failure: {
      offline: "There is no connection now. Try again in a moment.",
      signInNeeded: "Sign in, then try again.",
      forbidden: "This mailbox does not allow it. Ask your administrator.",
      refused: "This could not be saved. Try again.",
      throttled: "The service is busy. Try again in a minute.",
      unsupported: "Outlook cannot do this here. Try Outlook on the web.",
      storageDenied: "This browser keeps nothing for the pane. Try another window.",
      gone: "This message is no longer here. Open another one.",
      resync: "The mailbox has to be read anew. Look again.",
      unexpected: "That did not work. Try again; if it stays so, tell your administrator.",
    },
    replyFailed: "Outlook could not open a reply from here. Copy this text into one.",
    notLoaded: "This part of the pane could not be loaded. Try again, or close the pane and open it once more.",
    tryAgain: "Try again",
  },
  state: {
    day: (day) => (day.kind === "weekday" || day.kind === "date" ? day.words : day.kind),
    due: (day) => `Reply due ${day}`,
    dueInDays: (n) => `Reply due in ${businessDays(n)}`,
    overdueSince: (time) => `Overdue since ${time}`,
    overdueBy: (n) => `Overdue by ${businessDays(n)}`,
    noDate: "Reply expected, with no set date",
    repliedInTime: "Replied in time",
    repliedLate: (n) => (n === 0 ? "Replied late, the same day" : `Replied, ${businessDays(n)} late`),
    replied: "Replied",
    answeredByTeam: (time) => (time === null ? "Answered by your team" : `Answered by your team, ${time}`),
    acknowledged: (day) => `Acknowledged; answer due ${day}`,
    acknowledgedNoDate: "Acknowledged; answer still expected",
    promised: (day) => `Answer promised for ${day}`,
    promiseMissed: "The promised day has passed",
    off: (reason) => `No reply expected: ${reason}`,
    probablyOff: (reason) => `Probably no reply expected: ${reason}`,
    probablyThanks: "Probably only thanks",
    tooOld: {
      "counts-from": "From before the city began to count",
      "before-joining": "From before this mailbox was counted",
      "before-look-back": "Too long ago to tell whether it needs a reply",
    },
    unknown: "Could not tell whether a reply is due",
    by: (day, time) => `${day}, by ${time}`,
    endOfDay: "the end of the day",
    wasDue: (day, time) => `It was due ${day}, by ${time}`,
    repliedOn: (day, time) => `${day}, ${time}`,
    promisedThe: (day) => day,
    daysLeft: (n) => `${businessDays(n)} left`,
    leftToday: (duration) => `${duration} left today`,
    responseTimeMet: "The first reply kept the response time.",
    stillOpen: "The customer still waits for the answer.",
  },
  message: {
    reply: "Reply with acknowledgement",
    replyAgain: "Reply with a template",
    writeNew: "Write to the customer",
    writeNewHint: (address) => `Opens a new message to ${address}. Outlook’s Reply would go to the machine.`,
    writeNewFailed: (address) =>
      `Outlook could not open a new message from here. Copy this text into one to ${address}.`,
    otherTemplates: "Choose a template",
    promiseBy: "Promise an answer by",
    waiting: (n) =>
      n === 2 ? "2 messages wait; this reply answers both." : `${n} messages wait; this reply answers them all.`,
    change: "Change",
    changeChannel: (now) => `Change the channel, now ${now}`,
    received: (day, time) => `Received ${day}, ${time}`,
    arrived: (day) => `Arrived ${day} (corrected)`,
    needsReply: "This needs a reply",
    why: "Why?",
    rule: (id) => `Rule: ${id}`,
    probable: "This is probable, not certain. Which is it?",
    onlyThanks: "Only thanks",
    markedByPerson: "Somebody here marked it so.",
    excludedAfterDue: "It was marked after its due date and is counted as such.",
    noReplyNeeded: "No reply needed",
    chooseReason: "Why does it need no reply?",
    neverAddress: (address) => `${address} never needs a reply`,
    neverDomain: (domain) => `Mail from ${domain} never needs a reply`,
    copyText: "Text to copy",
    undo: "Undo",
    undone: {
      channel: "The channel is changed, and the date with it.",
      excluded: "Marked: no reply needed.",
      included: "Marked: this needs a reply.",
      answered: "Recorded: answered another way.",
      never: "From now on, mail from this sender stays off the clock in this mailbox.",
      received: "The day of arrival is changed, and the date with it.",
      department: "Handed over. The clock goes on.",
      claimed: "Noted: you are on it.",
      compliment: "Marked as a compliment.",
    },
    reason: (id) => englishReasons[id] ?? id,
    reasonSentence: (id) => reasonSentences[id] ?? null,
  },
  why: {
    question: "Why this date?",
    received: "received",
    timeSource: {
      exchange: "Time of receipt: from the mail server.",
      header: "Time of receipt: from the message’s own header.",
      created: "Time of receipt: when the copy in this mailbox was made.",
      person: "Time of receipt: entered by a person.",
    },
    due: "reply due",
    provisional: "The closed days up to then are not all confirmed; the date may still move.",
    announced: (day) => `For this high-volume period a later date was announced: ${day}.`,
    clause: (clause) => `Standard: ${clause}`,
    policy: (name, version) => `${name}, version ${version}`,
    zoneData: (version) => `Time zone data ${version}`,
  },
  answered: {
    title: "Answered another way",
    way: "How",
    ways: {
      phone: "By phone",
      inPerson: "In person",
      portal: "In the portal",
      letter: "By letter",
      other: "Another way",
    },
    day: "Day",
    time: "Time",
    record: "Record the answer",
    cancel: "Cancel",
    tooEarly: (received) => `The message came on ${received}; choose a later time.`,
    toCome: "That is still to come. Choose a time that has passed.",
    incomplete: "Fill in a day and a time.",
  },
  more: englishMore,
  arrival: {
    title: "When did it arrive?",
    day: "Day it arrived",
    save: "Save the day",
    incomplete: "Fill in a day.",
    toCome: "That day is still to come. Choose today or an earlier day.",
    tooLongAgo: "Choose a day within the last 60 days.",
  },
  review: englishReview,
  replies: englishReplies,
  selection: englishSelection,
  compose: englishCompose,
  team: englishTeam,
  looks: englishLooks,
};
