/** Outlook itself, through Office.js: the only way to the open item. */
import type { MailClient } from "../addin/ports.ts";
import { demand, tellOffice } from "./callOffice.ts";
import { categorise, prepareCategories } from "./categories.ts";
import { readDecisions, saveDecisions } from "./decisions.ts";
import { insertAtTop, openNew, openReply, readDraftRecipients, readStamp, writeStamp } from "./drafts.ts";
import { readHeaders, readOpenItem, readText } from "./item.ts";
import { notify } from "./notifications.ts";
import { remember, remembered } from "./roaming.ts";
import { onSelectionChanged, selected } from "./selection.ts";

/** Call it once Office.js is ready and found itself in Outlook. */
export function officeMail(): MailClient {
  const { mailbox, displayLanguage } = Office.context;
  const { displayName, emailAddress } = mailbox.userProfile;
  return {
    user: { name: displayName, address: emailAddress },
    language: displayLanguage,
    current: readOpenItem,
    onItemChanged,
    selected,
    onSelectionChanged,
    headers: readHeaders,
    text: readText,
    remembered,
    remember,
    prepareCategories,
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

/** Graph's ids are written in another alphabet than Outlook's; an id of Outlook's own stays as it is. */
async function openMessage(itemId: string): Promise<void> {
  demand("1.9");
  const { mailbox } = Office.context;
  const id = mailbox.convertToEwsId(itemId, Office.MailboxEnums.RestVersion.v2_0);
  await tellOffice((done) => mailbox.displayMessageFormAsync(id, done));
}
