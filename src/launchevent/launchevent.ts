/**
 * The event runtime's one file (outlook-platform §1.5): no DOM, no modules, ES2016 without async functions, perhaps no
 * timers and no storage. Whatever fails or never answers here, the person's draft opens and the person's mail is sent.
 */
import { stampNewReply } from "./newReply.ts";
import { afterMs } from "./runtime.ts";
import { checkSend, type Verdict } from "./sending.ts";

/** Longer than Office.js takes, shorter than Outlook's own patience of 5 s. */
const patienceMs = 2_000;

/** The open draft, or null while Outlook changes items. */
function openDraft(): Office.MessageCompose | null {
  const mailbox = Office.context.mailbox as Office.Mailbox | undefined;
  return mailbox?.item ?? null;
}

function ownerAddress(): string {
  return Office.context.mailbox.userProfile.emailAddress;
}

/** Runs the work and completes the event exactly once: with its verdict, or with consent after 2 s or an error. */
function completing(event: Office.AddinCommands.Event, work: (decide: (verdict: Verdict) => void) => void): void {
  let isComplete = false;
  const complete = (verdict: Verdict) => {
    if (isComplete) return;
    isComplete = true;
    event.completed(verdict);
  };
  afterMs(patienceMs, () => complete({ allowEvent: true }));
  try {
    work(complete);
  } catch {
    complete({ allowEvent: true });
  }
}

export function onNewMessageComposeHandler(event: Office.AddinCommands.Event): void {
  completing(event, (decide) => {
    const draft = openDraft();
    if (draft === null) decide({ allowEvent: true });
    else stampNewReply(draft, ownerAddress(), () => decide({ allowEvent: true }));
  });
}

export function onMessageSendHandler(event: Office.AddinCommands.Event): void {
  completing(event, (decide) => {
    const draft = openDraft();
    if (draft === null) decide({ allowEvent: true });
    else checkSend(draft, { owner: ownerAddress(), language: Office.context.displayLanguage }, decide);
  });
}

Office.actions.associate("onNewMessageComposeHandler", onNewMessageComposeHandler);
Office.actions.associate("onMessageSendHandler", onMessageSendHandler);
// The HTML runtimes (web, Mac, new Outlook) start only once a page asks; classic Outlook does not need it.
void Office.onReady();
