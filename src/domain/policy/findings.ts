/** What is wrong or odd between the parts of a policy, each part being well written. */
import type { Problem } from "../time.ts";
import type { Department, HighVolumePeriod, Policy } from "./policy.ts";
import { channelOf } from "./responseDays.ts";

/** Problems across the document; warnings are what a city may want, but should know of. */
export function findings(policy: Policy): readonly Problem[] {
  const departments = Object.entries(policy.departments ?? {});
  return [
    ...ofCounting(policy),
    ...departments.flatMap(([id, department]) => ofDepartment(policy, `departments.${id}`, department)),
    ...ofMailboxes(departments),
    ...(policy.highVolume ?? []).flatMap((period, index) => ofPeriod(policy, `highVolume[${index}]`, period)),
    ...ofPeriodIds(policy.highVolume ?? []),
  ];
}

/** Combinations that the definitions allow and that surprise people. */
function ofCounting({ counting, channels }: Policy): readonly Problem[] {
  const { receipt, count, due } = counting;
  const found: Problem[] = [];
  if (receipt === "calendarDay" && due === "sameTime") {
    const message =
      'with receipt "calendarDay" a later weekend message can be due earlier in the day: take "close", or receipt "hours"';
    found.push({ path: "counting.due", message, severity: "warning" });
  }
  const isOneDay = Object.values(channels).some((channel) => channel.responseDays === 1);
  if (isOneDay && count === "include" && receipt !== "hours" && (due === "close" || due === "sameTime")) {
    const message = `with count "include" and receipt "${receipt}" a message that arrives after closing is due before it came, where one day is promised: take receipt "hours" or count "exclude"`;
    found.push({ path: "counting.count", message, severity: "warning" });
  }
  return found;
}

/** A function's own response time (Policy 6,030 §5.2) may be longer than the city's only where something permits it. */
function ofDepartment(policy: Policy, path: string, department: Department): readonly Problem[] {
  return Object.entries(department.responseDays ?? {}).flatMap(([channel, days]): readonly Problem[] => {
    const at = `${path}.responseDays.${channel}`;
    const city = channelOf(policy, channel);
    if (city === null) return [unknownChannel(at, policy)];
    if (days <= (city.responseDays ?? Infinity) || department.authority !== undefined) return [];
    const source = city.clause === undefined ? "" : ` (${city.clause})`;
    const message = `is ${days}, longer than the city's ${city.responseDays ?? 0}${source}, and cites no authority: name in "authority" what permits it, or shorten it`;
    return [{ path: at, message, severity: "warning" }];
  });
}

function ofMailboxes(departments: readonly (readonly [string, Department])[]): readonly Problem[] {
  const owners = new Map<string, string>();
  return departments.flatMap(([id, { mailboxes = [] }]) =>
    mailboxes.flatMap((mailbox, index): readonly Problem[] => {
      const owner = owners.get(mailbox);
      owners.set(mailbox, owner ?? id);
      if (owner === undefined) return [];
      const message = `${mailbox} is already ${owner === id ? "in this list" : `a mailbox of ${owner}`}: keep it once`;
      return [{ path: `departments.${id}.mailboxes[${index}]`, message, severity: "error" }];
    }),
  );
}

/** AP-1077-23 §5.2 lengthens response times; a shorter one is a slip. */
function ofPeriod(policy: Policy, path: string, period: HighVolumePeriod): readonly Problem[] {
  const found: Problem[] = [];
  if (period.to < period.from) {
    const message = `is ${period.to}, before the period begins on ${period.from}: put the earlier day in "from"`;
    found.push({ path: `${path}.to`, message, severity: "error" });
  }
  for (const [channel, days] of Object.entries(period.responseDays)) {
    const at = `${path}.responseDays.${channel}`;
    const city = channelOf(policy, channel);
    if (city === null) found.push(unknownChannel(at, policy));
    else if (days <= (city.responseDays ?? 0)) {
      const message = `is ${days}, not longer than the published ${city.responseDays ?? 0}: a high-volume period lengthens; take the channel out or give more days`;
      found.push({ path: at, message, severity: "error" });
    }
  }
  return found;
}

function ofPeriodIds(periods: readonly HighVolumePeriod[]): readonly Problem[] {
  const ids = periods.map(({ id }) => id);
  return ids.flatMap((id, index): readonly Problem[] => {
    if (ids.indexOf(id) === index) return [];
    return [
      {
        path: `highVolume[${index}].id`,
        message: `"${id}" is used before: give each period its own id`,
        severity: "error",
      },
    ];
  });
}

function unknownChannel(path: string, policy: Policy): Problem {
  const known = Object.keys(policy.channels).join(", ");
  return { path, message: `is for a channel that the policy does not have: use one of ${known}`, severity: "error" };
}
