/**
 * The same rule with date libraries, each in its own idiom: message after closing counts on the next business day, that
 * day is not counted, due at closing. Each stands here twice: by the machine's zone data, and told the policy's offsets.
 */
import { TZDate } from "@date-fns/tz";
import { addDays, set } from "date-fns";
import { DateTime, IANAZone, Zone } from "luxon";
import { Temporal } from "temporal-polyfill";
import { oneByOne, type Contender } from "./contender.ts";
import { dayKey, offsetName, type Hours, type PlainOffice } from "./plainOffice.ts";

export function libraries(office: PlainOffice): readonly Contender[] {
  const machine = office.zoneName;
  return [
    { name: "temporal-polyfill", offsets: "machine", answer: oneByOne(byTemporal(office, () => machine)) },
    { name: "temporal-polyfill", offsets: "policy", answer: oneByOne(byTemporal(office, fixedZone(office))) },
    { name: "luxon", offsets: "machine", answer: oneByOne(byLuxon(office, IANAZone.create(machine))) },
    { name: "luxon", offsets: "policy", answer: oneByOne(byLuxon(office, new PolicyZone(office))) },
    { name: "date-fns with @date-fns/tz", offsets: "machine", answer: oneByOne(byDateFns(office, () => machine)) },
    { name: "date-fns with @date-fns/tz", offsets: "policy", answer: oneByOne(byDateFns(office, namedZone(office))) },
  ];
}

type DueAt = (receivedAt: number, days: number) => number;
type Moment = DateTime;
type ZoneAt = (at: number) => string;

/** Libraries without zones of one's own are told the offset at each instant. */
function fixedZone(office: PlainOffice): ZoneAt {
  return (at) => offsetName(office.offsetAt(at));
}

/** @date-fns/tz is ten times faster with a zone's name than with an offset: "Etc/GMT+6" is UTC-06:00 for good. */
function namedZone(office: PlainOffice): ZoneAt {
  return (at) => {
    const hours = -office.offsetAt(at) / 60;
    return Number.isInteger(hours) ? `Etc/GMT${hours < 0 ? "" : "+"}${hours}` : offsetName(-60 * hours);
  };
}

function byTemporal(office: PlainOffice, zoneAt: ZoneAt): DueAt {
  const hoursOn = (day: Temporal.PlainDate): Hours | null =>
    office.closed.has(dayKey(day.year, day.month, day.day)) ? null : (office.week[day.dayOfWeek % 7] ?? null);
  const next = (day: Temporal.PlainDate): Temporal.PlainDate => {
    let following = day.add({ days: 1 });
    while (hoursOn(following) === null) following = following.add({ days: 1 });
    return following;
  };
  return (receivedAt, days) => {
    const received = Temporal.Instant.fromEpochMilliseconds(receivedAt).toZonedDateTimeISO(zoneAt(receivedAt));
    let day = received.toPlainDate();
    const hours = hoursOn(day);
    if (hours === null || received.hour * 60 + received.minute >= hours.closes) day = next(day);
    for (let left = days; left > 0; left -= 1) day = next(day);
    const closes = hoursOn(day)?.closes ?? 0;
    const plainTime = { hour: Math.floor(closes / 60), minute: closes % 60 };
    const timeZone = zoneAt(Date.UTC(day.year, day.month - 1, day.day, 0, closes));
    return day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  };
}

function byLuxon(office: PlainOffice, zone: Zone): DueAt {
  const hoursOn = (day: Moment): Hours | null =>
    office.closed.has(dayKey(day.year, day.month, day.day)) ? null : (office.week[day.weekday % 7] ?? null);
  const next = (day: Moment): Moment => {
    let following: Moment = day.plus({ days: 1 });
    while (hoursOn(following) === null) following = following.plus({ days: 1 });
    return following;
  };
  return (receivedAt, days) => {
    let day: Moment = DateTime.fromMillis(receivedAt, { zone });
    const hours = hoursOn(day);
    if (hours === null || day.hour * 60 + day.minute >= hours.closes) day = next(day);
    for (let left = days; left > 0; left -= 1) day = next(day);
    const closes = hoursOn(day)?.closes ?? 0;
    return day.set({ hour: Math.floor(closes / 60), minute: closes % 60, second: 0, millisecond: 0 }).toMillis();
  };
}

function byDateFns(office: PlainOffice, zoneAt: ZoneAt): DueAt {
  const hoursOn = (day: TZDate): Hours | null =>
    office.closed.has(dayKey(day.getFullYear(), day.getMonth() + 1, day.getDate()))
      ? null
      : (office.week[day.getDay()] ?? null);
  const next = (day: TZDate): TZDate => {
    let following = addDays(day, 1);
    while (hoursOn(following) === null) following = addDays(following, 1);
    return following;
  };
  return (receivedAt, days) => {
    let day = new TZDate(receivedAt, zoneAt(receivedAt));
    const hours = hoursOn(day);
    if (hours === null || day.getHours() * 60 + day.getMinutes() >= hours.closes) day = next(day);
    for (let left = days; left > 0; left -= 1) day = next(day);
    const closes = hoursOn(day)?.closes ?? 0;
    const there = zoneAt(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate(), 0, closes));
    const local = new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), there);
    return set(local, { hours: Math.floor(closes / 60), minutes: closes % 60 }).getTime();
  };
}

/** Luxon takes a zone of one's own: the policy's offsets. */
class PolicyZone extends Zone {
  readonly #office: PlainOffice;

  constructor(office: PlainOffice) {
    super();
    this.#office = office;
  }

  override get type(): string {
    return "policy";
  }
  override get name(): string {
    return this.#office.zoneName;
  }
  override get isUniversal(): boolean {
    return false;
  }
  override get isValid(): boolean {
    return true;
  }
  override offsetName(): string | null {
    return null;
  }
  override formatOffset(at: number): string {
    return offsetName(this.offset(at));
  }
  override offset(at: number): number {
    return this.#office.offsetAt(at);
  }
  override equals(other: Zone): boolean {
    return other === this;
  }
}
