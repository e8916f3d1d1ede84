/** Whose sign-in it is: what one person's pane learnt is never sent as another (several accounts share one Outlook). */
import type { Me } from "../contract/me.ts";
import type { Desk } from "./desk.ts";
import { unlessRefused } from "./notices.ts";
import type { Service } from "./ports.ts";

export const accountKey = "account";

/**
 * Asks the service who is signed in. The mailbox's own storage remembers the first account; while another one is signed
 * in, nothing may be sent, one notice says so, and everything waits.
 *
 * @returns what the service knows of the person, or null when it is another one than before
 * @throws OutsideError when the service does not answer, or storage cannot be read: then nothing is sent either
 */
export async function identify(desk: Desk, service: Service): Promise<Me | null> {
  const { memory } = desk.ports.storage;
  const me = await service.me();
  const before = await memory.get(accountKey);
  if (typeof before === "string" && before !== me.account) {
    desk.me = null;
    desk.store.set({ roles: [], departments: [] });
    desk.notices.lower("serviceAway");
    desk.notices.raise({ code: "otherAccount" });
    return null;
  }
  if (before !== me.account) await unlessRefused(memory.set(accountKey, me.account), () => undefined);
  desk.me = me;
  desk.store.set({ roles: me.roles, departments: me.departments });
  desk.notices.lower("otherAccount");
  return me;
}
