/** Why the sandbox says no, as values: a code here, the sentence in the catalogue. */
import type { SentenceKey } from "./wording.ts";

export interface SandboxRefusal {
  readonly status: 400 | 403 | 404 | 413;
  readonly sentence: SentenceKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: SandboxRefusal };

export function given<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function refused(
  sentence: SentenceKey,
  values: Readonly<Record<string, string | number>> = {},
  status: SandboxRefusal["status"] = 400,
): { readonly ok: false; readonly refusal: SandboxRefusal } {
  return { ok: false, refusal: { status, sentence, values } };
}

/** The sandbox cannot start: the message is for the person who started it. */
export class SandboxCannotStart extends Error {
  override readonly name = "SandboxCannotStart";
}
