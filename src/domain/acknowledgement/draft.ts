/** A template filled for one message, and what is still missing in it. */
import type { ReplyKind } from "../policy/policy.ts";
import type { LocalDay } from "../time.ts";

/** What a template may name in braces. */
export interface TemplateFields {
  readonly customer?: string;
  readonly handler?: string;
  readonly promisedDay?: LocalDay;
  readonly subject?: string;
  readonly department?: string;
  readonly city?: string;
  readonly commitment?: string;
  readonly receivedDay?: LocalDay;
  readonly contact?: string;
}

export interface FilledTemplate {
  readonly template: string;
  readonly replyKind: ReplyKind;
  readonly promisedDay: LocalDay | null;
  /** Paragraphs of plain text; a missing field stands in it as "[customer's name]" in the reader's language. */
  readonly paragraphs: readonly string[];
  /** Names of fields without a value. */
  readonly missing: readonly (keyof TemplateFields)[];
}
