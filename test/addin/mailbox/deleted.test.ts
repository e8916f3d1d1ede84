/** A deletion without a reply: why, is asked once. */
import { expect, test } from "@jest/globals";
import { createAddin } from "../../../src/addin/createAddin.ts";
import type { Ports } from "../../../src/addin/ports.ts";
import { memoryStorage } from "../../../src/browser/memoryStorage.ts";
import { mail } from "../../support/mailbox.ts";
import { settled, world, type World } from "../../support/ports.ts";
import { at } from "../../support/time.ts";

const name = "<one@mail.example>";

/** A pane on a computer that knows nothing of the mailbox yet. */
async function onNewComputer({ ports }: World, change: Partial<Ports> = {}) {
  const addin = createAddin({ ...ports, storage: memoryStorage(), ...change }, { dice: () => 0.5, scopes: [] });
  await addin.start();
  await settled();
  return {
    addin,
    row: () => addin.state().queue?.later.flatMap(({ rows }) => rows)[0],
  };
}

function withDeleted(change: Partial<Ports> = {}): World {
  const plain = world({}, at("Mon 2026-11-23 11:00"));
  const w = {
    ...plain,
    ports: { ...plain.ports, mailbox: { reader: plain.mailbox, writer: plain.mailbox }, ...change },
  };
  w.mailbox.put("a", mail({ folder: "deleteditems" }));
  return w;
}

test("nobody's answer leaves it open, and the question with it", async () => {
  const w = withDeleted();
  await onNewComputer(w);
  expect((await onNewComputer(w)).row()).toMatchObject({ internetMessageId: name, askWhyDeleted: true });
});

test("who says that it still needs a reply is not asked on another computer: the message knows it", async () => {
  const w = withDeleted({ service: null });
  const here = await onNewComputer(w);
  await here.addin.keepDeleted(name);
  expect(here.row()).toMatchObject({ askWhyDeleted: false });
  expect(w.mailbox.get("a")?.decisions).toMatchObject([{ kind: "included", by: "person" }]);
  expect((await onNewComputer(w)).row()).toMatchObject({ askWhyDeleted: false });
});

test("where nothing may be written on messages, other computers hear it from the service", async () => {
  const w = withDeleted();
  const readOnly = { mailbox: { reader: w.mailbox, writer: null } };
  const here = await onNewComputer(w, readOnly);
  await here.addin.keepDeleted(name);
  await settled();
  expect(w.mailbox.get("a")?.decisions).toEqual([]);
  expect((await onNewComputer(w, readOnly)).row()).toMatchObject({ askWhyDeleted: false });
});
