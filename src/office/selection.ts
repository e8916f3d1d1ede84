/** What is selected in Outlook's list. Only from Mailbox 1.14 on are the messages named there (SelectedItemDetails). */
import { callOffice, demand, tellOffice } from "./callOffice.ts";

/** Internet message ids of at most a hundred messages, of one mailbox and folder. @throws OutsideError unsupported */
export async function selected(): Promise<readonly string[]> {
  demand("1.14");
  const { mailbox } = Office.context;
  const items = await callOffice<Partial<Office.SelectedItemDetails>[]>((done) => mailbox.getSelectedItemsAsync(done));
  return items.map(({ internetMessageId = "" }) => internetMessageId);
}

/** @throws OutsideError unsupported */
export async function onSelectionChanged(listener: () => void): Promise<void> {
  demand("1.14");
  const { mailbox } = Office.context;
  await tellOffice((done) => mailbox.addHandlerAsync(Office.EventType.SelectedItemsChanged, listener, done));
}
