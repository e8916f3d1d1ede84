/** What all contenders are asked: when is the reply to each of these messages due? */
import type { PlainOffice } from "./plainOffice.ts";

export interface Questions {
  /** Epoch milliseconds, UTC. */
  readonly receivedAt: Float64Array;
  /** Business days promised. */
  readonly days: Uint8Array;
  /** When the reply is due, worked out plainly: epoch milliseconds. */
  readonly truth: Float64Array;
}

export const from = Date.UTC(2024, 0, 1);
export const to = Date.UTC(2031, 0, 1);
export const promises: readonly number[] = [1, 2, 5];

/** The same messages on each run, at any millisecond of 2024 to 2030. */
export function questions(office: PlainOffice, count: number): Questions {
  const dice = repeatable(1077);
  const receivedAt = Float64Array.from({ length: count }, () => Math.floor(from + dice() * (to - from)));
  const days = Uint8Array.from({ length: count }, () => promises[Math.floor(dice() * promises.length)] ?? 1);
  return { receivedAt, days, truth: receivedAt.map((at, index) => plainDueAt(office, at, days[index] ?? 1)) };
}

/** The rule in plain steps, day by day over ISO text: slow, and with nothing of the product in it. */
export function plainDueAt(office: PlainOffice, receivedAt: number, days: number): number {
  const local = new Date(receivedAt + office.offsetAt(receivedAt) * 60_000).toISOString();
  let date = local.slice(0, 10);
  const minutes = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
  const hours = hoursOn(office, date);
  if (hours === null || minutes >= hours.closes) date = nextOpenDate(office, date);
  for (let left = days; left > 0; left -= 1) date = nextOpenDate(office, date);
  const closes = Date.parse(`${date}T00:00:00Z`) + (hoursOn(office, date)?.closes ?? 0) * 60_000;
  // No office closes within hours of a clock change, so the offset at that time of day in UTC is the office's.
  return closes - office.offsetAt(closes) * 60_000;
}

function hoursOn(office: PlainOffice, date: string): PlainOffice["week"][number] {
  if (office.closed.has(Number(date.replaceAll("-", "")))) return null;
  return office.week[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? null;
}

function nextOpenDate(office: PlainOffice, date: string): string {
  let next = date;
  do next = new Date(Date.parse(`${next}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  while (hoursOn(office, next) === null);
  return next;
}

/** Numbers in [0, 1), the same on every machine (mulberry32). */
function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
