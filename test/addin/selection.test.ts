import { expect, test } from "@jest/globals";
import type { Addin } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import { mail } from "../support/mailbox.ts";
import { settled, world, type World } from "../support/ports.ts";
import { at } from "../support/time.ts";

const one = "<one@mail.example>";
const two = "<two@mail.example>";

/** Two customers wait in a watched mailbox; no message is open. */
async function started(w: World): Promise<Addin> {
  w.mailbox.put("1", mail({ internetMessageId: one }));
  w.mailbox.put("2", mail({ internetMessageId: two, conversationId: "conversation-2", subject: "Snow" }));
  const addin = createAddin(w.ports, { dice: () => 0.5, scopes: [] });
  await addin.start();
  await settled();
  return addin;
}

const waiting = (addin: Addin) => {
  const { overdue = [], today = [], later = [] } = addin.state().queue ?? {};
  return [...overdue, ...today, ...later.flatMap(({ rows }) => rows)].map((row) => row.internetMessageId).sort();
};

test("of several selected messages it is said how many there are and which are known", async () => {
  const w = world();
  const addin = await started(w);
  await w.mail.select([one, two, "<unknown@mail.example>", ""]);
  expect(addin.state().selection).toEqual({ count: 4, names: [one, two] });
});

test("one selected message is no selection", async () => {
  const w = world();
  const addin = await started(w);
  await w.mail.select([one, two]);
  await w.mail.select([one]);
  expect(addin.state().selection).toBeNull();
});

test("what was selected before the pane opened is seen too", async () => {
  const w = world();
  await w.mail.select([one, two]);
  expect((await started(w)).state().selection).toMatchObject({ count: 2 });
});

test("an Outlook that tells nothing of its selection costs nothing", async () => {
  const w = world();
  w.mail.refuses.set("selected", "unsupported");
  w.mail.refuses.set("onSelectionChanged", "unsupported");
  const addin = await started(w);
  expect(addin.state().selection).toBeNull();
  expect(waiting(addin)).toEqual([one, two]);
});

test("an answer that another selection overtook is dropped", async () => {
  const w = world();
  const addin = await started(w);
  const answers: ((ids: readonly string[]) => void)[] = [];
  Object.assign(w.mail, {
    selected: () => new Promise<readonly string[]>((resolve) => answers.push(resolve)),
  });
  await w.mail.select([]);
  await w.mail.select([]);
  answers[1]?.([one]);
  await settled();
  answers[0]?.([one, two]);
  await settled();
  expect(addin.state().selection).toBeNull();
});

test("“No reply needed” takes all of them off the clock, “This needs a reply” puts them back", async () => {
  const w = world();
  const addin = await started(w);
  await w.mail.select([one, two]);
  const names = addin.state().selection?.names ?? [];
  await addin.excludeRows(names, "thanks");
  expect(waiting(addin)).toEqual([]);
  await w.clock.turnTo(at("Fri 2026-11-20 12:00"));
  await addin.includeSelected(names);
  expect(waiting(addin)).toEqual([one, two]);
});
