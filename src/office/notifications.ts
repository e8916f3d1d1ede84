/** The one bar above the open message. */
import type { NotificationBar } from "../addin/ports.ts";
import { callOffice, demand, tellOffice } from "./callOffice.ts";
import { messageItem } from "./item.ts";

/** At most 32 characters. */
const key = "civicreply";
/** An image id of the manifest's Resources; classic Outlook shows it. */
const icon = "Icon.16x16";
const longest = 150;

/** @throws OutsideError */
export async function notify(bar: NotificationBar): Promise<void> {
  demand("1.3");
  const { notificationMessages } = messageItem();
  const shown = await callOffice<Office.NotificationMessageDetails[] | null>((done) =>
    notificationMessages.getAllAsync(done),
  );
  const isShown = (shown ?? []).some((each) => each.key === key);
  if (bar === null) {
    if (isShown) await tellOffice((done) => notificationMessages.removeAsync(key, done));
    return;
  }
  const details: Office.NotificationMessageDetails = {
    type: Office.MailboxEnums.ItemNotificationMessageType.InformationalMessage,
    message: bar.text.slice(0, longest),
    icon,
    persistent: false,
  };
  // Microsoft's page says that replaceAsync adds what is missing; not every client does (outlook-platform §2.1).
  if (isShown) await tellOffice((done) => notificationMessages.replaceAsync(key, details, done));
  else await tellOffice((done) => notificationMessages.addAsync(key, details, done));
}
