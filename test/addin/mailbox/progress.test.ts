/** A look that takes long says how far it has come; a short one says nothing. */
import { expect, test } from "@jest/globals";
import { createAddin } from "../../../src/addin/createAddin.ts";
import type { LookProgress } from "../../../src/addin/addin.ts";
import { instant } from "../../../src/domain/time.ts";
import { mail } from "../../support/mailbox.ts";
import { settled, world } from "../../support/ports.ts";

/** What was told during a first look at 500 messages, and rows that were shown meanwhile. @param breathMs each part of the work takes */
async function firstLook(breathMs: number) {
  const w = world({ service: null });
  for (let index = 0; index < 500; index += 1) {
    w.mailbox.put(`item-${index}`, mail({ internetMessageId: `<${index}@mail.example>`, conversationId: `${index}` }));
  }
  const from = w.clock.now();
  let past = 0;
  const clock = {
    ...w.clock,
    now: () => instant(from + past),
    breathe: () => {
      past += breathMs;
      return Promise.resolve();
    },
  };
  const addin = createAddin({ ...w.ports, clock }, { dice: () => 0.5, scopes: [] });
  const told: (LookProgress | null)[] = [];
  const rows: number[] = [];
  addin.subscribe(() => {
    const { looking, queue, lookedAt } = addin.state();
    if (looking !== told.at(-1)) told.push(looking);
    const found = queue?.later.flatMap((day) => day.rows).length ?? 0;
    if (lookedAt === null && found !== rows.at(-1)) rows.push(found);
  });
  await addin.start();
  await settled();
  return { told, rows };
}

test("a look that is over within three seconds says nothing", async () => {
  expect((await firstLook(1)).told).toEqual([null]);
});

test("a longer one says what it has read, then what of it is sorted, at most every five seconds, and nothing at its end", async () => {
  const { told } = await firstLook(1_000);
  expect(told.filter((progress) => progress !== null).map(({ read, sorted }) => [read, sorted])).toEqual([
    [500, null],
    [500, 100],
    [500, 200],
    [500, 300],
    [500, 400],
    [500, 500],
  ]);
  expect(told.at(-1)).toBeNull();
});

test("rows that were found so far are shown while it goes on", async () => {
  expect((await firstLook(1_000)).rows).toEqual([0, 100, 200, 300, 400, 500]);
});
