import { expect, test } from "@jest/globals";
import type { MailItem, MailPatch } from "../../../src/sandbox/api.ts";
import type { Call } from "../../../src/sandbox/page/host/call.ts";
import { answer } from "../../../src/sandbox/page/host/methods.ts";
import type { OpenItem, OutlookWindow } from "../../../src/sandbox/page/host/outlook.ts";

const dispatch = { sharedProperties: 108, addCategories: 158, master: 160, removeMaster: 162 } as const;
const category = (displayName: string, color: string) => ({ id: displayName, displayName, color });

/** A call beside a message of a shared mailbox, or of the person's own. */
function beside(shared: boolean) {
  const changes: MailPatch[] = [];
  const saved: unknown[] = [];
  const item: OpenItem = {
    mode: "read",
    sharedFrom: shared
      ? { address: "planning@city.example", masterCategories: () => [category("Theirs", "preset4")] }
      : null,
    now: () => ({ categories: [] }) as unknown as MailItem,
    change: (patch) => {
      changes.push(patch);
      return Promise.resolve();
    },
  };
  const outlook = {
    masterCategories: () => [category("Mine", "preset0")],
    saveMasterCategories: (all: unknown) => {
      saved.push(all);
      return Promise.resolve();
    },
  } as unknown as OutlookWindow;
  const ask = (id: number, params = {}) =>
    answer(id, { item, outlook, params, context: "", surface: "pane" } as unknown as Call<OpenItem | null>);
  return { ask, changes, saved };
}

test("the master list is that of the mailbox in which the open message lies", async () => {
  expect(await beside(true).ask(dispatch.master)).toMatchObject({
    data: [{ displayName: "Theirs", color: "Preset4" }],
  });
  expect(await beside(false).ask(dispatch.master)).toMatchObject({ data: [{ displayName: "Mine", color: "Preset0" }] });
});

test("a shared message takes the categories of its own mailbox's list, and no others", async () => {
  const { ask, changes } = beside(true);
  expect(await ask(dispatch.addCategories, { categories: ["Theirs"] })).toMatchObject({ error: false });
  expect(changes).toEqual([{ categories: ["Theirs"] }]);
  expect(await ask(dispatch.addCategories, { categories: ["Mine"] })).toEqual({ error: true, errorCode: 9044 });
});

test("who works in a shared mailbox cannot change its master list, and their own is left alone", async () => {
  const { ask, saved } = beside(true);
  expect(await ask(dispatch.removeMaster, { categories: ["Mine"] })).toEqual({ error: true, errorCode: 7000 });
  expect(saved).toEqual([]);
});

test("Outlook says whose mailbox a shared message lies in, with full access", async () => {
  const data = { owner: "planning@city.example", targetMailbox: "planning@city.example", delegatePermissions: 63 };
  expect(await beside(true).ask(dispatch.sharedProperties)).toMatchObject({ error: false, data });
});
