/** A new draft opens: a reply that the pane asked for bears its stamp from the first moment. */
import { stampFrom, stampKey, type ReplyStamp } from "../addin/ports.ts";
import { hintKey, hintLifeMs } from "../browser/handlerKeys.ts";
import { ask, conversationOf, forgetText, parsedJson, storedText } from "./runtime.ts";

/** The pane's hint, while it is fresh and meant for this conversation. @param now epoch milliseconds */
export function hintedStamp(text: string | null, conversationId: string | null, now: number): ReplyStamp | null {
  const hint = parsedJson(text) as { conversationId?: unknown; at?: unknown; stamp?: unknown } | null;
  if (typeof hint !== "object" || hint === null || typeof hint.at !== "number") return null;
  const isFresh = hint.at <= now && now - hint.at <= hintLifeMs;
  return isFresh && conversationId !== null && hint.conversationId === conversationId ? stampFrom(hint.stamp) : null;
}

/** Puts the hinted stamp on the draft, if there is one, and then calls back. @param owner address of the mailbox */
export function stampNewReply(item: Office.MessageCompose, owner: string, done: () => void): void {
  const stamp = hintedStamp(storedText(hintKey(owner)), conversationOf(item), Date.now());
  if (stamp === null) {
    done();
    return;
  }
  forgetText(hintKey(owner));
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
