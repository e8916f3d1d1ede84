/** What the command says, in English. */
import { businessDays } from "../../domain/wording/numbers.ts";
import { englishDatabase, englishDatabaseHelp } from "./englishDatabase.ts";
import { englishHelp } from "./englishHelp.ts";

export const english = {
  help: { ...englishHelp, ...englishDatabaseHelp },
  ...englishDatabase,
  /* the command line */
  noCommand: (name: string) => `there is no command "${name}": "civicreply --help" lists them.`,
  helpHint: (command: string) => `"civicreply ${command} --help" shows what it takes.`,
  languages: "--language takes en or fr.",
  unknownOption: (option: string) => `Unknown option '${option}'.`,
  needsValue: (option: string) => `Option '${option}' needs a value.`,
  takesNoValue: (option: string) => `Option '${option}' takes no value.`,
  unexpected: (argument: string) => `Unexpected argument '${argument}'.`,
  sayReceived: "say when the message was received: --received TIME",
  sayBetween: "say between which times: --from TIME --to TIME",
  sayYear: "name one year from 1900 to 2199, such as 2027",
  sayPolicyCheck: "write policy check FILE",
  sayPolicyFile: "name the policy's file",
  sayMessages: "name at least one .eml file, or use --ndjson",
  sayFacts: "name the file of facts: --facts FILE",
  sayWeeks: "--weeks takes a whole number from 1 to 520",
  sayOne: "take either --received or --facts, not both",
  unforeseen: (message: string) => `something unforeseen went wrong: ${message}`,
  /* files */
  policyUnusable: (file: string | undefined) => `the policy ${file ?? "of the package"} cannot be used:`,
  fileUnusable: (file: string) => `${file} cannot be used:`,
  noSuchFile: (file: string) => `${file}: there is no such file: check the path`,
  unreadableFile: (file: string, code: string) => `${file}: it cannot be read (${code})`,
  notJson: (place: { readonly line: number; readonly column: number } | null) =>
    `the file is not JSON: look${place === null ? "" : ` at line ${place.line}, column ${place.column},`} for a missing comma, quote or bracket`,
  severity: { error: "error", warning: "warning" },
  problem: (severity: string, path: string, message: string) =>
    path === "" ? `${severity}: ${message}` : `${severity} at ${path}: ${message}`,
  /* what stands behind dates */
  localTimes: (zone: string, tzdata: string) => `Local times of ${zone} come from tz database ${tzdata}.`,
  oldZones: (tzdata: string) => `tz database ${tzdata} is older than a year: update the package moment-timezone.`,
  ofDepartment: (name: string, sentence: string) => `${name}: ${sentence}`,
  reachesPast: "The time asked for reaches past the last day whose closures are confirmed: it is provisional.",
  /* lines of JSON */
  noObject: 'the line is no JSON object: write {"id": …, …} on one line',
  instant: (field: string, found: string | null) =>
    `${field} ${found === null ? "is missing" : `is ${found}`}: write an instant with its zone, such as 2026-11-20T16:30:00-06:00 or 2026-11-20T22:30:00Z`,
  outsideYears: (field: string, first: string, last: string) =>
    `${field} lies outside the years ${first} to ${last}: check it`,
  channel: (found: string, known: string) => `channel is ${found}, which the policy does not have: use ${known}`,
  department: (found: string, known: string) =>
    `department is ${found}, which the policy does not have: ${known === "" ? "leave it out, it has none" : `use ${known}`}`,
  timeSource: (known: string) => `timeSource must be one of ${known}`,
  year: (found: string | null) => `year is ${found ?? "missing"}: give one from 1900 to 2199`,
  policyMissing: 'policy is missing: give the document, {"id": …, "policy": {…}}',
  /* messages */
  messageField: (path: string, expected: string) => `${path}: must be ${expected}`,
  messageFields: {
    id: "a text or a number",
    from: 'a name and an address, {"name","address"}',
    sender: 'a name and an address, {"name","address"}',
    replyTo: 'a list of {"name","address"}',
    to: 'a list of {"name","address"}',
    cc: 'a list of {"name","address"}',
    subject: "a text",
    headers: 'a list of ["name","value"], or null where they are unknown',
    itemClass: "a text",
    parts: 'a list of {"type","method"?,"reportType"?,"embedded"?}',
    receivedAt: "an ISO 8601 instant",
    text: "a text",
    answersUs: "true or false",
    ourConversation: "true or false",
    mailbox: "a text",
  },
  unreadableMail: {} as Readonly<Record<string, string>>,
  /* policy check */
  usable: (name: string, version: string) => `${name}, version ${version}: this policy can be used.`,
  promise: (channel: string, count: number | undefined, clause: string | undefined) =>
    `  ${channel}: ${count === undefined ? "measured, never due" : businessDays(count, "en")}${clause === undefined ? "" : ` (${clause})`}`,
  figuresPublished: (isSo: boolean) =>
    `  The published standard ${isSo ? "shows" : "does not show"} figures of past months (privacy.publishFigures).`,
  toConfirm: "City to confirm:",
  marked: "marked “city to confirm”.",
  receiptQuestion: (rule: string) => `What counts as the day of receipt for evening and weekend mail? Here: ${rule}`,
  /* holidays */
  proposed: (count: number, year: number) =>
    `${count} closures proposed for ${year}. Nothing closes the office until it stands in the policy.`,
  unreadEvent: (name: string, why: "noName" | "noWholeDay" | "repeats" | "cancelled") => {
    const reasons = {
      noName: "it has no SUMMARY",
      noWholeDay: "it is no whole day, DTSTART is not a date alone",
      repeats: "it repeats; give each year's date",
      cancelled: "it is cancelled",
    };
    return `${name === "" ? "An event without a name" : `“${name}”`} was not read: ${reasons[why]}.`;
  },
  /* serve */
  readyToStart: "ready to start",
  notReady: "not ready to start",
  /* facts */
  noFacts: "the file holds no facts: give a JSON list of them, or one fact a line",
  factLine: (line: number, error: string) => `fact ${line}: ${error}`,
  factField: (path: string) =>
    `${path === "" ? "it" : path} is not what a fact holds there: src/contract/facts.ts has its shape`,
  factProblem: (field: string, sentence: string) => `${field}: ${sentence}`,
  /* figures */
  figuresAsOf: (moment: string, weeks: number, department: string | null) =>
    `Figures of ${department ?? "all departments"} as of ${moment}, for ${weeks === 1 ? "one week" : `${weeks} weeks`} that end then. Below each: the inquiries behind it.`,
  figure: (label: string, value: number | null) => `${label}: ${value ?? "not shown"}`,
  rowFigure: (row: string, label: string) => `${row}: ${label}`,
  weekOf: (monday: string) => `week of ${monday}`,
  figureNames: {
    "compliance.met": "Compliance, met in the period",
    "compliance.due": "Compliance, fell due in the period",
    "before.met": "Compliance, met in the period before",
    "before.due": "Compliance, fell due in the period before",
    replied: "Replied to in the period",
    "replyTimes.replied": "Replied to in the last whole weeks",
    "replyTimes.medianMinutes": "Median business minutes to a reply in the last whole weeks (from 5 replies on)",
    open: "Open",
    dueToday: "Due today",
    overdue: "Overdue",
    oldestOpenDays: "Business days that the oldest open one has waited",
    excluded: "Excluded, received in the period",
    met: "met",
    due: "fell due",
  },
};

export type Words = typeof english;
