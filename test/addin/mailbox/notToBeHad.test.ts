/** Messages that Graph tells of and does not show yet: its answers come from copies that lag (graph.md §12, 16). */
import { expect, test } from "@jest/globals";
import { entryOf, looked, standingOf } from "../../support/looked.ts";
import { mail, type ScriptedMailbox } from "../../support/mailbox.ts";
import { at } from "../../support/time.ts";

const name = "<one@mail.example>";
const overdue = mail({ receivedAt: at("Mon 2026-11-16 10:00"), sentAt: at("Mon 2026-11-16 10:00") });

/** From now until it is said again, no single message is to be had. */
function hide(mailbox: ScriptedMailbox): { hidden: boolean } {
  const hiding = { hidden: true };
  const shown = { ...mailbox };
  mailbox.headers = (...asked) => (hiding.hidden ? Promise.resolve(new Map()) : shown.headers(...asked));
  mailbox.messages = (box, ids) =>
    hiding.hidden ? Promise.resolve(new Map(ids.map((id) => [id, null]))) : shown.messages(box, ids);
  mailbox.mark = (box, marks) =>
    hiding.hidden ? Promise.resolve(new Map(marks.map(({ id }) => [id, "gone"]))) : shown.mark(box, marks);
  return hiding;
}

test("a machine's message whose headers were not to be had goes off the clock when the next look reads them", async () => {
  let hiding = { hidden: false };
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", overdue);
    mailbox.headersOf.set("1", [["Auto-Submitted", "auto-generated"]]);
    hiding = hide(mailbox);
  });
  expect(await standingOf(w, name)).toMatchObject({ state: "overdue" });
  await w.addin.refresh();
  expect(await standingOf(w, name)).toMatchObject({ state: "overdue" });
  hiding.hidden = false;
  await w.addin.refresh();
  expect(await standingOf(w, name)).toMatchObject({ state: "excluded" });
  const asked = w.mailbox.asked.length;
  await w.addin.refresh();
  expect(w.mailbox.asked).toHaveLength(asked);
});

test("a message that is not to be had when it is to be marked is not taken for deleted, and is marked later", async () => {
  let hiding = { hidden: false };
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", overdue);
    hiding = hide(mailbox);
  });
  expect(await entryOf(w, name)).toMatchObject({ deleted: false });
  hiding.hidden = false;
  await w.addin.refresh();
  expect(w.mailbox.get("1")?.categories).toEqual(["Reply overdue"]);
  expect(await entryOf(w, name)).toMatchObject({ deleted: false });
});
