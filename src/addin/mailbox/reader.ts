/** Whose mailboxes the desk reads, and by which rules. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { Reader } from "../../domain/mailbox/judge.ts";
import type { Desk } from "../desk.ts";
import { isNeverSender } from "../neverSenders.ts";
import { lookBackFrom } from "./watch.ts";

export function readerOf(desk: Desk, rules: Rules): Reader {
  const address = desk.ports.mail.user.address.toLowerCase();
  const { neverSenders } = desk.store.get();
  return {
    rules,
    address,
    own: new Set([address, ...Object.keys(desk.watched).filter((name) => name !== "")]),
    joinedAt: (mailbox) => desk.watched[mailbox]?.joinedAt ?? null,
    lookBackFrom: lookBackFrom(rules, desk.ports.clock.now()),
    never: (facts, decision) => neverSenders.length > 0 && isNeverSender(facts, decision, neverSenders),
  };
}
