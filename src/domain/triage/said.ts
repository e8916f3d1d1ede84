/** Reads out of a message's text what the rules want to know, so that the text itself need not be kept. */
import type { Policy } from "../policy/policy.ts";
import { isMereThanks, isQuestion } from "./closing.ts";
import type { Address, MessageFacts, Said } from "./message.ts";
import { forwardedAuthor, newText } from "./newText.ts";
import { triage } from "./triage.ts";

export interface Told {
  readonly said: Said;
  /** Whose message this one forwards, as its text tells. */
  readonly forwardedFrom: Address | null;
}

/** Characters that a preview has at most (Microsoft Graph, message.bodyPreview). */
const previewLength = 255;

/** @param text plain text of the whole body @param facts of the same message, without text */
export function saidIn(text: string, facts: MessageFacts, policy: Policy): Told {
  const fresh = newText(text);
  const { customer, customerInText } = triage({ ...facts, text: fresh }, policy);
  return {
    said: { thanks: isMereThanks(fresh), asks: isQuestion(fresh), customer: customerInText === true ? customer : null },
    forwardedFrom: forwardedAuthor(text),
  };
}

/** As saidIn, from the beginning of a text: what may follow is taken for a question, because in doubt the clock runs. */
export function saidInPreview(preview: string, facts: MessageFacts, policy: Policy): Told {
  const told = saidIn(preview, facts, policy);
  const whole = preview.length < previewLength || newText(preview) !== preview.replace(/\r\n?/g, "\n").trim();
  return whole ? told : { ...told, said: { ...told.said, thanks: false, asks: true } };
}
