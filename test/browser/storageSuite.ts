/**
 * What every storage must do. Free of a test runner's globals, so that a page in a real browser can run it over IndexedDB:
 * each check resolves, or throws saying what is wrong.
 */
import type { KeptMessage, LedgerEntry } from "../../src/addin/ledgerPorts.ts";
import type { Storage, Waiting } from "../../src/addin/ports.ts";
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
  members: [id, `reminder of ${id}`],
  counts: true,
  mailbox: "",
  itemId: `item of ${id}`,
  conversationId,
  subject: "Dog licence",
  customer: { name: "Ada Okafor", address: "ada@mail.example" },
  observations,
  heard: [],
  deleted: false,
  outlookSaysReplied: null,
  shown: null,
  flagged: null,
  open: false,
  divisible: false,
});

const message = (key: string, change: Partial<KeptMessage> = {}): KeptMessage => ({
  key,
  id: key,
  mailbox: "",
  place: "here",
  folder: "inbox",
  internetMessageId: `<${key}>`,
  conversationId: "",
  subject: "Dog licence",
  from: { name: "Ada Okafor", address: "ada@mail.example" },
  sender: null,
  replyTo: [],
  to: [],
  cc: [],
  bcc: [],
  receivedAt: 10 as Instant,
  timeSource: "exchange",
  sentAt: 10 as Instant,
  isDraft: false,
  itemClass: "IPM.Note",
  parts: [],
  headers: null,
  said: null,
  forwardedFrom: null,
  answers: [],
  stamp: null,
  decisions: [],
  categories: [],
  flag: { status: "notFlagged", start: null, due: null },
  etag: "",
  lastVerb: null,
  headersAsked: false,
  ...change,
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
      same(await ledger.messages(["a"]), []);
      same(await ledger.related(["a"]), []);
      same(await ledger.entries(["<one>"]), []);
      same(await ledger.all(), []);
      same(await ledger.open(), []);
      same(await ledger.divisible(), []);
      same(await ledger.ofConversation("c"), []);
      same(await outbox.oldest(10), []);
      same(await outbox.count(), 0);
      same(await memory.get("policy"), null);
      same(await handlerMail.takeNotes(), []);
    },
  },
  {
    name: "an entry comes back as it was put, by its name, by its messages and by conversation",
    async run({ ledger }) {
      await ledger.put([entry("<one>", "c-1", excluded("thanks")), entry("<two>", "c-2")]);
      same(await ledger.entries(["<one>"]), [entry("<one>", "c-1", excluded("thanks"))]);
      same(await ledger.entries(["<two>", "reminder of <two>"]), [entry("<two>", "c-2")]);
      same(await ledger.ofConversation("c-2"), [entry("<two>", "c-2")]);
      same((await ledger.all()).length, 2);
    },
  },
  {
    name: "observations are united, the rest of an entry is replaced",
    async run({ ledger }) {
      await ledger.put([entry("<one>", "c-1", excluded("thanks"))]);
      const members = ["<one>"];
      await ledger.put([
        { ...entry("<one>", "c-1", excluded("junk"), excluded("thanks")), subject: "Cat licence", members },
      ]);
      const [kept] = await ledger.entries(["<one>"]);
      same(kept?.subject, "Cat licence");
      const reasons = (kept?.observations ?? []).map((seen) => (seen.kind === "excluded" ? seen.reason : ""));
      same([...reasons].sort(), ["junk", "thanks"]);
      same(await ledger.entries(["reminder of <one>"]), []);
    },
  },
  {
    name: "two windows that write the same entry at once lose no observation",
    async run({ ledger }) {
      await Promise.all(
        ["thanks", "junk", "duplicate"].map((reason) => ledger.put([entry("<one>", "c", excluded(reason))])),
      );
      same((await ledger.entries(["<one>"]))[0]?.observations.length, 3);
    },
  },
  {
    name: "what is open is found without the rest, and no longer once it is done",
    async run({ ledger }) {
      const names = (entries: readonly LedgerEntry[]) => entries.map(({ internetMessageId }) => internetMessageId);
      await ledger.put([
        entry("<one>", "c"),
        { ...entry("<two>", "c"), open: true, divisible: true },
        { ...entry("<three>", "c"), divisible: true },
      ]);
      same(names(await ledger.open()), ["<two>"]);
      same(names(await ledger.divisible()), ["<three>"]);
      await ledger.put([entry("<two>", "c"), entry("<three>", "c")]);
      same([...(await ledger.open()), ...(await ledger.divisible())], []);
    },
  },
  {
    name: "messages come back by key, by folder, by their names and by the time of receipt",
    async run({ ledger }) {
      const [one, two] = [message("one"), message("two", { folder: "junk", receivedAt: 20 as Instant })];
      await ledger.keep([one, two]);
      same(await ledger.messages(["two", "three"]), [two]);
      same(await ledger.inFolder("", "junk"), [two]);
      same(await ledger.named(["<one>"]), [one]);
      same(await ledger.receivedBetween(10 as Instant, 20 as Instant), [one]);
      await ledger.keep([{ ...two, folder: "inbox" }], ["one"]);
      same(await ledger.inFolder("", "inbox"), [{ ...two, folder: "inbox" }]);
      same(await ledger.messages(["one"]), []);
    },
  },
  {
    name: "what belongs together is found over conversations, copies and references, in both directions",
    async run({ ledger }) {
      await ledger.keep([
        message("first", { conversationId: "c" }),
        message("second", { conversationId: "c" }),
        message("copy", { internetMessageId: "<second>", mailbox: "info@city.example" }),
        message("answer", { conversationId: "other", answers: ["<second>"] }),
        message("stamped", { stamp: { replyKind: "answer", promisedDay: null, answers: "<first>" } }),
        message("stranger", { conversationId: "another" }),
        message("elsewhere", { conversationId: "c", mailbox: "info@city.example" }),
      ]);
      for (const from of ["first", "answer", "stamped"]) {
        const keys = (await ledger.related([from])).map(({ key }) => key);
        same([...keys].sort(), ["answer", "copy", "first", "second", "stamped"]);
      }
    },
  },
  {
    name: "what reads and then writes takes its turn",
    async run(storage) {
      const { memory } = storage;
      const count = async () => Number((await memory.get("count")) ?? 0);
      await Promise.all(
        Array.from({ length: 8 }, () => storage.inTurn(async () => memory.set("count", (await count()) + 1))),
      );
      same(await count(), 8);
      await storage.inTurn(() => Promise.reject(new Error("on purpose"))).catch(() => undefined);
      same(await storage.inTurn(() => Promise.resolve("next")), "next");
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
