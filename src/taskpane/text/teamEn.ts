/** The team view in English; the definitions say which day puts an inquiry into a period (its cohort). */
import type { TeamText } from "./text.ts";

const businessDays = (n: number) => `${n} business ${n === 1 ? "day" : "days"}`;

export const englishTeam: TeamText = {
  label: "Team",
  loading: "Getting the figures",
  nothingDue: "Nothing was due in these weeks",
  every: (due) =>
    due === 1 ? "The one reply that was due kept the promise" : `All ${due} replies due kept the promise`,
  share: (percent) => `${percent}\u00a0% of replies kept the promise`,
  few: (met, due) => `${met} of ${due} replies kept the promise`,
  ofDue: (met, due) => `${met} of ${due} due`,
  ofFew: (met, due) => `${met} of ${due}`,
  percent: (percent) => `${percent}\u00a0%`,
  upFrom: (percent) => `up from ${percent}`,
  downFrom: (percent) => `down from ${percent}`,
  sameAs: (percent) => `${percent} before, too`,
  period: (from, to) => `Due ${from} to ${to}`,
  asOf: (day, time) => `As of ${day}, ${time}`,
  soFar: "so far",
  messagesOpened: "of messages opened",
  mailboxesSeen: (seen, known) => {
    if (seen < known) return `${seen} of ${known} ${known === 1 ? "mailbox" : "mailboxes"} looked at`;
    return known === 1 ? "the one mailbox was looked at" : `all ${known} mailboxes looked at`;
  },
  stoppedWatching: (n) => `${n} stopped watching`,
  notSeen: (mailboxes, since) =>
    since === null
      ? `${mailboxes.join(", ")} not looked at yet`
      : `${mailboxes.join(", ")} not looked at since ${since.words}`,
  sample: "Sample data",
  department: "Department",
  allDepartments: "All departments",
  needsHelp: "Needs help now",
  nobodyWaits: "Nobody waits past the date.",
  overdue: (n) => `${n} overdue`,
  dueToday: (n) => `${n} due today`,
  oldest: (n) => (n === 0 ? "oldest from today" : `oldest ${businessDays(n)}`),
  open: (n) => `${n} open in all`,
  howQuickly: "How quickly",
  median: (duration) => `Median ${duration}`,
  ofReplies: (n) => (n === 1 ? "of 1 reply, in business time" : `of ${n} replies, in business time`),
  noMedian: (n) => {
    if (n === 0) return "No replies";
    if (n >= 5) return "Median not shown: it would tell of persons";
    return `Too few for a median: ${n} ${n === 1 ? "reply" : "replies"}`;
  },
  wholeWeeks: (from, to) => `in the whole weeks ${from} to ${to}`,
  byChannel: "By channel",
  openOf: (n) => `${n} open`,
  byWeek: "Week by week",
  weeksLoading: "Getting the chart",
  weeksLabel: "Share of replies that kept the promise, by the week in which they were due",
  week: "Week of",
  weekOf: (day) => `Week of ${day}`,
  inTime: "Kept",
  changed: (was, day, now) => `Was ${was} on ${day}, now ${now}`,
  changedWeek: (week, was, day, now) => `Week of ${week}: was ${was} on ${day}, now ${now}`,
  datesMoved: (n, day) => `${n} due ${n === 1 ? "date" : "dates"} moved on ${day} by a recalculation`,
  ofWeek: (week, words) => `Week of ${week}: ${words}`,
  withCounts: (percent, met, due) => `${percent} (${met} of ${due})`,
  asTable: "Show as a table",
  asChart: "Show as a chart",
  excluded: (n) => `${n} off the clock`,
  whyExcluded: "Why off the clock?",
  excludedFor: (reason, n) => `${n} – ${reason}`,
  excludedAfterDue: (n) => (n === 1 ? "1 in all after its due date" : `${n} in all after their due dates`),
  definitions: {
    compliance: {
      term: "Replies that kept the promise",
      text: "Inquiries met in time, of all whose due date fell in the period; unanswered ones count too. A reply exactly at the due time is in time.",
    },
    trend: { term: "Before", text: "The same share for the period of equal length before this one." },
    overdue: { term: "Overdue", text: "Open now, and the due time has passed without a reply that meets it." },
    dueToday: { term: "Due today", text: "Open now, and due by the end of today’s office hours." },
    oldest: { term: "Oldest", text: "Business days since the oldest open inquiry counted as received." },
    open: { term: "Open", text: "All inquiries that wait for a reply now, whenever they are due." },
    median: {
      term: "Median",
      text: "Half of the replies took less office time from receipt to reply, half took more. Over inquiries replied to in whole weeks, Monday to Sunday. Shown only where so many replies and mailboxes are behind it, and behind what it leaves of wider figures, that it tells of no person.",
    },
    channel: {
      term: "By channel",
      text: "Met, of all due in the period, for each way in which inquiries arrive. Under five, the two numbers stand in place of a percentage.",
    },
    weeks: {
      term: "Week by week",
      text: "Met, of all due in each week: this week and the eight before. This week is not over yet. A week’s share is stated at the end of the next business day; where something told later changed it, both are shown.",
    },
    excluded: {
      term: "Off the clock",
      text: "Automatic mail, newsletters and the like, and messages that a person marked as needing no reply. They are in none of the shares.",
    },
    coverage: {
      term: "What is counted",
      text: "A mailbox counts as looked at when a pane went through it on the last business day or since. Of the others, only messages opened with the pane beside them are in the figures: what nobody opened is unknown, not zero.",
    },
    sample: {
      term: "Sample data",
      text: "Invented inquiries are among these figures. They are here for trying things out.",
    },
  },
  failures: {
    offline: "The service does not answer now. The figures come back with it.",
    forbidden: "Team figures are for supervisors. Ask your administrator if you should see them.",
    signInNeeded: "Sign in to see your team’s figures.",
    other: "The figures could not be read. Try again; if it stays so, tell your administrator.",
  },
};
