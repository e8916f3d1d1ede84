/** A small invented city and an add-in of plain objects, in each state that the pane can show. */
import type {
  LooksAnswer,
  Addin,
  AddinState,
  MessageView,
  NeverSender,
  Notice,
  OfferedRow,
  PutOff,
  Queue,
  QueueRow,
  TeamAnswer,
} from "../../src/addin/addin.ts";
import { OutsideError } from "../../src/addin/ports.ts";
import { queueOf } from "../../src/addin/queue.ts";
import { byFit } from "../../src/domain/acknowledgement/fit.ts";
import { fillTemplate, promiseDays } from "../../src/domain/acknowledgement/template.ts";
import { businessCalendar } from "../../src/domain/calendar/businessCalendar.ts";
import { explainDue } from "../../src/domain/deadline/explain.ts";
import type { InquiryId } from "../../src/domain/inquiry/fact.ts";
import type { Standing } from "../../src/domain/inquiry/standing.ts";
import type { Policy } from "../../src/domain/policy/policy.ts";
import type { Share, SinceStated, TeamStatistics } from "../../src/domain/timeliness/statistics.ts";
import type { Instant } from "../../src/domain/time.ts";
import type { AuditEntry } from "../../src/contract/upkeep.ts";
import type { TriageDecision } from "../../src/domain/triage/message.ts";
import type { Language } from "../../src/domain/wording/dates.ts";
import { at, day } from "./time.ts";

const open: readonly (readonly [string, string])[] = [["08:30", "16:30"]];

export const samplePolicy: Policy = {
  name: "City of Pinewood reply standard",
  version: "2026-11",
  calendar: {
    timeZone: "America/Edmonton",
    weekly: { mon: open, tue: open, wed: open, thu: open, fri: open },
    closures: [
      { date: day("Wed 2026-11-11"), name: "Remembrance Day" },
      { date: day("Fri 2026-12-25"), name: "Christmas Day" },
    ],
    special: {},
    nominalDayMinutes: 480,
    confirmedThrough: day("Thu 2026-12-31"),
  },
  counting: { receipt: "hours", count: "exclude", due: "close", met: ["holding", "part", "answer"] },
  channels: {
    email: { name: "E-mail", names: { fr: "Courriel" }, kind: "email", responseDays: 2, clause: "§5.1(a)" },
    voicemail: { name: "Voice mail", names: { fr: "Boîte vocale" }, kind: "voicemail", responseDays: 1 },
    letter: { name: "Letter", names: { fr: "Lettre" }, kind: "letter", responseDays: 5 },
    "our-city": { name: "Our City", names: { fr: "Notre ville" }, kind: "portal", responseDays: 5 },
    portal: { name: "Online portal", names: { fr: "Portail en ligne" }, kind: "portal", responseDays: 2 },
  },
  departments: {
    planning: { name: "Planning", names: { fr: "Urbanisme" }, mailboxes: ["planning@pinewood.example"] },
    roads: { name: "Roads", names: { fr: "Voirie" } },
  },
  templates: [
    {
      id: "receipt",
      replyKind: "holding",
      texts: {
        en: {
          name: "Receipt and next step",
          body: "Dear {customer},\n\nThank you for writing to us about “{subject}”.\n\nI will look into it and answer you by {promisedDay}.",
        },
        fr: {
          name: "Réception et suite",
          body: "Bonjour {customer},\n\nMerci de nous avoir écrit au sujet de « {subject} ».\n\nJe m’en occupe et je vous répondrai d’ici {promisedDay}.",
        },
      },
    },
    {
      id: "handover",
      replyKind: "holding",
      texts: {
        en: {
          name: "Who will answer, and by when",
          body: "Dear {customer},\n\nThank you for your message. {handler} deals with it and will answer you by {promisedDay}.",
        },
        fr: {
          name: "Qui répondra, et quand",
          body: "Bonjour {customer},\n\nMerci de votre message. {handler} s’en occupe et vous répondra d’ici {promisedDay}.",
        },
      },
    },
    {
      id: "more",
      replyKind: "part",
      texts: {
        en: {
          name: "We need more information",
          body: "Dear {customer},\n\nTo help you with “{subject}” we need to know a little more. Please call us at {contact}.",
        },
        fr: {
          name: "Il nous faut des précisions",
          body: "Bonjour {customer},\n\nPour vous aider au sujet de « {subject} », il nous faut quelques précisions. Appelez-nous au {contact}.",
        },
      },
    },
  ],
  reasons: ["thanks", "duplicate", "copiedOnly", "anonymous", "formalProcess", "weather"],
  standardUrl: "https://pinewood.example/reply-standard",
};

