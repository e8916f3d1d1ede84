/** The published standard as data (Policy 6,030 §1.2, §4.2 and §5.1): what the page shows and /standard.json holds. */
import { exceptionalDays, type ExceptionalDay } from "../../domain/calendar/exceptionalDays.ts";
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { Department, Policy } from "../../domain/policy/policy.ts";
import { highVolumeOn, mailChannel } from "../../domain/policy/responseDays.ts";
import type { LocalDay } from "../../domain/time.ts";
import { closureInWords } from "../../domain/wording/closureNames.ts";
import type { Language } from "../../domain/wording/dates.ts";
import { nameIn } from "../../domain/wording/names.ts";
import { offHoursSentence } from "../../domain/wording/offHours.ts";
import { weekInWords } from "../../domain/wording/officeHours.ts";
import { standardRule } from "../../domain/wording/standardRule.ts";

export interface StandardChannel {
  readonly id: string;
  readonly name: string;
  /** Business days; null: measured, no promise. */
  readonly responseDays: number | null;
  readonly clause: string | null;
  readonly cityToConfirm: boolean;
}

/** A department whose response times or hours are not the city's (Policy 6,030 §5.2). */
export interface DepartmentStandard {
  readonly id: string;
  readonly name: string;
  /** Business days by channel id, where they are its own. */
  readonly responseDays: Readonly<Record<string, number>>;
  /** Its own opening hours in words. */
  readonly hours: string | null;
  readonly authority: string | null;
}

/** AP-1077-23 §5.2: an announced lengthening for messages received in these days, both included. */
export interface StandardPeriod {
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly reason: string;
  readonly authority: string;
  /** Business days by channel id. */
  readonly responseDays: Readonly<Record<string, number>>;
}

export interface PublishedStandard {
  readonly language: Language;
  readonly city: string;
  /** The local day on which all of this is so. */
  readonly today: LocalDay;
  readonly policy: {
    readonly name: string;
    readonly version: string;
    readonly timeZone: string;
    readonly tzdata: string;
  };
  readonly channels: readonly StandardChannel[];
  /** Id of plain mail's: what is meant where no channel is named. */
  readonly mailChannel: string;
  readonly departments: readonly DepartmentStandard[];
  readonly rule: {
    readonly sentence: string;
    /** What it does to evening and weekend mail; null where nothing is promised. */
    readonly example: string | null;
    readonly clause: string | null;
    readonly cityToConfirm: boolean;
  };
  /** Those that run today. */
  readonly highVolume: readonly StandardPeriod[];
  /** Days ahead on which the office is closed, or open at other hours. */
  readonly closures: readonly ExceptionalDay[];
  /** The last day whose closures are confirmed; dates that reach past it are provisional. */
  readonly confirmedThrough: LocalDay | null;
  readonly commitment: { readonly text: string; readonly language: string; readonly clause: string | null } | null;
}

/** Enough for the season ahead. */
const closuresShown = 6;

/** @param today in the city's zone */
export function publishedStandard({ policy, calendar }: Rules, today: LocalDay, language: Language): PublishedStandard {
  const { counting } = policy;
  const channels = channelsOf(policy, language);
  const isPromised = channels.some(({ responseDays }) => responseDays !== null);
  return {
    language,
    city: policy.city === undefined ? policy.name : nameIn(policy.city, language),
    today,
    policy: {
      name: policy.name,
      version: policy.version,
      timeZone: calendar.zone.zone,
      tzdata: calendar.zone.tzdata,
    },
    channels,
    mailChannel: mailChannel(policy),
    departments: Object.entries(policy.departments ?? {}).flatMap(([id, department]) =>
      departmentOf(id, department, language),
    ),
    rule: {
      sentence: standardRule(policy, language),
      example: isPromised ? offHoursSentence(counting, language, policy.calendar) : null,
      clause: counting.clause ?? null,
      cityToConfirm: counting.cityToConfirm === true || policy.calendar.cityToConfirm === true,
    },
    highVolume: highVolumeOn(policy, today).map(({ from, to, reason, authority, responseDays }) => {
      return { from, to, reason, authority, responseDays };
    }),
    closures: exceptionalDays(policy.calendar, today, closuresShown).map((one) => {
      return one.name === null ? one : { ...one, name: closureInWords(one.name, language) };
    }),
    confirmedThrough: policy.calendar.confirmedThrough ?? null,
    commitment: commitmentOf(policy, language),
  };
}

function channelsOf({ channels }: Policy, language: Language): readonly StandardChannel[] {
  return Object.entries(channels).map(([id, channel]) => ({
    id,
    name: nameIn(channel, language),
    responseDays: channel.responseDays ?? null,
    clause: channel.clause ?? null,
    cityToConfirm: channel.cityToConfirm ?? false,
  }));
}

function departmentOf(id: string, department: Department, language: Language): readonly DepartmentStandard[] {
  const { responseDays = {}, calendar, authority = null } = department;
  if (calendar === undefined && Object.keys(responseDays).length === 0) return [];
  const hours = calendar === undefined ? null : weekInWords(calendar.weekly, language);
  return [{ id, name: nameIn(department, language), responseDays, hours, authority }];
}

/** In another language where the city has no text in this one: better than none, and marked as such. */
function commitmentOf({ commitment }: Policy, language: Language): PublishedStandard["commitment"] {
  const [first] = Object.entries(commitment?.texts ?? {});
  const own = commitment?.texts[language];
  if (commitment === undefined || first === undefined) return null;
  const [spoken, text] = own === undefined ? first : [language, own];
  return { text, language: spoken, clause: commitment.clause ?? null };
}
