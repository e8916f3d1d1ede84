/** The policy document: a city's promise, as one JSON file. Types only; `parsePolicy` reads it. */
import type { LocalDay } from "../time.ts";

/** What a clause number or a named paper says about where an element comes from. */
export interface Cited {
  /** Such as "AP-1077-23 §5.1(a)". */
  readonly clause?: string;
  /** True where the documents leave it open and the default stands until the city decides. */
  readonly cityToConfirm?: boolean;
}

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** Local times "08:30" to "16:30", half-open; "24:00" is the next midnight. */
export type OpenHours = readonly (readonly [string, string])[];

export interface Closure extends Cited {
  readonly date: LocalDay;
  readonly name: string;
}

export interface CalendarSettings extends Cited {
  /** IANA name. Its offsets come as a ZoneTable, never from the machine. */
  readonly timeZone: string;
  readonly weekly: Readonly<Partial<Record<Weekday, OpenHours>>>;
  readonly closures: readonly Closure[];
  /** Other hours on one day; an empty list closes it. */
  readonly special: Readonly<Record<string, OpenHours>>;
  readonly nominalDayMinutes: number;
  /** The last day for which an administrator confirmed the closures. */
  readonly confirmedThrough?: LocalDay;
}

export type ReceiptRule = "hours" | "businessDay" | "calendarDay";
export type CountRule = "exclude" | "include";
export type DueRule = "close" | "midnight" | "sameTime" | "minutes";

export type ReplyKind = "acknowledgement" | "holding" | "part" | "answer" | "unknown";

export interface CountingRules extends Cited {
  readonly receipt: ReceiptRule;
  readonly count: CountRule;
  readonly due: DueRule;
  /** Which kinds of reply meet the response time. A person's reply of unknown kind counts as an answer. */
  readonly met: readonly ReplyKind[];
}

export type ChannelKind = "email" | "voicemail" | "letter" | "portal" | "other";

export interface Channel extends Cited {
  readonly name: string;
  /** The same name in other languages: { "fr": "Courriel" }. */
  readonly names?: Readonly<Record<string, string>>;
  readonly kind: ChannelKind;
  /** Business days; absent: measured, never due. */
  readonly responseDays?: number;
  /** "address" or "*@domain": mail from these came by this channel. */
  readonly senders?: readonly string[];
  /** Subjects of status mail by those senders (toner low, report closed): a regular expression; such mail is no inquiry. */
  readonly statusSubjects?: readonly string[];
  /**
   * Where a notice of those senders names its customer: a regular expression, read line by line and without regard to
   * case, with a group for the address and, if wanted, one for the name, in either order. Reply-To goes before it.
   */
  readonly customerPattern?: string;
}

/** Work that a city does, whichever departments do it (Policy 6,030 §5.2: standards "by department and function"). */
export interface WorkFunction extends Cited {
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
}

export interface Department extends Cited {
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
  /** Mailboxes (lower-case addresses) whose inquiries are this department's. */
  readonly mailboxes?: readonly string[];
  /** The id of the work it does; several departments may do the same. */
  readonly function?: string;
  /** Response days by channel id, where a function has its own standard (Policy 6,030 §5.2). */
  readonly responseDays?: Readonly<Record<string, number>>;
  readonly calendar?: CalendarSettings;
  /** What permits a response time longer than the city's. */
  readonly authority?: string;
}

export interface HighVolumePeriod {
  readonly id: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly authority: string;
  readonly reason: string;
  /** Response days by channel id for messages received from `from` through `to`. */
  readonly responseDays: Readonly<Record<string, number>>;
}

export interface TemplateText {
  readonly name: string;
  /** Plain text with {fields}; paragraphs parted by an empty line. */
  readonly body: string;
}

export interface Template extends Cited {
  readonly id: string;
  readonly replyKind: ReplyKind;
  readonly texts: Readonly<Record<string, TemplateText>>;
}

/** From which day on replies are counted by person, and when the staff was told: before that day. */
export interface NamedFigures {
  readonly announced: LocalDay;
  readonly from: LocalDay;
}

export interface Policy {
  readonly name: string;
  readonly version: string;
  /** Whose promise it is, as the published standard says: "City of Spruce Grove". */
  readonly city?: { readonly name: string; readonly names?: Readonly<Record<string, string>> };
  readonly calendar: CalendarSettings;
  readonly counting: CountingRules;
  readonly channels: Readonly<Record<string, Channel>>;
  readonly staff?: Cited & { readonly domains: readonly string[]; readonly addresses: readonly string[] };
  /** Inside addresses that are customers all the same (AP-1077-23 §2.3): council, boards, internal service. */
  readonly customers?: Cited & { readonly addresses: readonly string[] };
  /** Machine senders (addresses or "*@domain") that never need a reply. */
  readonly machines?: Cited & { readonly senders: readonly string[] };
  readonly departments?: Readonly<Record<string, Department>>;
  readonly functions?: Readonly<Record<string, WorkFunction>>;
  readonly countsFrom?: LocalDay;
  /** How many business days back headers are read, and Sent Items from before the first day; 30 when absent. */
  readonly lookBackDays?: number;
  readonly highVolume?: readonly HighVolumePeriod[];
  readonly commitment?: Cited & { readonly texts: Readonly<Record<string, string>> };
  readonly templates?: readonly Template[];
  /** Reasons a person may give for taking a message off the clock: ids from the closed list. */
  readonly reasons?: readonly string[];
  readonly privacy?: Cited & {
    /** Off when absent or false. */
    readonly namedFigures?: NamedFigures | false;
    readonly minimumGroup?: number;
    readonly minimumMailboxes?: number;
    readonly retentionDays?: number;
    /** Whether the published standard shows the whole city's compliance of past months to everyone; not when absent. */
    readonly publishFigures?: boolean;
  };
  /** Where the standard is published, for the clause link. */
  readonly standardUrl?: string;
  /** What the documents leave open, as sentences for `policy check`. */
  readonly open?: readonly {
    readonly path: string;
    readonly question: string;
    /** The same question in other languages: { "fr": "…" }. */
    readonly questions?: Readonly<Record<string, string>>;
  }[];
}

/** Offsets of one time zone, made from current tzdata and sent along with the policy (calendar/README §1). */
export interface ZoneTable {
  readonly zone: string;
  /** Version of the tz database, such as "2026f". */
  readonly tzdata: string;
  /** Offset from UTC in minutes before the first transition. */
  readonly base: number;
  /** [epoch seconds, offset in minutes from then on], ascending. */
  readonly transitions: readonly (readonly [number, number])[];
}
