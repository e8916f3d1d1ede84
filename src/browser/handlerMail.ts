/** Word between the pane and the event handlers, which run in another frame of the same browser. */
import { stampFrom, type HandlerMail, type SentNote } from "../addin/ports.ts";
import { instant } from "../domain/time.ts";
import { hintKey, noteKeyPrefix } from "./handlerKeys.ts";

/**
 * @param owner address of the mailbox
 * @param storage the page's localStorage; reading that name may itself throw, so the caller has tried
 * @param page hears of other frames' writing
 */
export function localHandlerMail(owner: string, storage: Storage, page: Pick<Window, "addEventListener">): HandlerMail {
  const prefix = noteKeyPrefix(owner);
  return {
    takeNotes() {
      const keys = Object.keys(storage).filter((key) => key.startsWith(prefix));
      const notes = keys.flatMap((key) => noteFrom(storage.getItem(key)));
      for (const key of keys) storage.removeItem(key);
      return Promise.resolve(notes);
    },
    leaveHint(hint) {
      try {
        storage.setItem(hintKey(owner), JSON.stringify(hint));
      } catch {
        // Full: the reply opens without a stamp and counts as one of unknown kind.
      }
      return Promise.resolve();
    },
    onNote(listener) {
      page.addEventListener("storage", (event) => {
        if (event.newValue !== null && event.key?.startsWith(prefix) === true) listener();
      });
    },
  };
}

/** Another version's note, or somebody else's text, is left out. */
function noteFrom(text: string | null): readonly SentNote[] {
  const value = parsed(text) as Partial<Record<keyof SentNote, unknown>> | null;
  if (typeof value !== "object" || value === null || typeof value.at !== "number") return [];
  const { conversationId, recipients } = value;
  const known = Array.isArray(recipients) ? recipients.filter((each) => typeof each === "string") : null;
  return [
    {
      at: instant(value.at),
      conversationId: typeof conversationId === "string" ? conversationId : null,
      stamp: stampFrom(value.stamp),
      ...(known === null ? {} : { recipients: known }),
    },
  ];
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null") as unknown;
  } catch {
    return null;
  }
}
