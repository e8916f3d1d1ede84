/** Reads a policy document, or says everything that is wrong with it. */
import { exclusionReasons } from "../inquiry/fact.ts";
import type { Problem, Result } from "../time.ts";
import { calendar } from "./calendarReader.ts";
import { findings } from "./findings.ts";
import type { CountingRules, Policy } from "./policy.ts";
import {
  checked,
  inside,
  invalid,
  listOf,
  object,
  oneOf,
  recordOf,
  report,
  text,
  wholeNumber,
  yesOrNo,
} from "./reader.ts";
import type { Place, Reader } from "./reader.ts";
import { commitment, templates } from "./templateReader.ts";
import {
  addresses,
  cited,
  customerPattern,
  daysByChannel,
  domains,
  expressions,
  id,
  localDay,
  names,
  responseDays,
  senders,
} from "./words.ts";

const countingFields = object(
  "the counting rules",
  {},
  {
    receipt: oneOf(["hours", "businessDay", "calendarDay"]),
    count: oneOf(["exclude", "include"]),
    due: oneOf(["close", "midnight", "sameTime", "minutes"]),
    met: listOf("a list of reply kinds", oneOf(["acknowledgement", "holding", "part", "answer"])),
    ...cited,
  },
);

/** The default for a policy that says "two business days" (calendar/README §3). */
const defaultCounting: CountingRules = {
  receipt: "hours",
  count: "exclude",
  due: "close",
  met: ["holding", "part", "answer"],
};

const counting: Reader<CountingRules> = {
  expected: countingFields.expected,
  read: (found, place) => {
    const read = countingFields.read(found, place);
    if (read === invalid) return invalid;
    for (const name of ["receipt", "count", "due", "met"] as const) warnOfDefault(read, name, place);
    return { ...defaultCounting, ...read };
  },
};

function warnOfDefault(read: Partial<CountingRules>, name: keyof CountingRules, place: Place): void {
  if (read[name] !== undefined) return;
  report(inside(place, name), `is missing: ${JSON.stringify(defaultCounting[name])} is taken`, "warning");
}

const channel = object(
  'a channel such as { "name": "E-mail", "kind": "email", "responseDays": 2 }',
  { name: text("the channel's name"), kind: oneOf(["email", "voicemail", "letter", "portal", "other"]) },
  { names, responseDays, senders, statusSubjects: expressions, customerPattern, ...cited },
);

const department = object(
  "a department with a name",
  { name: text("the department's name") },
  {
    names,
    mailboxes: addresses,
    responseDays: daysByChannel,
    calendar,
    authority: text("what permits a longer response time"),
    ...cited,
  },
);

const highVolumePeriod = object(
  "a high-volume period with id, from, to, authority, reason and responseDays",
  {
    id,
    from: localDay,
    to: localDay,
    authority: text("who authorised it"),
    reason: text("its reason"),
    responseDays: daysByChannel,
  },
  {},
);

const policy: Reader<Policy> = object(
  "a policy document",
  {
    name: text("the policy's name"),
    version: text('the version as text, such as "2026-01"'),
    calendar,
    counting,
    channels: checked(recordOf("channels by id", id, channel), (found) =>
      Object.keys(found).length > 0 ? null : "has no channel: give at least one, such as email",
    ),
  },
  {
    staff: object("the staff's domains and addresses", { domains, addresses }, cited),
    customers: object("inside addresses that are customers", { addresses }, cited),
    machines: object("machine senders that need no reply", { senders }, cited),
    departments: recordOf("departments by id", id, department),
    countsFrom: localDay,
    lookBackDays: wholeNumber("a whole number of business days from 1 to 520", 1, 520),
    highVolume: listOf("a list of high-volume periods", highVolumePeriod),
    commitment,
    templates,
    reasons: listOf("a list of reasons", oneOf(exclusionReasons)),
    privacy: object(
      "privacy settings",
      {},
      {
        namedFigures: yesOrNo,
        minimumGroup: wholeNumber("a whole number from 1 to 100", 1, 100),
        retentionDays: wholeNumber("a whole number of days from 1 to 36500", 1, 36_500),
        ...cited,
      },
    ),
    standardUrl: text("an https address", /^https:\/\/\S+$/),
    open: listOf(
      "a list of open questions",
      object("an open question", { path: text("a path"), question: text("a sentence") }, {}),
    ),
  },
);

/**
 * A city's policy from its JSON document.
 *
 * @param value what JSON.parse returned
 * @returns the policy with warnings (unknown fields, defaults taken, findings), or every problem with its path and what to do
 */
export function parsePolicy(value: unknown): Result<Policy> {
  const problems: Problem[] = [];
  const read = policy.read(value, { path: "", problems });
  if (read !== invalid) problems.push(...findings(read));
  const isWrong = problems.some(({ severity }) => severity === "error");
  return isWrong || read === invalid ? { ok: false, problems } : { ok: true, value: read, warnings: problems };
}
