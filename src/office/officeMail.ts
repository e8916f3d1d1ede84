/** Outlook itself, through Office.js: the only way to the open item. */
import type { MailClient } from "../addin/ports.ts";
import { demand, tellOffice } from "./callOffice.ts";
import { categorise } from "./categories.ts";
import { readDecisions, saveDecisions } from "./decisions.ts";
import { insertAtTop, openNew, openReply, readDraftRecipients, readStamp, writeStamp } from "./drafts.ts";
import { readHeaders, readOpenItem, readText } from "./item.ts";
import { notify } from "./notifications.ts";

/** Call it once Office.js is ready and found itself in Outlook. */
export function officeMail(): MailClient {
  const { mailbox, displayLanguage } = Office.context;
  const { displayName, emailAddress } = mailbox.userProfile;
  return {
    user: { name: displayName, address: emailAddress },
    language: displayLanguage,
    current: readOpenItem,
    onItemChanged,
    headers: readHeaders,
    text: readText,
    categorise,
    notify,
    decisions: readDecisions,
    saveDecisions,
    openReply,
    openNew,
    openMessage,
    draftRecipients: readDraftRecipients,
    insertAtTop,
    readStamp,
    writeStamp,
  };
}

/** A pinned pane hears of every other item, and of none being open. */
async function onItemChanged(listener: () => void): Promise<void> {
  demand("1.5");
  const { mailbox } = Office.context;
  await tellOffice((done) => mailbox.addHandlerAsync(Office.EventType.ItemChanged, listener, done));
}

async function openMessage(itemId: string): Promise<void> {
  demand("1.9");
  const { mailbox } = Office.context;
  await tellOffice((done) => mailbox.displayMessageFormAsync(itemId, done));
}
