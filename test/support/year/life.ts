/** What a year in a town is made of: who is there, which panes are open, and what people did to their messages. */
import { memoryStorage } from "../../../src/browser/memoryStorage.ts";
import type { Storage } from "../../../src/addin/ports.ts";
import type { MailFlag } from "../../../src/sandbox/api.ts";
import type { Mailbox } from "../../../src/sandbox/mailbox/mailbox.ts";
import type { StoredMessage } from "../../../src/sandbox/mailbox/storedMessage.ts";
import type { MailboxOwner, Person } from "../../../src/sandbox/people.ts";
import { ownerByAddress } from "../../../src/sandbox/people.ts";
import { openPane, type Pane } from "./pane.ts";
import { colleague, employee, type Town } from "./town.ts";
import { planning } from "./townRules.ts";

/** What a person put on a message by hand. */
export interface HandMarks {
  readonly categories: readonly string[];
  readonly flag: MailFlag;
}

export interface Life {
  readonly town: Town;
  /** The employee's two computers, then the colleague's. */
  readonly computers: readonly Computer[];
  readonly handMarks: Map<string, HandMarks>;
  /** Names and conversations of messages that were deleted for good. */
  readonly destroyed: { readonly names: Set<string>; readonly conversations: Set<string> };
  /** Inquiries that waited when a message of theirs was destroyed, and to which nothing happened since. */
  readonly orphans: Set<string>;
  readonly setAway: (away: boolean) => void;
  /** Where the last decision of a person was made. */
  lastStep: Pane | null;
  followUp: boolean;
}

export interface Computer {
  readonly person: Person;
  readonly storage: Storage;
  panes: readonly Pane[];
}

export interface Placed {
  readonly box: Mailbox;
  readonly owner: MailboxOwner;
  readonly message: StoredMessage;
}

export const noMarks: HandMarks = { categories: [], flag: { status: "notFlagged", due: null } };

export function beginLife(town: Town, setAway: Life["setAway"]): Life {
  const computer = (person: Person): Computer => ({ person, storage: memoryStorage(), panes: [] });
  return {
    ...{ town, setAway, lastStep: null, followUp: false, handMarks: new Map(), orphans: new Set() },
    computers: [computer(employee), computer(employee), computer(colleague)],
    destroyed: { names: new Set(), conversations: new Set() },
  };
}

export async function openOn({ town }: Life, computer: Computer): Promise<Pane> {
  const pane = await openPane(town, computer.person, computer.storage);
  computer.panes = [...computer.panes, pane];
  return pane;
}

export function closeOn(life: Life, computer: Computer, pane: Pane): void {
  pane.close();
  computer.panes = computer.panes.filter((each) => each !== pane);
  if (life.lastStep === pane) life.lastStep = null;
}

/** Messages of the employee's and the shared mailbox, oldest first, those of the employee before the shared ones. */
export function messagesWhere({ town }: Life, wanted: (message: StoredMessage) => boolean): readonly Placed[] {
  const boxes = [
    [town.mine, employee],
    [town.shared, ownerByAddress(planning)!],
  ] as const;
  return boxes.flatMap(([box, owner]) =>
    [...box.all()].filter((message) => !message.isDraft && wanted(message)).map((message) => ({ box, owner, message })),
  );
}

export function picked<T>(items: readonly T[], pick: number): T | null {
  return items[pick % Math.max(1, items.length)] ?? null;
}