/** A city with more templates than are seen at a glance; its authors put an answer first. */
const manyTemplates: Policy = {
  ...samplePolicy,
  templates: [
    { id: "done", replyKind: "answer", texts: { en: { name: "It is done", body: "The work was done." } } },
    {
      id: "snow",
      replyKind: "answer",
      texts: {
        en: { name: "Snow removal", body: "The plough comes within two days." },
        fr: { name: "Déneigement", body: "La déneigeuse passe d’ici deux jours." },
      },
    },
    { id: "fees", replyKind: "answer", texts: { en: { name: "What it costs", body: "The fees are on our site." } } },
    ...(samplePolicy.templates ?? []),
  ],
};

const zone = { zone: "America/Edmonton", tzdata: "2026f", base: -360, transitions: [] };
export const sampleCalendar = businessCalendar(samplePolicy.calendar, zone);

const received = at("Fri 2026-11-20 10:12");
function standing(over: Partial<Standing>): Standing {
  const channel = over.channel ?? "email";
  const receivedAt = over.receivedAt ?? received;
  const explained = explainDue({
    policy: samplePolicy,
    calendar: sampleCalendar,
    channel,
    receivedAt,
    timeSource: "exchange",
  });
  return {
    inquiry: "sample" as InquiryId,
    state: "dueSoon",
    outcome: "openOnTime",
    channel,
    department: "planning",
    datedBy: "planning",
    receivedAt,
    timeSource: "exchange",
    due: explained?.due ?? null,
    announced: null,
    metAt: null,
    metBy: null,
    acknowledgedAt: null,
    promise: null,
    closed: false,
    closedAt: null,
    excludedReason: null,
    excludedAfterDue: false,
    claimedUntil: null,
    compliments: [],
    restsOn: [],
    ...over,
  };
}

function message(now: Instant, over: Partial<Standing>, more: Partial<MessageView> = {}): MessageView {
  const stands = standing(over);
  const { channel, receivedAt, due } = stands;
  return {
    kind: "message",
    internetMessageId: "<dog-licence@letters.example>",
    subject: "Dog licence question",
    triage: { onTheClock: true, reason: null, channel, rule: "ordinary-mail", probable: false, customer: null },
    standing: stands,
    explanation: explainDue({
      policy: samplePolicy,
      calendar: sampleCalendar,
      channel,
      receivedAt,
      timeSource: "exchange",
    }),
    customer: { name: "Ada Okafor", address: "ada@letters.example" },
    canWriteBack: true,
    waiting: 1,
    compliment: false,
    neverOffers: ["ada@letters.example"],
    businessMsLeft: due === null ? null : sampleCalendar.businessTime(now, due.dueAt),
    businessDaysLeft:
      due === null ? null : sampleCalendar.businessDaysBetween(sampleCalendar.localDay(now), due.dueDay),
    answeredByTeam: false,
    replyReturned: false,
    undo: null,
    ...more,
  };
}

function offTheClock(now: Instant, over: Partial<TriageDecision> = {}): MessageView {
  const triage: TriageDecision = {
    onTheClock: false,
    reason: "automatic",
    channel: null,
    rule: "auto-submitted",
    probable: false,
    customer: null,
    ...over,
  };
  const none = { standing: null, explanation: null, businessMsLeft: null, businessDaysLeft: null };
  return message(now, {}, { triage, ...none });
}

