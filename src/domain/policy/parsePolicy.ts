/** Reads a policy document, or says everything that is wrong with it. */
import { exclusionReasons } from "../inquiry/fact.ts";
import type { Problem, Result } from "../time.ts";
import { policyEnglish, type PolicyWords } from "../wording/policyEnglish.ts";
import { calendar } from "./calendarReader.ts";
import { findings } from "./findings.ts";
import type { CountingRules, NamedFigures, Policy } from "./policy.ts";
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
  (said) => said.counting,
  {},
  {
    receipt: oneOf(["hours", "businessDay", "calendarDay"]),
    count: oneOf(["exclude", "include"]),
    due: oneOf(["close", "midnight", "sameTime", "minutes"]),
    met: listOf((said) => said.replyKinds, oneOf(["acknowledgement", "holding", "part", "answer"])),
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
  report(inside(place, name), (said) => said.defaultTaken(JSON.stringify(defaultCounting[name])), "warning");
}

const channel = object(
  (said) => said.channel,
  { name: text((said) => said.channelName), kind: oneOf(["email", "voicemail", "letter", "portal", "other"]) },
  { names, responseDays, senders, statusSubjects: expressions, customerPattern, ...cited },
);

const department = object(
  (said) => said.department,
  { name: text((said) => said.departmentName) },
  {
    names,
    mailboxes: addresses,
    function: id,
    responseDays: daysByChannel,
    calendar,
    authority: text((said) => said.longerAuthority),
    ...cited,
  },
);

const workFunction = object(
  (said) => said.workFunction,
  { name: text((said) => said.functionName) },
  { names, ...cited },
);

const highVolumePeriod = object(
  (said) => said.period,
  {
    id,
    from: localDay,
    to: localDay,
    authority: text((said) => said.periodAuthority),
    reason: text((said) => said.periodReason),
    responseDays: daysByChannel,
  },
  {},
);

const announcedFigures = object((said) => said.namedFigures, { announced: localDay, from: localDay }, {});

/** A mere true would begin on no day that the staff was told of. */
const namedFigures: Reader<NamedFigures | false> = {
  expected: announcedFigures.expected,
  read: (found, place) => (found === false ? false : announcedFigures.read(found, place)),
};

const policy: Reader<Policy> = object(
  (said) => said.policy,
  {
    name: text((said) => said.policyName),
    version: text((said) => said.version),
    calendar,
    counting,
    channels: checked(
      recordOf((said) => said.channels, id, channel),
      (found) => (Object.keys(found).length > 0 ? null : (said) => said.noChannel),
    ),
  },
  {
    city: object((said) => said.city, { name: text((said) => said.cityName) }, { names }),
    staff: object((said) => said.staff, { domains, addresses }, cited),
    customers: object((said) => said.customers, { addresses }, cited),
    machines: object((said) => said.machines, { senders }, cited),
    departments: recordOf((said) => said.departments, id, department),
    functions: recordOf((said) => said.functions, id, workFunction),
    countsFrom: localDay,
    lookBackDays: wholeNumber(1, 520, (said) => said.lookBackDays),
    highVolume: listOf((said) => said.periods, highVolumePeriod),
    commitment,
    templates,
    reasons: listOf((said) => said.reasons, oneOf(exclusionReasons)),
    privacy: object(
      (said) => said.privacy,
      {},
      {
        namedFigures,
        minimumGroup: wholeNumber(1, 100),
        minimumMailboxes: wholeNumber(1, 100),
        retentionDays: wholeNumber(1, 36_500, (said) => said.retentionDays),
        publishFigures: yesOrNo,
        ...cited,
      },
    ),
    standardUrl: text((said) => said.httpsAddress, /^https:\/\/\S+$/),
    open: listOf(
      (said) => said.questions,
      object(
        (said) => said.question,
        { path: text((said) => said.path), question: text((said) => said.sentence) },
        { questions: names },
      ),
    ),
  },
);

/**
 * A city's policy from its JSON document.
 *
 * @param value what JSON.parse returned
 * @param said the words in which problems are said: English alone reaches the add-in, which shows none of them
 * @returns the policy with warnings (unknown fields, defaults taken, findings), or every problem with its path and what to do
 */
export function parsePolicy(value: unknown, said: PolicyWords = policyEnglish): Result<Policy> {
  const problems: Problem[] = [];
  const read = policy.read(value, { path: "", problems, said });
  if (read !== invalid) problems.push(...findings(read, said));
  const isWrong = problems.some(({ severity }) => severity === "error");
  return isWrong || read === invalid ? { ok: false, problems } : { ok: true, value: read, warnings: problems };
}
