/**
 * What every storage must do. Free of a test runner's globals, so that a page in a real browser can run it over IndexedDB:
 * each check resolves, or throws saying what is wrong.
 */
import type { LedgerEntry, Storage, Waiting } from "../../src/addin/ports.ts";
import type { Observation } from "../../src/domain/inquiry/fact.ts";
import type { Instant } from "../../src/domain/time.ts";

export interface StorageCheck {
  readonly name: string;
  readonly run: (storage: Storage) => Promise<void>;
}

const excluded = (reason: string): Observation => ({
  kind: "excluded",
  reason,
  at: 1 as Instant,
  saidAt: 2 as Instant,
  by: "person",
});

const entry = (id: string, conversationId: string, ...observations: Observation[]): LedgerEntry => ({
  internetMessageId: id,
  conversationId,
  itemId: `item of ${id}`,
  subject: "Dog licence",
  customer: { name: "Ada Okafor", address: "ada@mail.example" },
  observations,
});

const waiting = (key: string, reason = key): Waiting => ({
  key,
  internetMessageId: "<one>",
  observation: excluded(reason),
});

function same(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, got ${a}`);
}

const keysOf = (list: readonly Waiting[]) => list.map(({ key }) => key);

/** Each check wants an empty storage of its own. */
export const storageChecks: readonly StorageCheck[] = [
  {
    name: "an empty storage holds nothing and does not fail",
    async run({ ledger, outbox, memory, handlerMail }) {
      same(await ledger.get("<one>"), null);
      same(await ledger.all(), []);
      same(await ledger.ofConversation("c"), []);
      same(await ledger.lookedAt(), null);
      same(await outbox.oldest(10), []);
      same(await outbox.count(), 0);
      same(await memory.get("policy"), null);
      same(await handlerMail.takeNotes(), []);
    },
  },
  {
    name: "an entry comes back as it was put, by id and by conversation",
    async run({ ledger }) {
      await ledger.put(entry("<one>", "c-1", excluded("thanks")));
      await ledger.put(entry("<two>", "c-2"));
      same(await ledger.get("<one>"), entry("<one>", "c-1", excluded("thanks")));
      same(await ledger.ofConversation("c-2"), [entry("<two>", "c-2")]);
      same((await ledger.all()).length, 2);
    },
  },
  {
    name: "observations are united, the rest of an entry is replaced",
    async run({ ledger }) {
      await ledger.put(entry("<one>", "c-1", excluded("thanks")));
      await ledger.put({ ...entry("<one>", "c-1", excluded("junk"), excluded("thanks")), subject: "Cat licence" });
      const kept = await ledger.get("<one>");
      same(kept?.subject, "Cat licence");
      const reasons = (kept?.observations ?? []).map((seen) => (seen.kind === "excluded" ? seen.reason : ""));
      same([...reasons].sort(), ["junk", "thanks"]);
    },
  },
  {
    name: "two windows that write the same entry at once lose no observation",
    async run({ ledger }) {
      await Promise.all(
        ["thanks", "junk", "duplicate"].map((reason) => ledger.put(entry("<one>", "c", excluded(reason)))),
      );
      same((await ledger.get("<one>"))?.observations.length, 3);
    },
  },
  {
    name: "the time of the last look is kept",
    async run({ ledger }) {
      await ledger.setLookedAt(5 as Instant);
      same(await ledger.lookedAt(), 5);
    },
  },
  {
    name: "what waits comes out oldest first, as many as are asked for",
    async run({ outbox }) {
      await outbox.add([waiting("z"), waiting("a")]);
      await outbox.add([waiting("m")]);
      same(keysOf(await outbox.oldest(2)), ["z", "a"]);
      same(await outbox.oldest(1), [waiting("z")]);
      same(await outbox.count(), 3);
    },
  },
  {
    name: "adding what waits already changes nothing",
    async run({ outbox }) {
      await outbox.add([waiting("a", "first")]);
      await outbox.add([waiting("a", "second"), waiting("b")]);
      same(await outbox.oldest(9), [waiting("a", "first"), waiting("b")]);
    },
  },
  {
    name: "only what is named leaves the queue, and unknown names do no harm",
    async run({ outbox }) {
      await outbox.add([waiting("a"), waiting("b"), waiting("c")]);
      await outbox.remove(["b", "never there"]);
      same(keysOf(await outbox.oldest(9)), ["a", "c"]);
      await outbox.add([waiting("b")]);
      same(keysOf(await outbox.oldest(9)), ["a", "c", "b"]);
    },
  },
  {
    name: "small things are remembered by name and replaced",
    async run({ memory }) {
      await memory.set("policy", { version: 1 });
      await memory.set("policy", { version: 2 });
      same(await memory.get("policy"), { version: 2 });
    },
  },
];