/** A portal's notice, whose text alone names the customer. */
const noticeTriage: TriageDecision = {
  onTheClock: true,
  reason: null,
  channel: "portal",
  rule: "channel-sender",
  probable: false,
  customer: { name: "Ada Okafor", address: "ada@letters.example" },
  customerInText: true,
};

const weeks = [
  "Mon 2026-09-28",
  "Mon 2026-10-05",
  "Mon 2026-10-12",
  "Mon 2026-10-19",
  "Mon 2026-10-26",
  "Mon 2026-11-02",
  "Mon 2026-11-09",
  "Mon 2026-11-16",
  "Mon 2026-11-23",
];
const kept: readonly (readonly [number, number])[] = [
  [22, 27],
  [25, 31],
  [21, 24],
  [28, 33],
  [30, 32],
  [29, 31],
  [0, 0],
  [38, 41],
  [3, 4],
];

/** Two weeks that were others when they were stated. */
const changedSince: Readonly<Record<string, SinceStated<Share>>> = {
  "Mon 2026-10-12": { statedAt: at("Mon 2026-10-19 16:31"), was: { met: 23, due: 24 } },
  "Mon 2026-11-02": { statedAt: at("Mon 2026-11-09 16:31"), was: { met: 29, due: 30 } },
};

export const sampleStatistics: TeamStatistics = {
  department: null,
  asOf: at("Mon 2026-11-23 09:30"),
  from: day("Mon 2026-10-26"),
  to: day("Fri 2026-11-20"),
  compliance: { met: 118, due: 127 },
  before: { met: 109, due: 122 },
  replied: 121,
  replyTimes: { from: day("Mon 2026-10-19"), to: day("Sun 2026-11-15"), replied: 121, medianMinutes: 310 },
  open: 19,
  dueToday: 5,
  overdue: 2,
  oldestOpenDays: 3,
  excluded: 214,
  excludedReasons: { automatic: 61, bulk: 120, mailboxClosed: 4, thanks: 29 },
  excludedAfterDue: 3,
  channels: [
    { channel: "email", met: 84, due: 89, open: 12, dueToday: 4, overdue: 1 },
    { channel: "voicemail", met: 19, due: 22, open: 3, dueToday: 1, overdue: 0 },
    { channel: "letter", met: 3, due: 4, open: 2, dueToday: 0, overdue: 1 },
    { channel: "portal", met: 12, due: 12, open: 2, dueToday: 0, overdue: 0 },
  ],
  weeks: weeks.map((from, index) => ({
    ...{ from: day(from), met: kept[index]![0], due: kept[index]![1] },
    ...(changedSince[from] ?? { statedAt: null, was: null }),
    moved: from === "Mon 2026-11-02" ? [{ at: at("Tue 2026-11-17 10:00"), count: 3 }] : [],
  })),
  sampleData: true,
  coverage: {
    known: 7,
    seen: 5,
    stopped: 1,
    unseen: [{ name: "planning@pinewood.example", lookedThrough: at("Thu 2026-11-19 15:00") }],
  },
};

export const fewInquiries: TeamStatistics = {
  ...sampleStatistics,
  compliance: { met: 3, due: 4 },
  before: { met: 0, due: 0 },
  replied: 3,
  replyTimes: { from: day("Mon 2026-10-19"), to: day("Sun 2026-11-15"), replied: 3, medianMinutes: 95 },
  open: 1,
  dueToday: 0,
  overdue: 0,
  oldestOpenDays: 0,
  excluded: 1,
  excludedReasons: { thanks: 1 },
  excludedAfterDue: 0,
  channels: [{ channel: "email", met: 3, due: 4, open: 1, dueToday: 0, overdue: 0 }],
  sampleData: false,
};

