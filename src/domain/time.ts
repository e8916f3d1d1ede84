/** The two kinds of time of the product, and the shape of an answer that may fail. */

declare const instantBrand: unique symbol;
declare const dayBrand: unique symbol;

/** A moment: epoch milliseconds, UTC. */
export type Instant = number & { readonly [instantBrand]: true };

/** A day in the city's own zone, as "2026-11-23". Never an instant. */
export type LocalDay = string & { readonly [dayBrand]: true };

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** @throws RangeError when the number is no moment: a bug, or unparsed input */
export function instant(ms: number): Instant {
  if (!Number.isFinite(ms)) throw new RangeError(`not a moment: ${String(ms)}`);
  return ms as Instant;
}

/** A moment from ISO 8601 text with a zone ("2026-11-23T16:30:00Z"), or null when it is not one. */
export function instantFromIso(text: string): Instant | null {
  const looksRight = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const ms = looksRight ? Date.parse(text) : NaN;
  // Date.parse reads February 30 as March 2: a day that does not exist is no moment.
  return Number.isNaN(ms) || !new Date(text.slice(0, 10)).toISOString().startsWith(text.slice(0, 10))
    ? null
    : (ms as Instant);
}

/** ISO 8601 in UTC, without milliseconds when they are zero: "2026-11-23T23:30:00Z". */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

/** Something wrong with a document: where it is and what to do, for a person to read. */
export interface Problem {
  /** JSON path in the document, such as `channels.email.responseDays`; "" for the whole. */
  readonly path: string;
  readonly message: string;
  readonly severity: "error" | "warning";
}

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
