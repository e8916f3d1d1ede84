/**
 * localStorage keys under which pane and event handlers leave word for each other; both sides import these. Several
 * accounts share one Outlook, so every key names the mailbox.
 */

/** Notes of sent drafts: one key per note, so that two windows cannot overwrite each other's. */
export function noteKeyPrefix(owner: string): string {
  return `civicreply.note.${owner.toLowerCase()}.`;
}

/** How to stamp the draft that is about to open: one key, the latest hint counts. */
export function hintKey(owner: string): string {
  return `civicreply.hint.${owner.toLowerCase()}`;
}

/** A hint older than this was for a draft that never opened. */
export const hintLifeMs = 60_000;
