/** The browser's storage fails in the middle of a session: what a look was told of is not lost. */
import { expect, test } from "@jest/globals";
import { createAddin } from "../../../src/addin/createAddin.ts";
import { OutsideError, type Storage } from "../../../src/addin/ports.ts";
import { mail } from "../../support/mailbox.ts";
import { message, settled, world } from "../../support/ports.ts";
import { at } from "../../support/time.ts";

type Part = "ledger.open" | "ledger.keep" | "ledger.put" | "outbox.add";

/** A pane that looked once at an empty mailbox, on a computer whose storage can break. */
async function opened() {
  const w = world({}, at("Mon 2026-11-23 11:00"));
  const broken = new Set<Part>();
  const breaking = <T extends object>(name: string, part: T): T =>
    new Proxy(part, {
      get(target, key) {
        if (broken.has(`${name}.${String(key)}` as Part))
          return () => Promise.reject(new OutsideError("storageDenied", "IndexedDB: the disk is full"));
        return Reflect.get(target, key) as unknown;
      },
    });
  const { storage } = w.ports;
  const ports = {
    ...w.ports,
    storage: {
      ...storage,
      lasting: true,
      ledger: breaking("ledger", storage.ledger),
      outbox: breaking("outbox", storage.outbox),
    } satisfies Storage,
  };
  const addin = createAddin(ports, { dice: () => 0.5, scopes: [] });
  await addin.start();
  await settled();
  return {
    ...{ ...w, addin, broken },
    rows: () => addin.state().queue?.later.flatMap(({ rows }) => rows) ?? [],
    notices: () => addin.state().notices.map(({ code }) => code),
    async look() {
      await addin.refresh();
      await settled();
    },
  };
}

test.each<Part>(["ledger.keep", "ledger.put", "outbox.add"])(
  "a look during which %s fails is made again, says why, and nothing of it is lost",
  async (part) => {
    const w = await opened();
    w.mailbox.put("a", mail());
    w.broken.add(part);
    await w.look();
    expect(w.notices()).toEqual(["storageDenied", "mailboxUnseen"]);
    w.broken.clear();
    await w.look();
    expect(w.notices()).toEqual([]);
    expect(w.rows()).toMatchObject([{ internetMessageId: "<one@mail.example>" }]);
    expect(w.service.facts.map(({ kind }) => kind)).toEqual(["received"]);
  },
);

test.each<Part>(["ledger.put", "outbox.add"])(
  "a person's word during which %s fails is told by the next look, though nothing touches its message",
  async (part) => {
    const w = await opened();
    w.mailbox.put("a", mail());
    await w.look();
    w.broken.add(part);
    await w.addin.excludeRows(["<one@mail.example>"], "thanks");
    await settled();
    w.broken.clear();
    await w.look();
    expect(w.service.facts.map(({ kind }) => kind).sort()).toEqual(["excluded", "received"]);
    expect(w.rows()).toEqual([]);
  },
);

test("the open message is shown with its date all the same", async () => {
  const w = await opened();
  w.broken.add("ledger.put");
  w.mail.open(message());
  await w.mail.changed();
  await settled();
  expect(w.addin.state().view).toMatchObject({ kind: "message", standing: { state: "dueSoon" } });
  expect(w.notices()).toContain("storageDenied");
});

test("what waits stays in the list while it cannot be read", async () => {
  const w = await opened();
  w.mailbox.put("a", mail());
  await w.look();
  w.broken.add("ledger.open");
  await w.look();
  expect(w.rows()).toHaveLength(1);
});