const monday = at("Mon 2026-11-23 09:30");
/** Latest first, as the service gives them. */
export const sampleLooks: readonly AuditEntry[] = [
  ...["planning", "roads"].map((department) => ({
    ...{ at: at("Fri 2026-11-20 14:12"), by: "Ines Callowhill", deed: "looked", department, details: {} },
  })),
  {
    ...{ at: at("Fri 2026-11-20 11:30"), by: "Tom Bray", deed: "exported", department: "" },
    details: { file: "inquiries.csv", department: "planning", from: "2026-10-01", to: "2026-10-31" },
  },
  {
    ...{ at: at("Thu 2026-11-19 09:05"), by: "Tom Bray", deed: "recalculated", department: "" },
    details: { from: "2026-11-09", to: "2026-11-10", moved: 3 },
  },
  {
    ...{ at: at("Thu 2026-11-19 08:00"), by: null, deed: "policyChanged", department: "" },
    details: { version: "2026-2", moved: 0 },
  },
];

const notices: readonly Notice[] = [{ code: "serviceAway" }, { code: "signInNeeded" }, { code: "headersUnknown" }];
const answeredAt = at("Mon 2026-11-23 10:42");

const putOff: readonly PutOff[] = [
  {
    internetMessageId: "<parcel@courier.example>",
    itemId: "item-parcel",
    mailbox: "",
    subject: "Your parcel is on its way",
    sender: { name: "Courier", address: "no-reply@courier.example" },
    rule: "sender-never",
    reason: "notification",
    probable: false,
    at: at("Mon 2026-11-23 08:40"),
  },
  {
    internetMessageId: "<thanks@letters.example>",
    itemId: "item-thanks",
    mailbox: "",
    subject: "Re: Dog licence question",
    sender: { name: "Ada Okafor", address: "ada@letters.example" },
    rule: "closing-thanks",
    reason: "closing",
    probable: true,
    at: at("Thu 2026-11-19 15:20"),
  },
  {
    internetMessageId: "<away@letters.example>",
    itemId: "item-away",
    mailbox: "",
    subject: "",
    sender: null,
    rule: "auto-submitted",
    reason: "automatic",
    probable: false,
    at: at("Tue 2026-11-17 09:05"),
  },
  {
    internetMessageId: "<old@letters.example>",
    itemId: "item-old",
    mailbox: "",
    subject: "Longer ago than a week",
    sender: { name: "Courier", address: "no-reply@courier.example" },
    rule: "list-id",
    reason: "bulk",
    probable: false,
    at: at("Mon 2026-11-16 09:29"),
  },
];

const neverSenders: readonly NeverSender[] = [
  { sender: "*@courier.example", at: at("Mon 2026-11-16 10:00") },
  { sender: "sales@paperworks.example", at: at("Fri 2026-11-20 13:10") },
];

const customers = {
  ada: { name: "Ada Okafor", address: "ada@letters.example" },
  luc: { name: "Luc Tremblay", address: "luc@letters.example" },
  mei: { name: "", address: "mei@letters.example" },
};

/** A row of My replies, as the queue shows it on Monday morning. */
function row(subject: string, over: Partial<Standing>, more: Partial<QueueRow> = {}): QueueRow {
  const shown = message(monday, over);
  return {
    internetMessageId: `<${subject.toLowerCase().replaceAll(" ", "-")}@letters.example>`,
    itemId: `item-${subject}`,
    mailbox: "",
    subject,
    customer: customers.ada,
    standing: shown.standing!,
    businessMsLeft: shown.businessMsLeft,
    businessDaysLeft: shown.businessDaysLeft,
    waiting: 1,
    askWhyDeleted: false,
    outlookSaysReplied: null,
    ...more,
  };
}

