/** What the published standard's page says, in English. Days and times come in words. */
export const english = {
  title: "How soon we reply",
  promise: "Our promise to everyone who writes or calls, in business days.",
  measuredOnly: "We measure how soon we reply. No response time is promised.",
  skip: "Skip to the content",
  otherLanguage: "Français",
  /* response times */
  times: "Response times",
  channel: "How you reach us",
  within: "Reply within",
  item: (name: string, days: string) => `${name}: ${days}`,
  measured: "measured, no promise",
  toConfirm: "The city has yet to confirm this.",
  departments: "Departments with their own times",
  departmentHours: (week: string) => `Office hours: ${week}`,
  authority: (authority: string) => `Authority: ${authority}`,
  rule: "How days are counted",
  clause: (clause: string) => `Source: ${clause}`,
  /* high volume */
  highVolume: "Replies may take longer at the moment",
  period: (from: string, to: string) => `For messages received from ${from} through ${to}:`,
  insteadOf: (days: string, usual: number | null) => (usual === null ? days : `${days} instead of ${usual}`),
  /* the question */
  question: "I wrote on …, by when?",
  hint: "In the city’s local time. Nothing that you enter is kept.",
  asked: "How you reached us",
  department: "Department",
  anyDepartment: "Any other",
  day: "Day",
  time: "Time",
  ask: "Work out the date",
  wrote: (channel: string, day: string, time: string) => `${channel}, ${day}, ${time}`,
  why: "Why this date?",
  cannot: "The date cannot be worked out yet",
  twice: (time: string) => `The clocks were set back and showed ${time} twice; this is for the first time.`,
  problem: {
    channel: (known: string) => `Choose how you reached us: ${known}.`,
    department: "Choose one of the departments listed.",
    day: "Write the day as year, month and day, such as 2026-11-23.",
    noSuchDay: "There is no such day. Check the month and the date.",
    time: "Write the time as hours and minutes from 00:00 to 23:59, such as 15:10.",
    outside: (first: string, last: string) =>
      `Dates can be worked out for days from ${first} through ${last}. Choose one of these.`,
    skipped: (time: string, day: string) =>
      `There is no ${time} on ${day}: the clocks are set forward then. Choose a later time.`,
  },
  /* days ahead */
  closures: "Coming closures",
  closed: "closed",
  openAt: (hours: string) => `open ${hours}`,
  provisional: "not yet confirmed",
  noClosures: "None are listed.",
  confirmedThrough: (day: string) => `Closures are confirmed through ${day}. Dates after that are provisional.`,
  noneConfirmed: "No closures are confirmed yet: every date is provisional.",
  /* figures */
  figures: "How well we kept it",
  figuresExplained:
    "Of all inquiries whose reply was due in the month, those answered in time. One without an answer counts as not answered in time.",
  month: "Month",
  share: "In time",
  count: "Inquiries",
  ofAll: (met: number, due: number) => `${met} of ${due}`,
  was: (percent: number, count: string, day: string) => `Was ${percent}\u00a0% (${count}) on ${day}`,
  wasExplained: "Was: as stated at the time. What was told later changed the figure.",
  tooFew: (minimum: number) => `fewer than ${minimum}`,
  soFar: "so far",
  soFarExplained:
    "So far: not every mailbox was looked through to the end of that month; its figures may still change.",
  noFigures: "The figures cannot be shown at the moment.",
  invented: "These figures are invented, for trying things out.",
  /* the rest */
  commitment: "Our commitment",
  version: (name: string, version: string) => `${name}, version ${version}.`,
  asData: "This page as data (JSON)",
};

export type Words = typeof english;
