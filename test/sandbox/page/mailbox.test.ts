import { expect, test } from "@jest/globals";
import type { MailItem, MailPatch, MessagePlace, SandboxState } from "../../../src/sandbox/api.ts";
import { readItem } from "../../../src/sandbox/page/desk/reading.ts";
import { Mailbox } from "../../../src/sandbox/page/mail/mailbox.ts";
import type { SandboxServer } from "../../../src/sandbox/page/server.ts";

const item = { id: "m1", conversationId: "c1", isRead: true, categories: [], notifications: [] } as unknown as MailItem;

/** A server that answers each change only when told to, with what it holds at that moment. */
function slowServer() {
  const asked: (string | null)[] = [];
  let held = item;
  const waiting: (() => void)[] = [];
  const answering = {
    in: (shared: string | null) => {
      asked.push(shared);
      return answering;
    },
    place: () => Promise.resolve<MessagePlace | null>({ id: held.id, shared: null, folder: "inbox" }),
    messages: () => Promise.resolve([]),
    message: () => Promise.resolve(held),
    conversation: () => Promise.resolve([held]),
    change: (_: string, patch: MailPatch) =>
      new Promise<MailItem>((resolve) => {
        waiting.push(() => {
          held = { ...held, ...patch };
          resolve(held);
        });
      }),
  };
  const answerNext = async (): Promise<void> => {
    waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { server: answering as unknown as SandboxServer, answering, asked, answerNext };
}

async function opened(server: SandboxServer): Promise<Mailbox> {
  const mailbox = new Mailbox(server, {} as SandboxState);
  await mailbox.select("m1");
  return mailbox;
}

test("a change is seen at once, before the server has answered", async () => {
  const { server } = slowServer();
  const mailbox = await opened(server);
  void mailbox.change("m1", { categories: ["Reply due"] });
  expect(mailbox.item("m1")?.categories).toEqual(["Reply due"]);
});

test("the answer to an earlier change does not undo a later one", async () => {
  const { server, answerNext } = slowServer();
  const mailbox = await opened(server);
  void mailbox.change("m1", { categories: ["Reply due"] });
  void mailbox.change("m1", { categories: ["Reply due", "Replied"] });
  await answerNext();
  expect(mailbox.item("m1")?.categories).toEqual(["Reply due", "Replied"]);
  await answerNext();
  expect(mailbox.item("m1")?.categories).toEqual(["Reply due", "Replied"]);
});

test("an older message stays in the reading pane until the next one is here", async () => {
  const { server } = slowServer();
  const mailbox = await opened(server);
  const selecting = mailbox.select("m2");
  expect(mailbox.snapshot()).toMatchObject({ selected: "m2", shown: "m1" });
  await selecting;
  expect(mailbox.snapshot().shown).toBe("m2");
});

test("nothing is shown when nothing is selected", async () => {
  const { server } = slowServer();
  const mailbox = await opened(server);
  await mailbox.select(null);
  expect(mailbox.snapshot()).toMatchObject({ selected: null, shown: null, conversation: [] });
});

test("the newest message seen counts, also when an older folder is looked at later", async () => {
  const { server } = slowServer();
  const times: Readonly<Record<string, readonly number[]>> = { inbox: [1000, 3000, 2000], sentitems: [500] };
  const rowsOf = (folder: string) => (times[folder] ?? []).map((receivedAt) => ({ ...item, receivedAt }));
  const mailbox = new Mailbox(
    Object.assign(server, { messages: (folder: string) => Promise.resolve(rowsOf(folder)) }),
    {} as SandboxState,
  );
  await mailbox.openFolder("inbox");
  expect(mailbox.snapshot().newestAt).toBe(3000);
  await mailbox.openFolder("sentitems");
  expect(mailbox.snapshot().newestAt).toBe(3000);
});

test("a shared mailbox's folder is another list than the person's own of that name", async () => {
  const { asked, server } = slowServer();
  const mailbox = await opened(server);
  await mailbox.openFolder("inbox", "shared-planning");
  expect(mailbox.snapshot()).toMatchObject({ shared: "shared-planning", folder: "inbox", selected: null });
  expect(asked.at(-1)).toBe("shared-planning");
});

test("a late change goes to the mailbox that the message was opened in", async () => {
  const { answering, server } = slowServer();
  const written: string[] = [];
  const box = (name: string) => ({
    ...answering,
    change: () => {
      written.push(name);
      return Promise.resolve(item);
    },
  });
  Object.assign(server, { in: (shared: string | null) => box(shared ?? "own") });
  const state = { sharedMailboxes: [] as unknown } as SandboxState;
  const mailbox = new Mailbox(server, state);
  await mailbox.openFolder("inbox", "shared-planning");
  const open = readItem(mailbox, item);
  await mailbox.openFolder("inbox");
  await open.change({ categories: ["Reply due"] });
  expect(written).toEqual(["shared-planning"]);
});

test("a message that is gone for good is shown no longer", async () => {
  const { answering, server } = slowServer();
  const mailbox = await opened(server);
  Object.assign(answering, {
    conversation: () => Promise.resolve([]),
    place: () => Promise.resolve(null),
    state: () => Promise.resolve({}),
  });
  await mailbox.refresh();
  expect(mailbox.snapshot()).toMatchObject({ selected: null, shown: null });
});
