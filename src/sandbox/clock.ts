/** The sandbox's one clock: the machine's, moved. Mailbox, issuer, Graph, add-in and service all read it. */
import type { BusinessCalendar } from "../domain/calendar/businessCalendar.ts";
import { addDays } from "../domain/calendar/localDay.ts";
import { type Instant, instant, minuteMs } from "../domain/time.ts";

export type Now = () => Instant;

export type ClockRequest = { readonly to: "tomorrow" | "nextDue" | "now" } | { readonly at: number };

const morning = 9 * 60;
/** Beyond these no calendar of ours has days. */
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);

export class SandboxClock {
  #offset: number;
  readonly #machine: () => number;
  readonly #calendar: BusinessCalendar;
  readonly #listeners: ((offset: number) => void)[] = [];

  /** @param offset milliseconds to add to the machine's clock */
  constructor(calendar: BusinessCalendar, offset: number, machine: () => number = Date.now) {
    this.#calendar = calendar;
    this.#offset = offset;
    this.#machine = machine;
  }

  get offset(): number {
    return this.#offset;
  }

  readonly now: Now = () => instant(this.#machine() + this.#offset);

  /** Runs at every change, with the new offset. */
  onChange(listener: (offset: number) => void): void {
    this.#listeners.push(listener);
  }

  /** @returns false when that is no moment within this century */
  set(request: ClockRequest): boolean {
    const offset = this.#offsetFor(request);
    if (offset === null) return false;
    this.#offset = offset;
    for (const listener of this.#listeners) listener(offset);
    return true;
  }

  #offsetFor(request: ClockRequest): number | null {
    if ("to" in request && request.to === "now") return 0;
    const at = "at" in request ? request.at : this.#momentOf(request.to);
    return Number.isFinite(at) && at >= earliest && at <= latest ? Math.round(at - this.#machine()) : null;
  }

  /** "tomorrow": the next calendar day at 09:00; "nextDue": the next closing, when replies fall due. City's own time. */
  #momentOf(to: "tomorrow" | "nextDue" | "now"): Instant {
    const now = this.now();
    const today = this.#calendar.localDay(now);
    if (to === "tomorrow") return this.#calendar.instantAt(addDays(today, 1), morning);
    if (this.#calendar.isBusinessDay(today) && this.#calendar.closeOf(today) > now)
      return this.#calendar.closeOf(today);
    return this.#calendar.closeOf(this.#calendar.nextBusinessDay(today));
  }
}

/** A local time of the city's as minutes since midnight from "14:20", or null. */
export function minutesOf(text: string): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** "Fri, 20 Nov 2026 16:30:12 -0600": a mail date (RFC 5322 §3.3) in the calendar's own zone. */
export function mailDate(calendar: BusinessCalendar, at: Instant): string {
  const minutes = Math.round((calendar.offsets.localMs(at) - at) / minuteMs);
  const local = new Date(at + minutes * minuteMs).toUTCString().replace(" GMT", "");
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, "0");
  const rest = String(Math.abs(minutes) % 60).padStart(2, "0");
  return `${local} ${minutes < 0 ? "-" : "+"}${hours}${rest}`;
}
