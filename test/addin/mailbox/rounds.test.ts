import { expect, test } from "@jest/globals";
import { createDesk, type Desk } from "../../../src/addin/desk.ts";
import { makeSure, newReading, readRounds, type Reading } from "../../../src/addin/mailbox/rounds.ts";
import type { Watched } from "../../../src/addin/mailbox/watched.ts";
import type { ChangePage, MailboxReader, Round, RoundRefusal } from "../../../src/addin/mailboxPorts.ts";
import { OutsideError } from "../../../src/addin/ports.ts";
import { instant } from "../../../src/domain/time.ts";
import { folders, mail } from "../../support/mailbox.ts";
import { city, world } from "../../support/ports.ts";

const never = instant(0);
const watched: Watched = {
  "": {
    joinedAt: never,
    since: never,
    sentSince: never,
    seenThrough: never,
    folders,
    links: { inbox: null, fences: null },
  },
};
const round = (folder: string, link: string | null = null): Round => ({ mailbox: "", folder, link, since: null });
const page = (changes: ChangePage["changes"], next: string | null = null): ChangePage => ({
  ...{ changes, next, delta: next === null ? "delta" : null },
});
const told = (id: string, fields = mail()) => ({ id, removed: false as const, fields });
const removed = (id: string) => ({ id, removed: true as const });

/** Answers page after page, as scripted by folder; keeps which links it was asked. */
function reader(
  script: Readonly<Record<string, readonly (ChangePage | RoundRefusal)[]>>,
  now: Record<string, string> = {},
) {
  const asked: string[] = [];
  const turns = new Map<string, number>();
  const pages: MailboxReader["pages"] = (rounds) =>
    Promise.resolve(
      rounds.map(({ folder, link }) => {
        asked.push(`${folder} ${link ?? "from the beginning"}`);
        const turn = turns.get(folder) ?? 0;
        turns.set(folder, turn + 1);
        return script[folder]![turn]!;
      }),
    );
  const messages: MailboxReader["messages"] = (_mailbox, ids) =>
    Promise.resolve(new Map(ids.map((id) => [id, now[id] === undefined ? null : mail({ folder: now[id] })])));
  return { asked, reader: { ...world().mailbox, pages, messages } };
}

async function read(desk: Desk, from: MailboxReader, rounds: readonly Round[]): Promise<Reading> {
  const reading = newReading();
  await readRounds(desk, from, city, watched, rounds, reading);
  await makeSure(desk, from, city, watched, reading);
  return reading;
}

async function placeOf(desk: Desk, id: string): Promise<string | undefined> {
  const [kept] = await desk.ports.storage.ledger.messages([` ${id}`]);
  return kept === undefined ? undefined : `${kept.place} ${kept.folder}`.trim();
}

const newDesk = () => createDesk(world().ports, () => 0.5);

test("pages are read to the end of the round, and its place is known then", async () => {
  const { asked, reader: from } = reader({ inbox: [page([told("1")], "second"), page([])] });
  const { links } = await read(newDesk(), from, [round("inbox")]);
  expect(asked).toEqual(["inbox from the beginning", "inbox second"]);
  expect([...links]).toEqual([[" inbox", "delta"]]);
});

test("a tombstone of what was never seen is passed over", async () => {
  const desk = newDesk();
  const { touched } = await read(desk, reader({ inbox: [page([removed("1")])] }).reader, [round("inbox")]);
  expect([...touched]).toEqual([]);
});

test.each(["inbox first", "fences first"])(
  "a message that moved lies where it moved to, told of with the %s",
  async (order) => {
    const desk = newDesk();
    await read(desk, reader({ inbox: [page([told("1")])] }).reader, [round("inbox")]);
    const script = { inbox: [page([removed("1")])], fences: [page([told("1", mail({ folder: "fences" }))])] };
    const rounds = [round("inbox", "a"), round("fences")];
    await read(desk, reader(script, { 1: "fences" }).reader, order === "inbox first" ? rounds : rounds.reverse());
    expect(await placeOf(desk, "1")).toBe("here fences");
  },
);

test("what is told once more, older than what was known, leaves the message where it is now", async () => {
  const desk = newDesk();
  const script = { inbox: [page([told("1"), removed("1"), told("1")])] };
  await read(desk, reader(script, { 1: "deleteditems" }).reader, [round("inbox")]);
  expect(await placeOf(desk, "1")).toBe("deleted deleteditems");
});

test("a message that is nowhere is gone, and kept", async () => {
  const desk = newDesk();
  await read(desk, reader({ inbox: [page([told("1")]), page([removed("1")])] }).reader, [round("inbox")]);
  await read(desk, reader({ inbox: [page([removed("1")])] }).reader, [round("inbox", "a")]);
  expect(await placeOf(desk, "1")).toBe("gone");
});

test("a place that Graph has lost (410) begins anew, and what the new round does not tell is asked for", async () => {
  const desk = newDesk();
  await read(desk, reader({ inbox: [page([told("1"), told("2", mail({ internetMessageId: "<2>" }))])] }).reader, [
    round("inbox"),
  ]);
  const { asked, reader: from } = reader({ inbox: [{ refusal: "resync" }, page([told("1")])] }, { 1: "inbox" });
  await read(desk, from, [round("inbox", "lost")]);
  expect(asked).toEqual(["inbox lost", "inbox from the beginning"]);
  expect([await placeOf(desk, "1"), await placeOf(desk, "2")]).toEqual(["here inbox", "gone"]);
});

test("a place that is lost from the beginning breaks the look off", async () => {
  const from = reader({ inbox: [{ refusal: "resync" }, { refusal: "resync" }] }).reader;
  await expect(read(newDesk(), from, [round("inbox", "lost")])).rejects.toEqual(
    new OutsideError("resync", "a folder's changes cannot be read from the beginning"),
  );
});

test("a folder without a turn is asked again with the same link, one that is not to be had is left", async () => {
  const script = { inbox: [{ refusal: "throttled" as const }, page([])], fences: [{ refusal: "gone" as const }] };
  const { asked, reader: from } = reader(script);
  const { lost } = await read(newDesk(), from, [round("inbox", "a"), round("fences", "b")]);
  expect(asked).toEqual(["inbox a", "fences b", "inbox a"]);
  expect([...lost]).toEqual([" fences"]);
});

test("a part of a message that was never seen whole is asked for", async () => {
  const desk = newDesk();
  const part = { id: "1", removed: false as const, fields: { categories: ["Mine"] } };
  await read(desk, reader({ inbox: [page([part])] }, { 1: "inbox" }).reader, [round("inbox", "a")]);
  expect(await placeOf(desk, "1")).toBe("here inbox");
});
