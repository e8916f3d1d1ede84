/** What happens at send: a note for the pane, and at most one word of warning; never a delay (design rule 4). */
import type { SentNote } from "../addin/ports.ts";
import { noteKeyPrefix } from "../browser/handlerKeys.ts";
import { instant } from "../domain/time.ts";
import { storeText } from "./runtime.ts";
import { lookAtDraft, type DraftSeen } from "./sendCheck.ts";

export interface Verdict {
  readonly allowEvent: boolean;
  readonly errorMessage?: string;
}

/** Outlook shows at most 500 characters. */
const longest = 500;

/** @param language BCP 47, of the reader */
export function heldMessage(field: string, language: string): string {
  const text = /^fr/i.test(language)
    ? `${field} n’est pas encore rempli dans votre réponse. Remplissez-le, ou envoyez-la telle quelle : ce message ne revient pas.`
    : `${field} is not filled in yet in your reply. Fill it in, or send the reply as it is: this message does not come again.`;
  return text.slice(0, longest);
}

export interface Reader {
  /** Address of the mailbox. */
  readonly owner: string;
  /** BCP 47. */
  readonly language: string;
}

/** Decides about the draft and calls back; a draft that could not be marked as held is not held, or it never left. */
export function checkSend(item: Office.MessageCompose, reader: Reader, decide: (verdict: Verdict) => void): void {
  lookAtDraft(item, (seen) => {
    const { unfilled } = seen;
    if (unfilled === null || seen.heldBefore) {
      leaveNote(seen, reader.owner);
      decide({ allowEvent: true });
      return;
    }
    seen.hold((kept) => {
      if (kept) decide({ allowEvent: false, errorMessage: heldMessage(unfilled, reader.language) });
      else {
        leaveNote(seen, reader.owner);
        decide({ allowEvent: true });
      }
    });
  });
}

/** A reply answers somebody, and so does a draft whose stamp says whom; where Outlook does not say what it is, any stamp tells. */
function answersSomebody({ composeType, stamp }: DraftSeen): boolean {
  if (composeType === "reply") return true;
  return stamp !== null && (composeType === null || stamp.answers !== null);
}

function leaveNote(seen: DraftSeen, owner: string): void {
  if (!answersSomebody(seen)) return;
  const at = instant(Date.now());
  const note: SentNote = {
    conversationId: seen.conversationId,
    at,
    stamp: seen.stamp,
    ...(seen.recipients === null ? {} : { recipients: seen.recipients }),
  };
  storeText(`${noteKeyPrefix(owner)}${at}.${Math.random().toString(36).slice(2)}`, JSON.stringify(note));
}
