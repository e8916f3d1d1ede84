/** Ribbon commands without a pane. */
import { OutsideError } from "../addin/ports.ts";
import { digest } from "../browser/digest.ts";
import { keptStorage } from "../browser/keptStorage.ts";
import { systemClock } from "../browser/systemClock.ts";
import { languageOf } from "../domain/wording/dates.ts";
import { readHeaders, readOpenItem, readText } from "../office/item.ts";
import { notify } from "../office/notifications.ts";
import { dueDateSentence } from "./showDueDate.ts";

/** Shows the due date of the open message in the bar above it. What Outlook refuses is logged, never thrown at it. */
async function showDueDate(): Promise<void> {
  const message = await readOpenItem();
  if (message?.kind !== "message") return;
  const { displayLanguage, mailbox } = Office.context;
  const user = mailbox.userProfile.emailAddress;
  const [headers, text, storage] = await Promise.all([
    readHeaders().catch(() => null),
    readText().catch(() => null),
    keptStorage(user),
  ]);
  const asked = { message, headers, text, user };
  const language = languageOf(displayLanguage);
  await notify({ text: await dueDateSentence(asked, storage, digest(), systemClock().now(), language) });
}

function onShowDueDate(event: Office.AddinCommands.Event): void {
  showDueDate()
    .catch((error: unknown) => {
      if (!(error instanceof OutsideError)) throw error;
      console.warn(error.message);
    })
    .finally(() => event.completed());
}

void Office.onReady();
Office.actions.associate("showDueDate", onShowDueDate);
