import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fillMailbox } from "../../src/sandbox/graph/inProcess.ts";
import type { GraphFaultKind } from "../../src/sandbox/api.ts";
import type { Mailbox } from "../../src/sandbox/mailbox/mailbox.ts";
import { emptyCopy, finishRounds, turnPage } from "../support/foldRounds.ts";
import { later, planning, sandboxMail } from "../support/sandboxMail.ts";
import { at } from "../support/time.ts";

const noon = at("Tue 2026-11-24 12:00");
const since = at("Mon 2026-11-23 12:00");
const places = ["inbox", "sentitems", "inbox"] as const;

type Deed = "arrive" | "old" | "remove" | "move" | "read" | "categorise" | "flag" | "property" | "page" | "fault";

const step = fc.record({
  deed: fc.constantFrom<Deed>(
    "arrive",
    "arrive",
    "old",
    "remove",
    "move",
    "read",
    "categorise",
    "flag",
    "property",
    "page",
    "page",
    "page",
    "fault",
  ),
  place: fc.nat(2),
  pick: fc.nat(1_000),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const faults: readonly GraphFaultKind[] = [
  "throttled",
  "unavailable",
  "expiredTokens",
  "claimsChallenge",
  "lostAnswers",
  "timeouts",
  "gone",
];

function happens(mailbox: Mailbox, { deed, place, pick }: Step, count: number): void {
  const [folder, now] = [places[place]!, later(noon, count)];
  if (deed === "arrive" || deed === "old") {
    const until = deed === "old" ? later(since, -1 - count) : now;
    fillMailbox(mailbox, 1, until, folder, () => ({ internetMessageId: `<${count}@mail.example>` }));
    return;
  }
  const all = [...mailbox.all()];
  const message = all[pick % Math.max(1, all.length)];
  if (message === undefined) return;
  if (deed === "remove") mailbox.remove(message.id);
  else if (deed === "move")
    mailbox.change(message.id, { folder: message.folder === "inbox" ? "sentitems" : "inbox" }, now);
  else if (deed === "read") mailbox.change(message.id, { isRead: !message.isRead }, now, false);
  else if (deed === "categorise") mailbox.change(message.id, { categories: [`c${count}`] }, now);
  else if (deed === "flag") mailbox.change(message.id, { flag: { status: "flagged", due: "2026-11-25" } }, now);
  else if (deed === "property") mailbox.change(message.id, { lastVerb: { verb: 102, at: now } }, now);
}

test("against the sandbox's Graph too, with its disorder and every fault, folded rounds are what the folders hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 50 }), fc.integer({ min: 1, max: 1_000 }), async (steps, seed) => {
      const { mail, mine, shared, graph } = await sandboxMail({ seed }, undefined, 4);
      const copies = [
        emptyCopy("", "inbox", since),
        emptyCopy("", "sentitems", null),
        emptyCopy(planning, "inbox", since),
      ];
      for (const [count, each] of steps.entries()) {
        if (each.deed === "page")
          await turnPage(mail.reader, copies.slice(each.place, each.place + 1 + (each.pick % 3)));
        else if (each.deed === "fault") {
          const kind = faults[each.pick % faults.length]!;
          graph.setFaults({
            plan: [
              { at: 1 + each.place, kind },
              { at: 1 + each.place, of: "items", kind },
            ],
          });
        } else happens(each.place === 2 ? shared : mine, each, count);
      }
      await finishRounds(mail.reader, copies);
      await finishRounds(mail.reader, copies);
      for (const [index, { known, since: from }] of copies.entries()) {
        const box = index === 2 ? shared : mine;
        const held = [...box.membersOf(places[index]!)].filter(({ receivedAt }) => from === null || receivedAt >= from);
        expect(
          new Map([...known].map(([id, { categories, flag, lastVerb }]) => [id, [categories, flag.due, lastVerb]])),
        ).toEqual(new Map(held.map(({ id, categories, flag, lastVerb }) => [id, [categories, flag.due, lastVerb]])));
      }
    }),
    { numRuns: 120 },
  );
}, 120_000);
