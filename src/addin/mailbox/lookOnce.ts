/** A look with everything around it: what is said while it cannot be done, and what is shown when it was. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { AddinState } from "../addin.ts";
import type { Desk } from "../desk.ts";
import { unlessRefused } from "../notices.ts";
import type { OutsideError } from "../ports.ts";
import { showQueue } from "../queue.ts";
import { lookThrough } from "./look.ts";
import { customersInJunk, olderWaiting } from "./older.ts";
import { lookedAtKey, watchingOf } from "./watched.ts";

/** @returns true when the mailbox was seen to its end */
export async function lookOnce(desk: Desk): Promise<boolean> {
  const { mailbox, clock, storage } = desk.ports;
  const { rules } = desk;
  desk.store.set({ watching: watchingOf(mailbox, desk.remembered), followUp: desk.remembered.followUp });
  if (mailbox === null) {
    desk.notices.raise({ code: "mailboxUnseen" });
    return false;
  }
  if (rules === null || !desk.remembered.watching) return false;
  const now = clock.now();
  desk.progress.begin();
  const told = await unlessRefused<boolean | null>(lookThrough(desk, mailbox, rules), (refusal) => {
    sayUnseen(desk, refusal);
    return null;
  });
  await showQueue(desk);
  desk.progress.end();
  if (told === null) return false;
  desk.notices.lower("mailboxUnseen");
  desk.notices.lower("mailboxBusy");
  if (storage.lasting) desk.notices.lower("storageDenied");
  await unlessRefused(storage.memory.set(lookedAtKey, now), () => undefined);
  desk.store.set({ lookedAt: now });
  // Both read many messages: again only when there are others, or other rules.
  if (told || desk.offeredBy !== rules) await offer(desk, rules);
  return true;
}

/** What is not on the clock and may be a customer's all the same. */
async function offer(desk: Desk, rules: Rules): Promise<void> {
  desk.store.set({ junk: await customersInJunk(desk, rules, desk.watched) });
  if (!desk.remembered.offered) {
    const older: AddinState["older"] = await olderWaiting(desk, rules, desk.watched);
    desk.store.set({ older: older.length === 0 ? null : older });
  }
  desk.offeredBy = rules;
}

/** One sentence for one loss: the latest refusal tells what stands in the way now. */
function sayUnseen(desk: Desk, { code }: OutsideError): void {
  const said = code === "signInNeeded" ? code : code === "throttled" ? "mailboxBusy" : "mailboxUnseen";
  if (code === "storageDenied") desk.notices.raise({ code });
  for (const other of ["mailboxBusy", "mailboxUnseen"] as const) if (other !== said) desk.notices.lower(other);
  desk.notices.raise({ code: said });
}
