/** What every store must do; run over each database. */
import { expect, test } from "@jest/globals";
import type { Fact, InquiryId } from "../../../src/domain/inquiry/fact.ts";
import type { FactStore, InquiriesWanted } from "../../../src/server/store/factStore.ts";
import { StoreUnusable } from "../../../src/server/store/factStore.ts";
import { testNow } from "../support/issuer.ts";
import { fact, inquiryId, received, replied, town } from "../support/town.ts";
import { at, day } from "../../support/time.ts";

export interface Place {
  /** Opens the store at this place; several times at once, as several processes do. */
  open(): Promise<FactStore>;
  /**
   * True where two stores of one process cannot write at once: SQLite waits for the other without letting it go on. (Two
   * processes can, and nobody else opens its file.)
   */
  readonly oneWriter: boolean;
  /** Runs SQL beside the store, as another program's hand on the database. */
  execute(statement: string): Promise<void>;
}

const taking = { at: testNow, policyVersion: "2026-1" };

/** Opened as the service opens it: by a policy. */
export async function openAt(place: Place, policy = town()): Promise<FactStore> {
  const store = await place.open();
  await store.adopt(policy, testNow);
  return store;
}

export async function allInquiries(store: FactStore): Promise<ReadonlyMap<InquiryId, readonly Fact[]>> {
  const all = new Map<InquiryId, readonly Fact[]>();
  for (let after = ""; ;) {
    const { inquiries, last } = await store.inquiriesAfter(after, 1000);
    if (last === null) return all;
    for (const [inquiry, facts] of inquiries) all.set(inquiry, facts);
    after = last;
  }
}

/** Those of the fourth version and later. */
const newestTables = ["statement", "stated_count", "reply_by"];
/** Those of the fifth, on a table of the third. */
const newIndexes = ["moved_date_before", "moved_date_after"];
/** Those of the third version and later. */
export const newTables = [
  ...["inquiry", "daily_count", "kept_count", "policy_version", "recalculation"],
  ...["erased", "purge", "moved_date", "audit", "period"],
  ...newestTables,
];

const dropped = (tables: readonly string[]) => tables.map((table) => `drop table ${table}`);

/** Runs a test on a store of its own, which it closes. */
export function openedAt(newPlace: () => Promise<Place>) {
  return async (work: (store: FactStore, place: Place) => Promise<void>): Promise<void> => {
    const place = await newPlace();
    const store = await openAt(place);
    try {
      await work(store, place);
    } finally {
      await store.close();
    }
  };
}

