/** Who looked at figures, and who changed what, in words. */
import type { Refusals } from "./text.ts";

/** What was done, as the words need it: names of departments and days in words. */
export interface Done {
  /** As the service calls it. */
  readonly deed: string;
  /** Names of departments; empty for the whole city. */
  readonly places: readonly string[];
  /** First and last day of what it was about. */
  readonly days: readonly [string, string] | null;
  /** How many due dates it moved, or inquiries it took away. */
  readonly count: number;
  /** Of the policy. */
  readonly version: string;
}

export interface LooksText {
  label: string;
  scope: string;
  loading: string;
  none: string;
  /** What the service does by itself. */
  service: string;
  more(count: number): string;
  /** What somebody did, to stand behind the name. */
  done(done: Done): string;
  failures: Refusals;
}
