/** A look with everything around it: what is said while it cannot be done, and what is shown when it was. */
import type { AddinState, Watching } from "../addin.ts";
import type { Desk } from "../desk.ts";
import { unlessRefused } from "../notices.ts";
import type { OutsideError } from "../ports.ts";
import { showQueue } from "../queue.ts";
import { lookThrough } from "./look.ts";
import { customersInJunk, olderWaiting } from "./older.ts";

export const lookedAtKey = "lookedAt";

/** @returns true when the mailbox was seen to its end */
export async function lookOnce(desk: Desk): Promise<boolean> {
  const { mailbox, clock, storage } = desk.ports;
  const { rules } = desk;
  desk.store.set({ watching: watchingOf(desk), followUp: desk.remembered.followUp });
  if (mailbox === null) {
    desk.notices.raise({ code: "mailboxUnseen" });
    return false;
  }
  if (rules === null || !desk.remembered.watching) return false;
  const now = clock.now();
  const looked = await unlessRefused(
    lookThrough(desk, mailbox, rules).then(() => true),
    (refusal) => {
      sayUnseen(desk, refusal);
      return false;
    },
  );
  await showQueue(desk);
  if (!looked) return false;
  desk.notices.lower("mailboxUnseen");
  desk.notices.lower("mailboxBusy");
  await unlessRefused(storage.memory.set(lookedAtKey, now), () => undefined);
  desk.store.set({ lookedAt: now, junk: await customersInJunk(desk, rules, desk.watched) });
  if (!desk.remembered.offered) await offerOlder(desk);
  return true;
}

export function watchingOf({ ports, remembered }: Desk): Watching {
  if (ports.mailbox === null) return "off";
  if (!remembered.watching) return "stopped";
  return ports.mailbox.writer === null ? "reading" : "flagging";
}

async function offerOlder(desk: Desk): Promise<void> {
  const { rules } = desk;
  if (rules === null) return;
  const older: AddinState["older"] = await olderWaiting(desk, rules, desk.watched);
  desk.store.set({ older: older.length === 0 ? null : older });
}

/** One sentence for one loss: the latest refusal tells what stands in the way now. */
function sayUnseen(desk: Desk, { code }: OutsideError): void {
  const said = code === "signInNeeded" ? code : code === "throttled" ? "mailboxBusy" : "mailboxUnseen";
  for (const other of ["mailboxBusy", "mailboxUnseen"] as const) if (other !== said) desk.notices.lower(other);
  desk.notices.raise({ code: said });
}
