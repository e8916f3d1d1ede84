/** What the event runtime offers, each part only if it is there and allowed: nothing here throws. */

/** The text under a key of localStorage, or null: classic Outlook has none, a private window's throws. */
export function storedText(key: string): string | null {
  try {
    return typeof localStorage === "undefined" ? null : localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function storeText(key: string, text: string): void {
  try {
    if (typeof localStorage !== "undefined") localStorage.setItem(key, text);
  } catch {
    // What could not be said is found later in Sent Items (design rule 4).
  }
}

export function forgetText(key: string): void {
  try {
    if (typeof localStorage !== "undefined") localStorage.removeItem(key);
  } catch {
    // A hint that stays is too old by the next reply.
  }
}

/** A JSON value, or null when the text is none. */
export function parsedJson(text: unknown): unknown {
  try {
    return typeof text === "string" ? (JSON.parse(text) as unknown) : null;
  } catch {
    return null;
  }
}

/** Calls back once after a while, or never where the runtime has no timers. */
export function afterMs(ms: number, callback: () => void): void {
  if (typeof setTimeout === "function") setTimeout(callback, ms);
}

/** A new draft may have none yet. */
export function conversationOf({ conversationId }: Partial<Office.MessageCompose>): string | null {
  return conversationId ?? null;
}

type Start<T> = (callback: (result: Office.AsyncResult<T>) => void) => void;

/**
 * One call of Office.js. `then` gets its value, or null when it was refused, threw or is missing in this Outlook; when
 * Office.js never answers, `then` is never called, which is what the watchdog is for.
 */
export function ask<T>(start: Start<T>, then: (value: T | null) => void): void {
  let answers = 0;
  const once = (value: T | null) => {
    answers += 1;
    if (answers === 1) then(value);
  };
  try {
    start((result) => once(String(result.status) === "succeeded" ? result.value : null));
  } catch (error) {
    // What `then` itself throws is for the caller, who completes the event.
    if (answers > 0) throw error;
    once(null);
  }
}

/** Lower-case addresses of a draft's recipient field; null when they could not be read. */
export function addressesIn(field: Office.Recipients, then: (addresses: readonly string[] | null) => void): void {
  ask<Office.EmailAddressDetails[]>(
    (callback) => field.getAsync(callback),
    (list) => then(list === null ? null : list.map((each) => each.emailAddress.toLowerCase())),
  );
}

/** "reply", "newMail" or "forward"; null where Outlook does not say (before Mailbox 1.10). */
export function composeTypeOf(item: Office.MessageCompose, then: (type: string | null) => void): void {
  ask<{ readonly composeType: string }>(
    (callback) => item.getComposeTypeAsync(callback),
    (answer) => then(answer === null ? null : answer.composeType),
  );
}
