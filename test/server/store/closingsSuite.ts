/** What every store must do when a mailbox is closed. */
import { expect, test } from "@jest/globals";
import { figures } from "../../../src/domain/timeliness/counts.ts";
import type { FactStore } from "../../../src/server/store/factStore.ts";
import { at, day } from "../../support/time.ts";
import { testNow } from "../support/issuer.ts";
import { fact, inquiryId, received, replied } from "../support/town.ts";
import { openAt, type Place } from "./factStoreSuite.ts";

const taking = { at: testNow, policyVersion: "2026-1" };
const closing = { department: "planning", from: at("Wed 2026-11-25 00:00") };
const ever = { departments: null, figures, from: day("Sat 2000-01-01"), to: day("Tue 2030-01-01") };

async function inShort(store: FactStore): Promise<readonly string[]> {
  const counts = await store.counts(ever);
  return counts
    .filter(({ figure }) => ["received", "waiting", "late", "met", "excluded", "excludedAfterDue"].includes(figure))
    .map(({ figure, day: on, part, count }) => `${figure} ${on.slice(5)} ${part} ${count}`.replace("  ", " "))
    .sort();
}

/** @param newPlace a new, empty place for a database */
export function closingsSuite(newPlace: () => Promise<Place>): void {
  test("what waits in a closed mailbox leaves the clock once, what is told of it later too, and a rebuild says the same", async () => {
    const store = await openAt(await newPlace());
    const waiting = Array.from({ length: 501 }, (_, n) =>
      received(`<waiting-${n}@elmbend.example>`, "Mon 2026-11-16 10:00"),
    );
    const others = [
      received("<parks@elmbend.example>", "Mon 2026-11-16 10:00", { department: "parks" }),
      received("<own@elmbend.example>", "Mon 2026-11-16 10:00", { mailboxKind: "personal" }),
      received("<after@elmbend.example>", "Wed 2026-11-25 09:00"),
    ];
    await store.add([...waiting, ...others], taking);
    expect(await store.closeWaiting(testNow)).toBe(0);
    expect(await store.closeMailbox(closing, testNow)).toBe(501);
    const closed = [
      ...["excluded 11-16 mailboxClosed 501", "excludedAfterDue 11-16 501"],
      ...["received 11-16 2", "received 11-25 1", "waiting 11-18 2", "waiting 11-27 1"],
    ];
    expect(await inShort(store)).toEqual(closed);
    expect(await store.closeMailbox(closing, testNow)).toBe(0);
    expect(await inShort(store)).toEqual(closed);

    const late = "<told-late@elmbend.example>";
    await store.add([received(late, "Tue 2026-11-24 10:00")], taking);
    expect(await store.closeWaiting(testNow)).toBe(1);
    expect(await inShort(store)).toContain("excluded 11-24 mailboxClosed 1");
    await store.add([replied(late, "Tue 2026-11-24 15:00")], taking);
    await store.add([replied("<waiting-0@elmbend.example>", "Fri 2026-11-20 09:00")], taking);
    const heard = await inShort(store);
    expect(heard).toEqual(expect.arrayContaining(["met 11-26 1", "late 11-18 1", "excluded 11-16 mailboxClosed 500"]));
    expect(heard).not.toContain("excluded 11-24 mailboxClosed 1");
    expect(await store.rebuild()).toBe(0);
    expect(await inShort(store)).toEqual(heard);
    await store.close();
  });

  test("whether a mailbox is closed before or after what is heard of it, the counts are the same", async () => {
    const [first, second] = [await openAt(await newPlace()), await openAt(await newPlace())];
    const name = (n: number) => `<order-${n}@elmbend.example>`;
    const on = { kind: "included", at: testNow, saidAt: testNow, by: "person" } as const;
    const facts = [
      ...[0, 1, 2, 3].map((n) => received(name(n), "Mon 2026-11-16 10:00")),
      replied(name(0), "Fri 2026-11-20 09:00"),
      fact(inquiryId(name(1)), on),
      received(name(2), "Mon 2026-11-16 10:00", { mailboxKind: "personal" }),
    ];
    await first.add(facts, taking);
    await first.closeMailbox(closing, testNow);
    await second.closeMailbox(closing, testNow);
    for (const one of facts) {
      await second.add([one], taking);
      await second.closeWaiting(testNow);
    }
    expect(await inShort(second)).toEqual(await inShort(first));
    expect(await inShort(first)).toContain("excluded 11-16 mailboxClosed 1");
    await first.close();
    await second.close();
  });
}