const overdue = { state: "overdue", outcome: "openOverdue", receivedAt: at("Wed 2026-11-18 09:00") } as const;
const dueToday = { state: "dueToday", receivedAt: at("Thu 2026-11-19 09:00") } as const;
const metFriday = { state: "promised", metAt: at("Fri 2026-11-20 11:00") } as const;
const rows: readonly QueueRow[] = [
  row("Snow removal on Main Street", overdue, { customer: customers.luc }),
  row("Dog licence question", dueToday),
  row("Building permit for a garden shed behind the garage", dueToday, {
    customer: customers.mei,
    mailbox: "planning@pinewood.example",
    waiting: 2,
  }),
  row("Street light out", { state: "dueSoon" }, { customer: customers.luc }),
  row("Pool hours", { state: "dueSoon", acknowledgedAt: at("Fri 2026-11-20 11:00") }),
  row("Letter about the fence", { state: "onTrack", channel: "letter", receivedAt: at("Thu 2026-11-19 09:00") }),
  row("Recycling calendar", { state: "onTrack", channel: "our-city", receivedAt: at("Mon 2026-11-23 09:00") }),
  row("Idea for the park", { state: "noDate", due: null, outcome: null }, { mailbox: "info@pinewood.example" }),
  row("Tax instalments", { ...metFriday, promise: { day: day("Fri 2026-11-27"), kept: null } }),
  row("Noise at night", { ...metFriday, promise: { day: day("Fri 2026-11-20"), kept: false } }),
  row("Tree trimming", { ...metFriday, promise: null }, { customer: customers.luc }),
];
const queue = queueOf(rows);
const emptyQueue = queueOf([]);
const older: readonly OfferedRow[] = [
  {
    internetMessageId: "<hall@letters.example>",
    itemId: "item-hall",
    mailbox: "",
    subject: "Renting the hall",
    customer: customers.luc,
    receivedAt: at("Thu 2026-11-12 14:05"),
  },
  {
    internetMessageId: "<bench@letters.example>",
    itemId: "item-bench",
    mailbox: "",
    subject: "",
    customer: customers.mei,
    receivedAt: at("Tue 2026-11-10 09:30"),
  },
];

const withJunkReason: Policy = { ...samplePolicy, reasons: ["thanks", "junk"] };

const junk: readonly OfferedRow[] = [
  {
    internetMessageId: "<tree@letters.example>",
    itemId: "item-tree",
    mailbox: "",
    subject: "A tree leans over the sidewalk",
    customer: customers.mei,
    receivedAt: at("Fri 2026-11-20 19:40"),
  },
  {
    internetMessageId: "<deck@letters.example>",
    itemId: "item-deck",
    mailbox: "planning@pinewood.example",
    subject: "Deck permit",
    customer: customers.luc,
    receivedAt: at("Thu 2026-11-19 09:12"),
  },
];

/** The queue after a step that takes these inquiries off it. */
function without({ overdue, today, later, noDate, promised }: Queue, names: readonly string[]): Queue {
  const all = [...overdue, ...today, ...later.flatMap(({ rows: of }) => of), ...noDate, ...promised];
  return queueOf(all.filter(({ internetMessageId }) => !names.includes(internetMessageId)));
}

