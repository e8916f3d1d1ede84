/** What the closing of a mailbox does to an inquiry, whatever else is heard of it and when. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isInSharedMailboxOf } from "../../../src/domain/inquiry/clock.ts";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import { evidenceOf } from "../../../src/domain/inquiry/evidence.ts";
import { mailboxClosed, type Fact } from "../../../src/domain/inquiry/fact.ts";
import { at } from "../../support/time.ts";
import { received, replied, rulesOf, said } from "./office.ts";
import { moment, story } from "./story.ts";

const rules = rulesOf();
const later = at("Mon 2026-12-07 09:00");
/** Received on Friday the 20th at ten, due on Tuesday the 24th. */
const stand = (...facts: readonly Fact[]) => standingOf(facts, rules, later);
const closed = (when = "Mon 2026-11-23 00:00") => said({ kind: "excluded", reason: mailboxClosed }, at(when), "rule");
const off = { state: "excluded", outcome: null, excludedReason: mailboxClosed };

test("the closing of its mailbox takes an inquiry off the clock as of that moment, in time or after its due date", () => {
  expect(stand(received(), closed())).toMatchObject({ ...off, excludedAfterDue: false });
  expect(stand(received(), closed("Wed 2026-11-25 00:00"))).toMatchObject({ ...off, excludedAfterDue: true });
  const twice = stand(received(), closed(), closed("Wed 2026-11-25 00:00"));
  expect(twice).toMatchObject({ ...off, excludedAfterDue: false });
});

test("a reply counts as if no mailbox had been closed, whenever it is heard: a late one is late", () => {
  const answers = [
    ["Mon 2026-11-23 09:00", "repliedOnTime"],
    ["Thu 2026-11-26 09:00", "repliedLate"],
  ] as const;
  for (const [when, outcome] of answers)
    expect(stand(received(), closed(), replied(at(when)))).toMatchObject({ outcome, excludedReason: null });
  expect(stand(received(), closed(), replied(at("Mon 2026-11-23 09:00"), "acknowledgement"))).toMatchObject(off);
});

test("a reply that came back leaves it to the closing again", () => {
  const reply = replied(at("Mon 2026-11-23 09:00"));
  expect(stand(received(), closed(), reply, said({ kind: "returned", reply: reply.id }, later))).toMatchObject(off);
});

test("any other reason says more, whoever gave it and when", () => {
  for (const by of ["rule", "person"] as const)
    for (const when of ["Fri 2026-11-20 11:00", "Thu 2026-11-26 09:00"]) {
      const other = said({ kind: "excluded", reason: "thanks" }, at(when), by);
      expect(stand(received(), closed(), other)?.excludedReason).toBe("thanks");
    }
});

test("who put it on the clock after the closing keeps it there; who did before does not", () => {
  const included = (when: string) => said({ kind: "included" }, at(when));
  expect(stand(received(), closed(), included("Mon 2026-11-23 09:00"))?.excludedReason).toBeNull();
  expect(stand(received(), closed(), included("Fri 2026-11-20 11:00"))).toMatchObject(off);
});

test("what was handed over, or lies in another mailbox too, waits there", () => {
  const handed = said({ kind: "departmentSet", department: "roads" }, later);
  expect(stand(received(), closed(), handed)?.state).toBe("overdue");
  const own = received(at("Fri 2026-11-20 10:00"), "email", { mailboxKind: "personal" });
  expect(stand(received(), closed(), own)?.state).toBe("overdue");
  const elsewhere = received(at("Fri 2026-11-20 10:01"), "email", { department: "roads" });
  expect(stand(received(), closed(), elsewhere)?.state).toBe("overdue");
});

test("to say it of what waits alone, and again of what waits later, gives the same as to say it of everything", () => {
  fc.assert(
    fc.property(story, moment, (told, from) => {
      const facts = told.filter((one) => one.kind !== "excluded" || one.reason !== mailboxClosed);
      const closing = said({ kind: "excluded", reason: mailboxClosed }, from, "rule");
      const one = standingOf(facts, rules, later);
      const waits = one !== null && one.metAt === null && one.excludedReason === null;
      const isMine = one !== null && isInSharedMailboxOf(evidenceOf(facts).standing, one.department);
      const toldWhatWaits = waits && isMine ? [...facts, closing] : facts;
      expect(standingOf(toldWhatWaits, rules, later)).toEqual(standingOf([...facts, closing], rules, later));
    }),
  );
});
