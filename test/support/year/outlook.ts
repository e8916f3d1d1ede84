/** Outlook beside one pane: the open item and the roaming settings, over the sandbox's mailboxes. */
import { compact, decisionsKey } from "../../../src/addin/decisions.ts";
import { decisionsFrom } from "../../../src/addin/readDecisions.ts";
import type { MailClient, OpenMessage } from "../../../src/addin/ports.ts";
import { instant, type Instant } from "../../../src/domain/time.ts";
import type { Mailbox } from "../../../src/sandbox/mailbox/mailbox.ts";
import type { StoredMessage } from "../../../src/sandbox/mailbox/storedMessage.ts";
import { scriptedMail } from "../ports.ts";

export interface Outlook {
  readonly mail: MailClient;
  /** Opens a message, or none; the pane is told. */
  open(id: string | null): void;
}

/**
 * @param boxes the person's own mailbox first, then the shared ones
 * @param settings of the mailbox: the same for each computer of that person
 */
export function outlook(
  user: MailClient["user"],
  boxes: readonly Mailbox[],
  settings: { value: unknown },
  now: () => Instant,
): Outlook {
  let opened: string | null = null;
  const listeners: (() => void)[] = [];
  const place = () => boxes.find((box) => opened !== null && box.get(opened) !== null) ?? null;
  const message = () => place()?.get(opened ?? "") ?? null;
  const mail: MailClient = {
    ...scriptedMail(),
    user,
    current: () => Promise.resolve(openMessage(message())),
    onItemChanged: (listener) => Promise.resolve(void listeners.push(listener)),
    headers: () => Promise.resolve(headersOf(message())),
    text: () => Promise.resolve(message()?.text ?? ""),
    remembered: () => Promise.resolve(structuredClone(settings.value)),
    remember: (value) => Promise.resolve(void (settings.value = structuredClone(value))),
    prepareCategories: () => Promise.resolve(),
    categorise: () => Promise.resolve(),
    notify: () => Promise.resolve(),
    decisions() {
      const kept = message()?.customProperties[decisionsKey];
      return Promise.resolve({ observations: typeof kept === "string" ? decisionsFrom(JSON.parse(kept)) : [] });
    },
    saveDecisions({ observations }) {
      const [box, kept] = [place(), message()];
      if (box === null || kept === null) return Promise.resolve();
      const value = JSON.stringify(compact(observations));
      box.change(kept.id, { customProperties: { ...kept.customProperties, [decisionsKey]: value } }, now());
      return Promise.resolve();
    },
  };
  return {
    mail,
    open(id) {
      opened = id;
      for (const listener of listeners) listener();
    },
  };
}

function openMessage(message: StoredMessage | null): OpenMessage | null {
  if (message === null || message.isDraft) return null;
  const { id, internetMessageId, conversationId, subject, from, sender, to, cc, createdAt, itemClass } = message;
  const shown = { itemId: id, internetMessageId, conversationId, subject, from, sender, to, cc, itemClass };
  return { kind: "message", ...shown, createdAt: instant(createdAt), parts: [] };
}

function headersOf(message: StoredMessage | null): readonly (readonly [string, string])[] {
  return [...(message?.headers ?? "").matchAll(/^([^:\s]+): (.*)\r$/gm)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);
}