/** What differs from an ordinary message, due tomorrow, beside an employee without a role. */
const makers = {
  dueTomorrow: () => ({}),
  onTrack: () => ({
    view: message(monday, { state: "onTrack", channel: "letter", receivedAt: at("Thu 2026-11-19 09:00") }),
  }),
  farOff: () => ({
    view: message(monday, { state: "onTrack", channel: "our-city", receivedAt: at("Mon 2026-11-23 09:00") }),
  }),
  dueToday: () => ({
    now: at("Tue 2026-11-24 14:20"),
    view: message(at("Tue 2026-11-24 14:20"), { state: "dueToday" }),
  }),
  overdue: () => ({
    now: at("Wed 2026-11-25 09:00"),
    view: message(at("Wed 2026-11-25 09:00"), { state: "overdue", outcome: "openOverdue" }),
  }),
  overdueSameDay: () => ({
    now: at("Tue 2026-11-24 17:00"),
    view: message(at("Tue 2026-11-24 17:00"), { state: "overdue", outcome: "openOverdue" }),
  }),
  noDate: () => ({ view: message(monday, { state: "noDate", due: null, outcome: null }, { explanation: null }) }),
  acknowledged: () => ({ view: message(monday, { acknowledgedAt: at("Fri 2026-11-20 11:00") }) }),
  promised: () => ({
    view: message(monday, {
      state: "promised",
      metAt: at("Fri 2026-11-20 11:00"),
      promise: { day: day("Fri 2026-11-27"), kept: null },
    }),
  }),
  promiseMissed: () => ({
    view: message(monday, {
      state: "promised",
      metAt: at("Fri 2026-11-20 11:00"),
      promise: { day: day("Fri 2026-11-20"), kept: false },
    }),
  }),
  repliedInTime: () => ({
    now: at("Mon 2026-11-23 10:45"),
    view: message(
      monday,
      { state: "repliedInTime", outcome: "repliedOnTime", metAt: answeredAt, closed: true },
      { undo: "answered" },
    ),
  }),
  repliedLate: () => ({
    now: at("Thu 2026-11-26 09:00"),
    view: message(monday, {
      state: "repliedLate",
      outcome: "repliedLate",
      metAt: at("Wed 2026-11-25 10:42"),
      closed: true,
    }),
  }),
  offTheClock: () => ({ view: offTheClock(monday) }),
  probablyThanks: () => ({
    view: offTheClock(monday, { reason: "closing", rule: "closing-thanks", probable: true }),
  }),
  probablyOff: () => ({ view: offTheClock(monday, { reason: "bulk", rule: "bulk-sender", probable: true }) }),
  senderNever: () => ({ view: offTheClock(monday, { reason: "notification", rule: "sender-never" }) }),
  beforeCounting: () => ({ view: offTheClock(monday, { reason: null, rule: "counts-from" }) }),
  machineSender: () => ({
    view: message(monday, {}, { neverOffers: ["no-reply@courier.example", "*@courier.example"] }),
  }),
  letterCorrected: () => ({
    view: message(
      monday,
      { channel: "letter", state: "onTrack", receivedAt: at("Wed 2026-11-18 08:30"), timeSource: "person" },
      { undo: "received" },
    ),
  }),
  review: () => ({ putOff, neverSenders }),
  excluded: () => ({
    view: message(
      monday,
      { state: "excluded", outcome: null, excludedReason: "duplicate", closed: true },
      { undo: "excluded" },
    ),
  }),
  cannotWriteBack: () => ({
    view: message(
      monday,
      { channel: "voicemail", state: "dueToday", receivedAt: at("Fri 2026-11-20 10:12") },
      { canWriteBack: false },
    ),
  }),
  notice: () => ({
    view: message(monday, { channel: "portal" }, { triage: noticeTriage }),
  }),
  claimedCompliment: () => ({
    view: message(monday, { claimedUntil: at("Tue 2026-11-24 16:30") }, { compliment: true, undo: "claimed" }),
  }),
  twoWait: () => ({ view: message(monday, {}, { waiting: 2 }) }),
  overWeekend: () => ({ view: message(monday, { receivedAt: at("Fri 2026-11-20 17:05") }) }),
  notices: () => ({ notices, waitingFacts: 3 }),
  supervisor: () => ({ roles: ["Supervisor"], departments: ["planning", "roads"] }),
  nothing: () => ({ view: { kind: "nothing" } }),
  starting: () => ({ view: { kind: "starting" }, lookedAt: null }),
  answeredByTeam: () => ({
    now: at("Mon 2026-11-23 10:45"),
    view: message(
      monday,
      { state: "repliedInTime", outcome: "repliedOnTime", metAt: answeredAt, closed: true },
      { answeredByTeam: true },
    ),
  }),
  answeredByTeamLate: () => ({
    now: at("Thu 2026-11-26 09:00"),
    view: message(
      monday,
      { state: "repliedLate", outcome: "repliedLate", metAt: at("Wed 2026-11-25 10:42"), closed: true },
      { answeredByTeam: true },
    ),
  }),
  replies: () => ({ view: { kind: "nothing" }, queue }),
  repliesBeside: () => ({ queue }),
  repliesEmpty: () => ({ view: { kind: "nothing" }, queue: emptyQueue }),
  repliesUnread: () => ({ view: { kind: "nothing" }, queue: emptyQueue, lookedAt: null }),
  firstLook: () => ({
    view: { kind: "nothing" },
    queue: emptyQueue,
    lookedAt: null,
    looking: { read: 12_400, sorted: null },
  }),
  firstLookRows: () => ({
    view: { kind: "nothing" },
    queue: queueOf([row("Dog licence question", dueToday)]),
    lookedAt: null,
    looking: { read: 48_210, sorted: 9_300 },
  }),
  repliesStopped: () => ({ view: { kind: "nothing" }, queue: emptyQueue, watching: "stopped" }),
  repliesUnseen: () => ({
    view: { kind: "nothing" },
    queue: emptyQueue,
    notices: [{ code: "mailboxUnseen" }, { code: "storageDenied" }],
  }),
  repliesLong: () => ({
    view: { kind: "nothing" },
    queue: queueOf(Array.from({ length: 312 }, (_, n) => row(`Question ${n + 1}`, dueToday))),
  }),
  firstDay: () => ({ view: { kind: "nothing" }, queue: emptyQueue, older, junk, policy: withJunkReason }),
  deleted: () => ({
    view: { kind: "nothing" },
    queue: queueOf([
      row("Dog licence question", dueToday, { askWhyDeleted: true }),
      row("Street light out", { state: "dueSoon" }, { outlookSaysReplied: at("Fri 2026-11-20 15:00") }),
    ]),
  }),
  flagging: () => ({ view: { kind: "nothing" }, queue: emptyQueue, watching: "flagging" }),
  everyView: () => ({ queue, roles: ["Supervisor"], departments: ["planning", "roads"] }),
  selection: () => ({
    view: { kind: "nothing" },
    queue,
    selection: { count: 3, names: ["<dog-licence-question@letters.example>", "<pool-hours@letters.example>"] },
  }),
  draft: () => ({ view: draft(message(monday, {}), null) }),
  draftOverdue: () => ({
    now: at("Wed 2026-11-25 09:00"),
    policy: manyTemplates,
    view: draft(message(at("Wed 2026-11-25 09:00"), { state: "overdue", outcome: "openOverdue" }), null),
  }),
  draftInserted: () => ({ view: draft(message(monday, {}), "receipt") }),
  draftAlone: () => ({ view: draft(null, null) }),
} satisfies Record<string, () => Partial<AddinState>>;

