/** A new draft opens: one that the pane asked for bears its stamp from the first moment. */
import { stampFrom, stampKey, type ReplyStamp } from "../addin/ports.ts";
import { hintKey, hintLifeMs } from "../browser/handlerKeys.ts";
import { addressesIn, ask, composeTypeOf, conversationOf, forgetText, parsedJson, storedText } from "./runtime.ts";

interface Hint {
  /** Of the reply that it is for, or null. */
  readonly conversationId: string | null;
  /** Whom the new message that it is for is to, or null. */
  readonly to: string | null;
  readonly stamp: ReplyStamp;
}

/** The pane's hint while it is fresh; null for another's text. @param now epoch milliseconds */
function freshHint(text: string | null, now: number): Hint | null {
  const hint = parsedJson(text) as { conversationId?: unknown; to?: unknown; at?: unknown; stamp?: unknown } | null;
  if (typeof hint !== "object" || hint === null || typeof hint.at !== "number") return null;
  const stamp = stampFrom(hint.stamp);
  if (stamp === null || hint.at > now || now - hint.at > hintLifeMs) return null;
  return {
    conversationId: typeof hint.conversationId === "string" ? hint.conversationId : null,
    to: typeof hint.to === "string" ? hint.to.toLowerCase() : null,
    stamp,
  };
}

/** Whether the hint is for this draft: the reply's conversation, or the new message's recipient, is the one it names. */
function isMeant(hint: Hint, item: Office.MessageCompose, then: (yes: boolean) => void): void {
  const { conversationId, to } = hint;
  if (conversationId !== null) then(conversationId === conversationOf(item));
  else if (to === null) then(false);
  else {
    composeTypeOf(item, (type) => {
      // A reply to that same customer answers what it quotes.
      if (type !== null && type !== "newMail") then(false);
      else addressesIn(item.to, (addresses) => then(addresses !== null && addresses.includes(to)));
    });
  }
}

/** Puts the hinted stamp on the draft, if there is one, and then calls back. @param owner address of the mailbox */
export function stampNewReply(item: Office.MessageCompose, owner: string, done: () => void): void {
  const hint = freshHint(storedText(hintKey(owner)), Date.now());
  if (hint === null) {
    done();
    return;
  }
  isMeant(hint, item, (yes) => {
    if (!yes) {
      done();
      return;
    }
    forgetText(hintKey(owner));
    writeStamp(item, hint.stamp, done);
  });
}

function writeStamp(item: Office.MessageCompose, stamp: ReplyStamp, done: () => void): void {
  ask<Office.CustomProperties>(
    (callback) => item.loadCustomPropertiesAsync(callback),
    (properties) => {
      if (properties === null) {
        done();
        return;
      }
      ask<unknown>((callback) => {
        properties.set(stampKey, JSON.stringify(stamp));
        properties.saveAsync(callback);
      }, done);
    },
  );
}
