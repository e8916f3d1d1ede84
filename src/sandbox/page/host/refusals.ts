/**
 * What Outlook on the web refuses, and with which code: the table that the calls answer from, and that
 * test/sandbox/refusals goes through, each entry tried by the real Office.js.
 */
import { draftsRefusals } from "./refusals/drafts.ts";
import { mailboxRefusals } from "./refusals/mailbox.ts";
import { marksRefusals } from "./refusals/marks.ts";

export const refusals = { ...marksRefusals, ...draftsRefusals, ...mailboxRefusals } as const;

export type RefusalName = keyof typeof refusals;
