/** Our four categories on the open message; a person's own categories are never touched. */
import type { StateCategory } from "../addin/ports.ts";
import { callOffice, demand, tellOffice } from "./callOffice.ts";
import { messageItem } from "./item.ts";

type Names = Readonly<Record<StateCategory, string>>;

/** Preset0 is red, 1 orange, 4 green, 7 blue in every Outlook. */
const colours: Readonly<Record<StateCategory, keyof typeof Office.MailboxEnums.CategoryColor>> = {
  replyDueToday: "Preset1",
  replyOverdue: "Preset0",
  replyDue: "Preset7",
  replied: "Preset4",
};

/**
 * Puts exactly this one of ours on the open message, or none.
 *
 * @throws OutsideError unsupported (Mailbox 1.8, compose), forbidden (delegates may not add to the master list)
 */
export async function categorise(category: StateCategory | null, names: Names): Promise<void> {
  demand("1.8");
  const { categories } = messageItem();
  const present = (await callOffice<Office.CategoryDetails[] | null>((done) => categories.getAsync(done))) ?? [];
  const shown = new Set(present.map(({ displayName }) => displayName));
  const wanted = category === null ? null : names[category];
  const ours = Object.values(names).filter((name) => name !== wanted && shown.has(name));
  if (ours.length > 0) await tellOffice((done) => categories.removeAsync(ours, done));
  if (category === null || wanted === null || shown.has(wanted)) return;
  await ensureKnown(category, wanted);
  await tellOffice((done) => categories.addAsync([wanted], done));
}

/** A category must stand in the mailbox's master list before a message can bear it. */
async function ensureKnown(category: StateCategory, displayName: string): Promise<void> {
  await addMissing([{ category, displayName }]);
}

/** @throws OutsideError unsupported (Mailbox 1.8), forbidden (delegates may not add to the master list) */
export async function prepareCategories(wanted: readonly StateCategory[], names: Names): Promise<void> {
  demand("1.8");
  await addMissing(wanted.map((category) => ({ category, displayName: names[category] })));
}

async function addMissing(
  wanted: readonly { readonly category: StateCategory; readonly displayName: string }[],
): Promise<void> {
  const master = Office.context.mailbox.masterCategories;
  const known = (await callOffice<Office.CategoryDetails[] | null>((done) => master.getAsync(done))) ?? [];
  const missing = wanted.filter(({ displayName }) => known.every((each) => each.displayName !== displayName));
  if (missing.length === 0) return;
  const added = missing.map(({ category, displayName }) => ({
    displayName,
    color: Office.MailboxEnums.CategoryColor[colours[category]],
  }));
  await tellOffice((done) => master.addAsync(added, done));
}
