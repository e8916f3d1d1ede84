/** What the page may change of a message, and what it may not. */
import type { Instant } from "../../domain/time.ts";
import type { MailPatch } from "../api.ts";
import { type Answer, given, refused } from "../refusal.ts";
import { textOf } from "./htmlTokens.ts";
import type { Mailbox } from "./mailbox.ts";
import { sanitise } from "./sanitise.ts";
import type { StoredMessage } from "./storedMessage.ts";

/** Of one add-in on one item, as Exchange stores them (outlook-platform §2.1). */
export const longestProperties = 2500;

const anyMessage = ["isRead", "categories", "flag", "customProperties", "notifications", "sessionData"] as const;
const draftsOnly = ["subject", "html", "to", "cc", "bcc", "internetHeaders", "bodyType"] as const;

/** @returns the changed message, or why it stays as it is; unknown fields are not looked at */
export function patchMessage(
  mailbox: Mailbox,
  message: StoredMessage,
  patch: MailPatch,
  now: Instant,
): Answer<StoredMessage> {
  const isGiven = (name: keyof MailPatch): boolean => patch[name] !== undefined;
  if (!message.isDraft && draftsOnly.some(isGiven)) return refused("notADraft");
  const length = JSON.stringify(patch.customProperties ?? {}).length;
  if (length > longestProperties) return refused("propertiesTooLong", { limit: longestProperties, length });
  const kept = [...anyMessage, ...draftsOnly].filter(isGiven);
  const fields = Object.fromEntries(kept.map((name) => [name, patch[name]])) as Partial<StoredMessage>;
  const html = patch.html === undefined ? null : sanitise(patch.html);
  const body = html === null ? {} : { html, text: textOf(html) };
  const categories = patch.categories && { categories: [...new Set(patch.categories)] };
  const touches = kept.some((name) => name !== "isRead" && name !== "notifications" && name !== "sessionData");
  return given(mailbox.change(message.id, { ...fields, ...body, ...categories }, now, touches));
}
