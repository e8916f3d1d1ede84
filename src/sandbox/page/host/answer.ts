/** Answers to Outlook's calls (outlook-host-protocol §6). */
import { type RefusalName, refusals } from "./refusals.ts";

export type Answer = Readonly<Record<string, unknown>>;

/** Success; `data` becomes the add-in's `asyncResult.value`. */
export function ok(data?: unknown): Answer {
  return { error: false, data };
}

/** Failure with the code that Outlook gives; Office.js looks up its name and text. */
export function refuse(name: RefusalName): Answer {
  return { error: true, errorCode: refusals[name].code };
}
