/** What people note about an inquiry beside its clock: whose it is, that somebody is on it, that it is a compliment. */
import { standingOf } from "../domain/inquiry/derive.ts";
import { evidenceOf, ofKind } from "../domain/inquiry/evidence.ts";
import { decide } from "./correct.ts";
import type { Desk } from "./desk.ts";

/**
 * Hands the inquiry over. When it was received stays, and by it the date.
 *
 * @throws RangeError when the policy has no such department
 */
export async function handOver(desk: Desk, department: string): Promise<void> {
  if (desk.rules?.policy.departments?.[department] === undefined) throw new RangeError(`no department: ${department}`);
  await decide(desk, { kind: "department" }, (said) => [{ ...said, kind: "departmentSet", department }]);
}

/** "I'm on it", until the office closes on the next business day: who is kept from it does not hold it for ever. */
export async function setClaimed(desk: Desk, on: boolean): Promise<void> {
  const { inquiry, rules } = desk;
  if (inquiry === null || rules === null) return;
  if (!on) return takeBack(desk, "claimed");
  const now = desk.ports.clock.now();
  const calendar = rules.calendarOf(standingOf(inquiry.facts, rules, now)?.department ?? null);
  const until = calendar.closeOf(calendar.nextBusinessDay(calendar.localDay(now)));
  await decide(desk, { kind: "claimed" }, (said) => [{ ...said, kind: "claimed", until }]);
}

/** A compliment may need a reply or none: its clock is another matter. */
export async function setCompliment(desk: Desk, on: boolean): Promise<void> {
  if (!on) return takeBack(desk, "compliment");
  await decide(desk, { kind: "compliment" }, (said) => [{ ...said, kind: "compliment" }]);
}

/** Whoever said it: the switch shows what holds, and turns it off. */
async function takeBack(desk: Desk, kind: "claimed" | "compliment"): Promise<void> {
  await decide(desk, null, (said, facts) =>
    ofKind(evidenceOf(facts).standing, kind).map(({ id }) => ({ ...said, kind: "retracted", fact: id })),
  );
}
