/** What Graph says it wrote is looked for on the messages: its answer alone proves nothing. */
import { expect, test } from "@jest/globals";
import { createAddin } from "../../../src/addin/createAddin.ts";
import type { MailboxWriter, Marked } from "../../../src/addin/mailboxPorts.ts";
import { mail } from "../../support/mailbox.ts";
import { sentReply, settled, world, type World } from "../../support/ports.ts";
import { at } from "../../support/time.ts";

interface Losing extends World {
  /** Answers to changes are given, and nothing is changed. */
  loses: boolean;
  /** Messages asked for by their ids. */
  readonly asked: string[];
}

function losing(): Losing {
  const w = world({ service: null }, at("Tue 2026-11-24 11:00"));
  const asked: string[] = [];
  const writer: MailboxWriter = {
    saveDecisions: (mailbox, id, decisions) => w.mailbox.saveDecisions(mailbox, id, decisions),
    async mark(mailbox, marks) {
      if (!made.loses) return w.mailbox.mark(mailbox, marks);
      const answers = marks.map(({ id, categories }): readonly [string, Marked] => {
        const before = w.mailbox.get(id);
        return [id, before === undefined ? "gone" : { ...before, categories: categories ?? [], etag: "another" }];
      });
      return Promise.resolve(new Map(answers));
    },
  };
  const reader = {
    ...w.mailbox,
    messages: (mailbox: string, ids: readonly string[]) => {
      asked.push(...ids);
      return w.mailbox.messages(mailbox, ids);
    },
  };
  const made = { ...w, loses: true, asked, ports: { ...w.ports, mailbox: { reader, writer } } };
  w.mailbox.put("a", mail());
  return made;
}

async function opened({ ports }: World) {
  const addin = createAddin(ports, { dice: () => 0.5, scopes: [] });
  await addin.start();
  await settled();
  const look = async () => {
    await addin.refresh();
    await settled();
  };
  return { addin, look };
}

const categories = (w: World) => w.mailbox.get("a")?.categories;

test("a mark that Graph took and did not keep is written again by the next look", async () => {
  const w = losing();
  const { look } = await opened(w);
  w.loses = false;
  expect(categories(w)).toEqual([]);
  await look();
  expect([categories(w), w.asked]).toEqual([["Reply due today"], ["a"]]);
});

test("a mark whose message the next look's changes tell of is not asked for, and nothing is asked any more after that", async () => {
  const w = losing();
  w.loses = false;
  const { look } = await opened(w);
  await look();
  await look();
  expect([categories(w), w.asked]).toEqual([["Reply due today"], []]);
});

test("a pane that was closed in between looks for what an earlier one wrote", async () => {
  const w = losing();
  await opened(w);
  w.loses = false;
  await opened(w);
  expect(categories(w)).toEqual(["Reply due today"]);
});

test("what is never kept is written three times and then said; another pane tries again", async () => {
  const w = losing();
  const { addin, look } = await opened(w);
  for (let more = 0; more < 2; more += 1) await look();
  expect(addin.state().notices).toEqual([]);
  await look();
  expect(addin.state().notices).toEqual([{ code: "marksNotKept" }]);
  const asked = w.asked.length;
  await look();
  expect(w.asked).toHaveLength(asked);
  w.loses = false;
  await opened(w);
  expect(categories(w)).toEqual(["Reply due today"]);
});

test("a pane that wrote a mark in vain tries again after an hour, and says no more of it once it is kept", async () => {
  const w = losing();
  const { addin, look } = await opened(w);
  for (let more = 0; more < 3; more += 1) await look();
  w.loses = false;
  await w.clock.turnTo(at("Tue 2026-11-24 11:59"));
  await look();
  expect([categories(w), addin.state().notices]).toEqual([[], [{ code: "marksNotKept" }]]);
  await w.clock.turnTo(at("Tue 2026-11-24 12:00"));
  await look();
  await look();
  expect([categories(w), addin.state().notices]).toEqual([["Reply due today"], []]);
});

test("a mark that did not go when the reply went out goes later, though nothing waits any more", async () => {
  const w = losing();
  w.loses = false;
  const { look } = await opened(w);
  await look();
  w.mailbox.put("sent", sentReply({ sentAt: at("Tue 2026-11-24 10:30") }));
  w.loses = true;
  for (let more = 0; more < 5; more += 1) await look();
  expect(categories(w)).toEqual(["Reply due today"]);
  w.loses = false;
  const later = await opened(w);
  await later.look();
  expect(categories(w)).toEqual([]);
});