/** @param newPlace a new, empty place for a database */
export function factStoreSuite(newPlace: () => Promise<Place>): void {
  const opened = openedAt(newPlace);

  test("a fact of each kind comes back as it was taken", () =>
    opened(async (store) => {
      const id = inquiryId("<kinds@elmbend.example>");
      const said = { at: at("Mon 2026-11-23 10:00"), saidAt: at("Mon 2026-11-23 10:01"), by: "person" } as const;
      const other = received("<other@elmbend.example>");
      const facts = [
        received("<kinds@elmbend.example>"),
        received("<kinds@elmbend.example>", "Mon 2026-11-23 11:00", { department: null }),
        replied("<kinds@elmbend.example>", "Tue 2026-11-24 09:00"),
        fact(id, { ...said, kind: "excluded", reason: "thanks" }),
        fact(id, { ...said, kind: "included" }),
        fact(id, { ...said, kind: "channelSet", channel: "voicemail" }),
        fact(id, { ...said, kind: "departmentSet", department: "parks" }),
        fact(id, { ...said, kind: "receivedSet", receivedAt: at("Fri 2026-11-20 09:00") }),
        fact(id, { ...said, kind: "returned", reply: other.id }),
        fact(id, { ...said, kind: "retracted", fact: other.id }),
        fact(id, { ...said, kind: "claimed", until: at("Tue 2026-11-24 16:30") }),
        fact(id, { ...said, kind: "compliment" }),
      ];
      await store.add(facts, taking);
      const found = (await store.factsOf([id])).get(id) ?? [];
      expect(found).toHaveLength(facts.length);
      expect(new Set(found.map((one) => one.id)).size).toBe(facts.length);
      for (const one of facts) expect(found).toContainEqual(one);
    }));

  test("a repeated fact is kept once, in one batch, in two, and from two processes at once", () =>
    opened(async (store, place) => {
      const one = received("<again@elmbend.example>");
      await store.add([one, one], taking);
      await store.add([one], taking);
      const second = await openAt(place);
      try {
        const many = Array.from({ length: 40 }, (_, n) => received(`<again-${n}@elmbend.example>`));
        const first = store.add([...many, one], taking);
        if (place.oneWriter) await first;
        await Promise.all([first, second.add([one, ...many.toReversed()], taking)]);
      } finally {
        await second.close();
      }
      expect((await store.factsOf([one.inquiry])).get(one.inquiry)).toEqual([one]);
      expect((await allInquiries(store)).size).toBe(41);
    }));

  test("what many add at the same time is all kept, and one whose facts cannot be kept fails alone", () =>
    opened(async (store) => {
      const many = Array.from({ length: 20 }, (_, n) => received(`<many-${n}@elmbend.example>`));
      const broken = { ...received("<broken@elmbend.example>"), id: null } as unknown as Fact;
      const added = many.map((one) => store.add([one], taking));
      const refused = store.add([received("<beside@elmbend.example>"), broken], taking);
      const last = store.add([received("<last@elmbend.example>")], taking);
      await expect(refused).rejects.toThrow(/null/i);
      await Promise.all([...added, last]);
      expect((await allInquiries(store)).size).toBe(21);
      expect(await store.rebuild()).toBe(0);
    }));

  test("the same content under two inquiries is two facts", () =>
    opened(async (store) => {
      const [first, second] = [received("<a@elmbend.example>"), received("<b@elmbend.example>")];
      expect(first.id).toBe(second.id);
      await store.add([first, second], taking);
      expect((await store.factsOf([first.inquiry, second.inquiry])).size).toBe(2);
    }));

  test("nothing is added when nothing is told, and unknown inquiries are left out", () =>
    opened(async (store) => {
      await store.add([], taking);
      expect((await store.factsOf([inquiryId("<unknown@elmbend.example>")])).size).toBe(0);
      expect((await store.factsOf([])).size).toBe(0);
    }));

  test("inquiries come page by page in the order of their ids, each with all its facts", () =>
    opened(async (store) => {
      const facts = ["a", "b", "c", "d", "e"].flatMap((name) => [
        received(`<${name}@elmbend.example>`),
        replied(`<${name}@elmbend.example>`, "Tue 2026-11-24 09:00"),
      ]);
      await store.add(facts, taking);
      const first = await store.inquiriesAfter("", 2);
      expect([...first.inquiries.values()].map((of) => of.length)).toEqual([2, 2]);
      const rest = await store.inquiriesAfter(first.last!, 9);
      const names = [...first.inquiries.keys(), ...rest.inquiries.keys()];
      expect(names).toEqual([...new Set(facts.map(({ inquiry }) => inquiry))].sort());
      expect(await store.inquiriesAfter(rest.last!, 9)).toEqual({ inquiries: new Map(), moved: new Map(), last: null });
    }));

  test("of the next inquiries those that are wanted come, by department and receipt; the others are passed over", () =>
    opened(async (store) => {
      const facts = [
        received("<planning@elmbend.example>", "Mon 2026-11-16 10:00"),
        received("<later@elmbend.example>", "Tue 2026-11-17 10:00"),
        received("<parks@elmbend.example>", "Mon 2026-11-16 10:00", { department: "parks" }),
        received("<nobody@elmbend.example>", "Mon 2026-11-16 10:00", { department: null }),
        replied("<unknown@elmbend.example>", "Tue 2026-11-24 09:00"),
      ];
      await store.add(facts, taking);
      const all = { departments: null, receivedFrom: null, receivedTo: null };
      const wanted = async (some: Partial<InquiriesWanted>, count = 9) => {
        const { inquiries, last } = await store.inquiriesAfter("", count, { ...all, ...some });
        return [facts.filter(({ inquiry }) => inquiries.has(inquiry)).map((one) => facts.indexOf(one)), last];
      };
      const names = facts.map(({ inquiry }) => inquiry).sort();
      expect(await wanted({})).toEqual([[0, 1, 2, 3, 4], names[4]]);
      expect(await wanted({ departments: ["planning"] })).toEqual([[0, 1], names[4]]);
      expect(await wanted({ departments: ["parks", ""] })).toEqual([[2, 3, 4], names[4]]);
      expect(await wanted({ receivedFrom: at("Tue 2026-11-17 10:00") })).toEqual([[1], names[4]]);
      expect(await wanted({ receivedTo: at("Mon 2026-11-16 10:00") })).toEqual([[0, 2, 3], names[4]]);
      expect(await wanted({ departments: [] }, 2)).toEqual([[], names[1]]);
    }));

  test("2,500 facts go in together", () =>
    opened(async (store) => {
      const many = Array.from({ length: 2500 }, (_, n) => received(`<many-${n}@elmbend.example>`));
      await store.add(many, taking);
      expect((await allInquiries(store)).size).toBe(2500);
    }));

  const mailbox = {
    mailbox: inquiryId("ada@elmbend.example"),
    kind: "personal",
    department: "planning",
    lookedThrough: at("Tue 2026-11-24 10:00"),
    watching: true,
  } as const;

  test("what is said last of a mailbox stays, and of two looks the later one", () =>
    opened(async (store) => {
      const later = at("Wed 2026-11-25 12:10");
      await store.cover(mailbox, testNow);
      expect(await store.covered()).toEqual([{ ...mailbox, saidAt: testNow }]);
      const older = { ...mailbox, department: null, watching: false, lookedThrough: at("Mon 2026-11-23 10:00") };
      await store.cover(older, later);
      expect(await store.covered()).toEqual([{ ...older, lookedThrough: at("Tue 2026-11-24 10:00"), saidAt: later }]);
      await store.cover({ ...mailbox, lookedThrough: testNow }, later);
      expect((await store.covered())[0]).toMatchObject({ lookedThrough: testNow, watching: true });
    }));

  test("a mailbox that was never looked through is known, and stays known as seen once it was", () =>
    opened(async (store) => {
      const never = { ...mailbox, lookedThrough: null };
      await store.cover(never, testNow);
      expect((await store.covered())[0]?.lookedThrough).toBeNull();
      await store.cover(mailbox, testNow);
      await store.cover(never, testNow);
      expect((await store.covered())[0]?.lookedThrough).toBe(mailbox.lookedThrough);
    }));

  test("a database of each earlier version is brought forward with its facts, and what follows from them", async () => {
    const withoutIndexes = newIndexes.map((index) => `drop index ${index}`);
    const ending: Readonly<Record<number, readonly string[]>> = {
      1: ["drop table coverage", ...dropped(newTables)],
      2: dropped(newTables),
      3: [...dropped(newestTables), ...withoutIndexes],
      4: ["drop table reply_by", ...withoutIndexes],
      5: ["drop table reply_by"],
    };
    for (const [version, statements] of Object.entries(ending)) {
      const place = await newPlace();
      const one = received("<before@elmbend.example>");
      const before = await openAt(place);
      await before.add([one], taking);
      await before.close();
      for (const statement of [...statements, `delete from schema_version where version > ${version}`])
        await place.execute(statement);
      const store = await openAt(place);
      await store.cover(mailbox, testNow);
      expect(await store.covered()).toHaveLength(1);
      expect((await store.factsOf([one.inquiry])).size).toBe(1);
      const days = { from: day("Mon 2026-11-23"), to: day("Mon 2026-11-23") };
      expect(await store.counts({ departments: null, figures: ["received"], ...days })).toMatchObject([{ count: 1 }]);
      // What was to be seen before is not known.
      expect(await store.statements(days)).toEqual([]);
      await store.close();
    }
  });

  test("a kept value stays the first one said", () =>
    opened(async (store) => {
      expect(await store.keep("key", "first")).toBe("first");
      expect(await store.keep("key", "second")).toBe("first");
    }));

  test("facts outlive the process", () =>
    opened(async (store, place) => {
      const one = received("<stays@elmbend.example>");
      await store.add([one], taking);
      const later = await openAt(place);
      expect((await later.factsOf([one.inquiry])).size).toBe(1);
      await later.close();
    }));

  test("several processes that start at once on an empty database all come up", async () => {
    const place = await newPlace();
    const stores = await Promise.all(Array.from({ length: 4 }, () => place.open()));
    await Promise.all(stores.map((store) => store.ping()));
    await Promise.all(stores.map((store) => store.close()));
  });

  test("a database that is newer than the program is refused in a sentence", async () => {
    const place = await newPlace();
    await (await place.open()).close();
    await place.execute("insert into schema_version (version, name) values (999, 'from the future')");
    const refused: unknown = await place.open().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreUnusable);
    expect((refused as Error).message).toContain("version 999");
  });
}