function draft(answering: MessageView | null, inserted: string | null): AddinState["view"] {
  return {
    kind: "draft",
    composeType: answering === null ? "newMail" : "reply",
    answering,
    templates: [],
    promiseDays: promiseDays(sampleCalendar, monday, 5),
    inserted,
  };
}

export type SampleState = keyof typeof makers;
export const sampleStates = Object.keys(makers) as readonly SampleState[];

/** What was asked of the sample, in order: "include", "exclude duplicate". */
export interface SampleAddin extends Addin {
  readonly asked: readonly string[];
  /** Shows another state, as a live update does. */
  show(over: Partial<AddinState>): void;
}

export interface SampleWishes {
  readonly language?: Language;
  readonly team?: TeamAnswer;
  readonly looks?: LooksAnswer;
  /** Steps that the outside world refuses. */
  readonly refuses?: "replyWith";
}

/** An add-in in a named state, which remembers what it was asked. */
export function sampleAddin(name: SampleState, wishes: SampleWishes = {}): SampleAddin {
  const {
    language = "en",
    team = { ok: true, statistics: sampleStatistics },
    looks = { ok: true, entries: sampleLooks },
  } = wishes;
  const over: Partial<AddinState> = makers[name]();
  let state: AddinState = {
    view: message(monday, {}),
    now: monday,
    policy: samplePolicy,
    calendar: sampleCalendar,
    roles: [],
    departments: [],
    notices: [],
    waitingFacts: 0,
    lookedAt: ((over.now ?? monday) - 120_000) as Instant,
    looking: null,
    queue: null,
    older: null,
    junk: [],
    selection: null,
    watching: over.queue == null ? "off" : "reading",
    followUp: false,
    putOff: [],
    neverSenders: [],
    busy: false,
    ...over,
  };
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  const ask = (what: string): Promise<void> => {
    asked.push(what);
    return Promise.resolve();
  };
  const set = (next: Partial<AddinState>) => {
    state = { ...state, ...next };
    listeners.forEach((listener) => listener());
  };
  /** A step after which these rows are elsewhere. */
  const takeOff = (names: readonly string[]) =>
    set({
      queue: state.queue === null ? null : without(state.queue, names),
      junk: state.junk.filter(({ internetMessageId }) => !names.includes(internetMessageId)),
      older: state.older?.filter(({ internetMessageId }) => !names.includes(internetMessageId)) ?? null,
    });
  return {
    asked,
    show: set,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => ask("start"),
    refresh: () => ask("refresh"),
    signIn: () => ask("signIn"),
    setChannel: (channel) => ask(`setChannel ${channel}`),
    include: () => ask("include"),
    exclude: (reason) => ask(`exclude ${reason}`),
    confirmOff: () => ask("confirmOff"),
    neverNeedsReply: (sender) => ask(`neverNeedsReply ${sender}`),
    removeNeverSender: (sender) => ask(`removeNeverSender ${sender}`),
    needsReply: (id) => ask(`needsReply ${id}`),
    openMessage: (itemId) => ask(`openMessage ${itemId}`),
    setReceivedDay: (arrived) => ask(`setReceivedDay ${arrived}`),
    handOver: (department) => ask(`handOver ${department}`),
    setClaimed: (on) => ask(`setClaimed ${String(on)}`),
    setCompliment: (on) => ask(`setCompliment ${String(on)}`),
    answeredAnotherWay: (way, when) => ask(`answeredAnotherWay ${way} ${new Date(when).toISOString()}`),
    undo: () => ask("undo"),
    templates: (promisedDay) => {
      const known =
        state.view.kind === "draft" && state.view.answering === null
          ? {}
          : { customer: "Ms. Okafor", contact: "555-0134" };
      const promised = promisedDay === null ? {} : { promisedDay };
      const fields = { ...known, ...promised, subject: "Dog licence question" };
      const filled = (state.policy?.templates ?? []).map((template) => fillTemplate(template, fields, language));
      const answered = state.view.kind === "draft" ? state.view.answering : state.view;
      return byFit(filled, answered?.kind === "message" ? answered.standing : null, samplePolicy.counting.met);
    },
    promiseDays: () => promiseDays(sampleCalendar, state.now, 5),
    replyWith: (template, promisedDay) =>
      wishes.refuses === "replyWith"
        ? Promise.reject(new OutsideError("unsupported", "displayReplyForm"))
        : ask(`replyWith ${template} ${String(promisedDay)}`),
    insert: (template, promisedDay) => ask(`insert ${template} ${String(promisedDay)}`),
    looks: (department) => {
      asked.push(`looks ${String(department)}`);
      return Promise.resolve(looks);
    },
    team: (department) => {
      asked.push(`team ${String(department)}`);
      return Promise.resolve(team);
    },
    openRow: ({ itemId }) => ask(`openRow ${itemId}`),
    acknowledgeRow: ({ internetMessageId }) => ask(`acknowledgeRow ${internetMessageId}`),
    excludeRows: async (names, reason) => {
      await ask(`excludeRows ${names.join(" ")} ${reason}`);
      takeOff(names);
    },
    includeSelected: (names) => ask(`includeSelected ${names.join(" ")}`),
    keepDeleted: async (id) => {
      await ask(`keepDeleted ${id}`);
      const { overdue: late = [], today = [], later = [] } = state.queue ?? {};
      const known = [...late, ...today, ...later.flatMap(({ rows: of }) => of)];
      set({
        queue: queueOf(
          known.map((each) => ({ ...each, askWhyDeleted: each.askWhyDeleted && each.internetMessageId !== id })),
        ),
      });
    },
    includeOffered: async (id) => {
      await ask(`includeOffered ${id}`);
      takeOff([id]);
    },
    closeOlder: async () => {
      await ask("closeOlder");
      set({ older: null });
    },
    setWatching: (on) => ask(`setWatching ${String(on)}`),
    setFollowUp: async (followUp) => {
      await ask(`setFollowUp ${String(followUp)}`);
      set({ followUp });
    },
  };
}
