/** What people do to messages by hand: moving, deleting, marking, renaming. */
import { allOf } from "../../../src/addin/mailbox/entry.ts";
import { dayMs, instant } from "../../../src/domain/time.ts";
import type { FolderName } from "../../../src/sandbox/api.ts";
import { removeForGood } from "../../../src/sandbox/mailbox/removal.ts";
import type { StoredMessage } from "../../../src/sandbox/mailbox/storedMessage.ts";
import { messagesWhere, noMarks, picked, type HandMarks, type Life, type Placed } from "./life.ts";
import type { Deed } from "./mailDeeds.ts";

export const ownFolders: readonly { readonly name: `own-${string}`; readonly label: string }[] = [
  { name: "own-00000000000a", label: "Fences" },
  { name: "own-00000000000b", label: "Done" },
];

const anywhere = (life: Life) => messagesWhere(life, ({ folder }) => folder !== "sentitems");
const inFolder = (folder: FolderName) => (life: Life) => messagesWhere(life, (message) => message.folder === folder);

function moves(of: (life: Life) => readonly Placed[], to: (other: number) => FolderName): Deed {
  return (life, pick, other) => {
    const placed = picked(of(life), pick);
    if (placed !== null) placed.box.change(placed.message.id, { folder: to(other) }, life.town.clock.now());
    return Promise.resolve();
  };
}

/** Ours on the message stay as they are: a person changes their own. */
function marks(change: (before: HandMarks, other: number, life: Life) => HandMarks): Deed {
  return (life, pick, other) => {
    const placed = picked(anywhere(life), pick);
    if (placed === null) return Promise.resolve();
    const { box, message } = placed;
    const before = life.handMarks.get(message.id) ?? noMarks;
    const after = change(before, other, life);
    life.handMarks.set(message.id, after);
    const others = message.categories.filter((name) => !before.categories.includes(name));
    const flag = after.flag === before.flag ? {} : { flag: after.flag };
    box.change(message.id, { categories: [...others, ...after.categories], ...flag }, life.town.clock.now());
    return Promise.resolve();
  };
}

export const handDeeds = {
  files: moves(anywhere, (other) => ownFolders[other % 2]!.name),
  junks: moves(inFolder("inbox"), () => "junkemail"),
  unjunks: moves(inFolder("junkemail"), () => "inbox"),
  deletes: moves(anywhere, () => "deleteditems"),
  restores: moves(inFolder("deleteditems"), () => "inbox"),
  filesSent: moves(inFolder("sentitems"), () => ownFolders[0]!.name),
  destroys: async (life, pick) => {
    const placed = picked(anywhere(life), pick);
    if (placed === null) return;
    const { box, message } = placed;
    for (const name of [message.internetMessageId, ...message.references]) life.destroyed.names.add(name);
    life.destroyed.conversations.add(message.conversationId);
    removeForGood(life.town.behind.mailboxes, box, message);
    await noteOrphan(life, message.internetMessageId);
  },
  renames: (life, pick, other) => {
    const placed = picked(anywhere(life), pick);
    const subject = `${placed?.message.subject ?? ""} [${other % 9}]`;
    if (placed !== null) placed.box.change(placed.message.id, { subject }, life.town.clock.now());
    return Promise.resolve();
  },
  reads: (life, pick, other) => {
    const placed = picked(anywhere(life), pick);
    if (placed !== null)
      placed.box.change(placed.message.id, { isRead: other % 2 === 0 }, life.town.clock.now(), false);
    return Promise.resolve();
  },
  categorises: marks((before, other) => ({
    ...before,
    categories: [...new Set([...before.categories, `Mine ${other % 3}`])],
  })),
  uncategorises: marks((before) => ({ ...before, categories: before.categories.slice(1) })),
  flags: marks((before, other, { town }) => ({
    ...before,
    // Years away: a day that is ours by chance would be taken for ours.
    flag: {
      status: "flagged",
      due: other % 2 === 0 ? null : town.rules.calendar.localDay(instant(town.clock.now() + (900 + other) * dayMs)),
    },
  })),
  completes: marks((before) => ({ ...before, flag: { status: "complete", due: null } })),
  unflags: marks((before) => ({ ...before, flag: { status: "notFlagged", due: null } })),
} satisfies Record<string, Deed>;

/** Remembered only while nothing else can be the reason that it ends. */
async function noteOrphan(life: Life, name: string): Promise<void> {
  const { computers, orphans } = life;
  // Another copy tells more than the one that is gone.
  if (messagesWhere(life, ({ internetMessageId }) => internetMessageId === name).length > 0) return;
  const known = await Promise.all(computers.map(({ storage }) => storage.ledger.entries([name])));
  for (const { internetMessageId, customer } of known[0] ?? []) {
    // A message to its customer may answer it, and no look may have seen it yet.
    const address = customer?.address.toLowerCase();
    const reaches = ({ to, cc, bcc }: StoredMessage) => [...to, ...cc, ...bcc].some((each) => each.address === address);
    if (messagesWhere(life, reaches).length > 0) continue;
    const said = known.flat().filter((entry) => entry.internetMessageId === internetMessageId);
    if (said.every((entry) => allOf(entry).every(({ kind }) => kind === "received"))) orphans.add(internetMessageId);
  }
}
