/** What is said of a policy document's mistakes, in English. "Expected" phrases follow "must be" or "give". */

export const policyEnglish = {
  /* how a mistake is said */
  mustBe: (found: string, expected: string) => `is ${found}, but must be ${expected}`,
  missing: (expected: string) => `is missing: give ${expected}`,
  unknownField: (known: string) => `is not a field here and is ignored; known are ${known}`,
  aList: "a list",
  anObject: "an object",
  nothing: "missing",
  oneOf: (choices: string) => `one of ${choices}`,
  yesOrNo: "true or false",
  wholeNumber: (least: number, most: number) => `a whole number from ${least} to ${most}`,
  /* the calendar */
  hoursPair: 'opening and closing time, such as ["08:30", "16:30"]; "24:00" is the next midnight',
  closesFirst: (open: string, close: string) =>
    `closes at ${close}, not after it opens at ${open}: put the opening first; a night is two segments, one to 24:00 and one from 00:00 of the next day`,
  segments: "a list of segments; an empty one means closed",
  overlap: (segment: number, open: string, close: string) =>
    `segment ${segment} opens at ${open}, before the one in front of it closes at ${close}: list them in the day's order without overlap`,
  weekly: "opening hours by weekday",
  noOpenDay: (days: string) => `has no open day, so no reply could ever be due: give at least one of ${days} its hours`,
  closure: 'a closure such as { "date": "2026-12-25", "name": "Christmas Day" }',
  closureName: "the closure's name",
  closures: "a list of closures",
  closureTwice: (date: string, first: number, second: number) =>
    `${date} stands twice, at [${first}] and [${second}]: keep one of them`,
  calendar: "the calendar: time zone, weekly hours, closures",
  timeZone: "an IANA time zone such as America/Edmonton",
  unknownZone: (zone: string, tzdata: string, near: string | null) =>
    `"${zone}" is no time zone that the tz database ${tzdata} knows: ${near === null ? "use an IANA name such as America/Edmonton" : `write ${near}`}`,
  special: 'other hours by day, such as { "2026-12-24": [["08:30", "12:00"]] }',
  nominalDay: "the minutes of a usual business day, a whole number from 1 to 1440",
  noConfirmation:
    "is missing, so every due date is provisional: give the last day whose closures an administrator confirmed",
  noNominalDay: "is missing: the longest weekday's open minutes are taken",
  /* counting, channels, departments */
  counting: "the counting rules",
  replyKinds: "a list of reply kinds",
  defaultTaken: (value: string) => `is missing: ${value} is taken`,
  channel: 'a channel such as { "name": "E-mail", "kind": "email", "responseDays": 2 }',
  channelName: "the channel's name",
  channels: "channels by id",
  noChannel: "has no channel: give at least one, such as email",
  department: "a department with a name",
  departmentName: "the department's name",
  departments: "departments by id",
  workFunction: 'a function with a name, such as { "name": "Permits" }',
  functionName: "the function's name",
  functions: "functions by id",
  longerAuthority: "what permits a longer response time",
  period: "a high-volume period with id, from, to, authority, reason and responseDays",
  periods: "a list of high-volume periods",
  periodAuthority: "who authorised it",
  periodReason: "its reason",
  /* the document */
  policy: "a policy document",
  policyName: "the policy's name",
  version: 'the version as text, such as "2026-01"',
  city: 'the city, such as { "name": "City of Spruce Grove" }',
  cityName: "the city's name",
  staff: "the staff's domains and addresses",
  customers: "inside addresses that are customers",
  machines: "machine senders that need no reply",
  reasons: "a list of reasons",
  privacy: "privacy settings",
  namedFigures:
    'false, or the day on which the staff is told and a later one from which replies are counted by person, such as { "announced": "2026-12-01", "from": "2027-01-04" }',
  lookBackDays: "a whole number of business days from 1 to 520",
  retentionDays: "a whole number of days from 1 to 36500",
  httpsAddress: "an https address",
  questions: "a list of open questions",
  question: "an open question",
  path: "a path",
  sentence: "a sentence",
  /* templates and commitment */
  templateBody: "the template's text, paragraphs parted by an empty line",
  unknownTemplateField: (name: string, known: string) => `names {${name}}, which is no field: use ${known}`,
  templateText: "a template's name and body",
  templateName: "the template's name",
  template: "a template with id, replyKind and texts",
  templateTexts: "the template's texts by language",
  templates: "a list of templates",
  templateTwice: (id: string) => `has two templates with the id "${id}": give each its own`,
  noText: "is empty: give at least one text",
  commitment: "the commitment statement",
  commitmentTexts: "the statement by language",
  statement: "the statement",
  /* small values */
  clause: 'the clause it comes from, such as "AP-1077-23 §5.1(a)"',
  id: "an id that begins with a letter, of letters, digits, - and _",
  day: 'a day that exists, such as "2026-12-25"',
  languageTag: 'a language tag such as "en" or "fr"',
  names: 'names by language, such as { "fr": "Courriel" }',
  aName: "a name",
  responseDays: (most: number) =>
    `a whole number of business days from 1 to ${most}; leave it out where nothing is promised`,
  daysByChannel: 'business days by channel id, such as { "email": 2 }',
  addresses: "a list of addresses",
  address: 'an address such as "council@city.example"',
  senders: "a list of senders",
  sender: 'an address, or "*@domain" for all of a domain',
  domains: "a list of domains",
  domain: 'a domain such as "city.example"',
  expressions: "a list of regular expressions",
  expression: 'a regular expression such as "^Toner low"',
  notAnExpression: (expression: string) =>
    `"${expression}" is no regular expression: mend it, or put \\ before ( [ + * ? to mean the character`,
  customerPattern: 'a regular expression with a group for the address, such as "^E-mail: (\\S+@\\S+)$"',
  wrongGroups: (expression: string, groups: number) =>
    `"${expression}" has ${groups} groups: put ( ) around the address and, if wanted, around the name; (?: ) groups without capturing`,
  /* between the parts */
  ownTimeOfDay:
    'with receipt "calendarDay" a later weekend message can be due earlier in the day: take "close", or receipt "hours"',
  unequalOpenings:
    'with receipt "businessDay", and days that open at different times, a message from before opening can be due earlier than one of the closed day before: take "close", or receipt "hours"',
  clocksGoBack:
    "in the night in which the clocks go back, a later message can be due earlier, as its local time comes twice: take “close”, or keep office hours out of that hour",
  dueBeforeItCame: (receipt: string) =>
    `with count "include" and receipt "${receipt}" a message that arrives after closing is due before it came, where one day is promised: take receipt "hours" or count "exclude"`,
  tooManyYears: (days: number, years: number) =>
    `makes ${days} business days of minutes take more than ${years} years of these hours: shorten it, or give the week more hours`,
  longerThanCity: (days: number, city: number, clause: string | undefined) =>
    `is ${days}, longer than the city's ${city}${clause === undefined ? "" : ` (${clause})`}, and cites no authority: name in "authority" what permits it, or shorten it`,
  mailboxTwice: (mailbox: string, owner: string | null) =>
    `${mailbox} is already ${owner === null ? "in this list" : `a mailbox of ${owner}`}: keep it once`,
  unknownFunction: (known: string) =>
    known === ""
      ? 'is no function of the policy: describe it under "functions"'
      : `is no function of the policy: use one of ${known}, or describe it under "functions"`,
  idleFunction: 'is the function of no department: name it in a department\'s "function", or take it out',
  periodReversed: (to: string, from: string) =>
    `is ${to}, before the period begins on ${from}: put the earlier day in "from"`,
  notLonger: (days: number, published: number) =>
    `is ${days}, not longer than the published ${published}: a high-volume period lengthens; take the channel out or give more days`,
  namedTooSoon: (from: string, announced: string) =>
    `is ${from}, not after the ${announced} on which it is announced: the staff is told first, so give a later day`,
  periodIdTwice: (id: string) => `"${id}" is used before: give each period its own id`,
  unknownChannel: (known: string) => `is for a channel that the policy does not have: use one of ${known}`,
};

export type PolicyWords = typeof policyEnglish;
