/** Mailboxes that the add-in has counted for a while: it finds its first day where it left it, in the mailbox itself. */
import { dayMs, type Instant } from "../../domain/time.ts";
import { mailboxOwners, people, sharedWith } from "../people.ts";
import type { Mailboxes } from "./mailboxes.ts";

const forDays = 60;
/** Sees the add-in for the first time: the first day can be tried too. */
const newcomer = "colleague";
/** The add-in's own key. */
const key = "civicreply";

/** Lets everybody but one have joined two months ago, or when the oldest message came. */
export function joinEarlier(mailboxes: Mailboxes, now: Instant): void {
  const received = mailboxOwners.flatMap((owner) => [...mailboxes.of(owner).all()].map(({ receivedAt }) => receivedAt));
  const joinedAt = received.reduce((first, at) => Math.min(first, at), now - forDays * dayMs);
  for (const person of people.filter(({ id }) => id !== newcomer)) {
    const names = ["", ...sharedWith(person).map(({ address }) => address)];
    const remembered = { joinedAt: Object.fromEntries(names.map((name) => [name, joinedAt])), offered: true };
    // Office.js keeps each value as JSON text; the add-in's value is a text itself.
    mailboxes.of(person).roamingSettings = { [key]: JSON.stringify(JSON.stringify(remembered)) };
    mailboxes.keepSettings(person);
  }
}
