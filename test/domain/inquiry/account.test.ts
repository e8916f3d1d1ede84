import { expect, test } from "@jest/globals";
import { accountOf } from "../../../src/domain/inquiry/account.ts";
import { at } from "../../support/time.ts";
import { received, replied, rulesOf, said } from "./office.ts";

const now = at("Mon 2026-11-23 09:00");
const holding = replied(at("Fri 2026-11-20 11:00"), "holding");
const answer = replied(at("Fri 2026-11-20 12:00"));

test("the reply that met the time is the earliest that counts, and says whether the policy or the table counts it", () => {
  const account = accountOf([received(), answer, holding], rulesOf(), now);
  expect(account?.met).toMatchObject({ fact: holding.id, replyKind: "holding", because: "counting.met" });
  const { counting } = rulesOf().policy;
  const strict = accountOf([received(), answer, holding], rulesOf({ counting: { ...counting, met: ["answer"] } }), now);
  expect(strict?.met).toMatchObject({ fact: answer.id, because: "replyTable" });
});

test("a reply that came back, or went out before the receipt, meets nothing", () => {
  const returned = said({ kind: "returned", reply: answer.id }, now, "rule");
  expect(accountOf([received(), answer, returned], rulesOf(), now)?.met).toBeNull();
  const early = replied(at("Fri 2026-11-20 09:00"));
  expect(accountOf([received(), early], rulesOf(), now)).toMatchObject({ met: null, setAside: [early] });
});

test("an exclusion names the fact that holds, not one that was taken back", () => {
  const first = said({ kind: "excluded", reason: "thanks" }, at("Fri 2026-11-20 11:00"));
  const second = said({ kind: "excluded", reason: "thanks" }, at("Fri 2026-11-20 12:00"));
  const undone = said({ kind: "retracted", fact: second.id }, now);
  const account = accountOf([received(), first, second, undone], rulesOf(), now);
  expect(account?.excluded).toEqual({ fact: first.id, reason: "thanks", by: "person" });
});

test("every fact is either rested on or set aside, once, oldest first", () => {
  const facts = [answer, received(at("Fri 2026-11-20 10:30")), received(), holding, received()];
  const { restsOn, setAside } = accountOf(facts, rulesOf(), now)!;
  expect([...restsOn, ...setAside].map(({ id }) => id).sort()).toEqual([...new Set(facts.map(({ id }) => id))].sort());
  expect(restsOn.map(({ at: when }) => when)).toEqual([...restsOn.map(({ at: when }) => when)].sort((a, b) => a - b));
});

test("nothing that arrived, no account", () => {
  expect(accountOf([answer], rulesOf(), now)).toBeNull();
});
