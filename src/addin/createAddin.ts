/** The add-in as one object: follows the open item, keeps what it learns, reports it, and tells the views. */
import type { Addin } from "./addin.ts";
import { insert, replyWith } from "./acknowledge.ts";
import {
  answeredAnotherWay,
  confirmOff,
  exclude,
  include,
  neverNeedsReply,
  setChannel,
  setReceivedDay,
  undo,
} from "./correct.ts";
import { createDesk, type Desk } from "./desk.ts";
import { createFollower } from "./follow.ts";
import { isMarkedByLook } from "./markMessage.ts";
import type { Ports } from "./ports.ts";
import { showQueue } from "./queue.ts";
import {
  acknowledgeRow,
  closeOlder,
  excludeRows,
  includeOffered,
  keepDeleted,
  openRow,
  setFollowUp,
  setWatching,
} from "./rows.ts";
import { handOver, setClaimed, setCompliment } from "./remarks.ts";
import { needsReply, removeNeverSender } from "./review.ts";
import { includeSelected } from "./selection.ts";
import { looks, team } from "./team.ts";
import { filledTemplates, offeredPromises } from "./templates.ts";

export interface AddinOptions {
  /** Chance for the waits between attempts: 0 ≤ dice() < 1. */
  readonly dice: () => number;
  /** What `signIn` asks for, one request per resource: a token is for one alone (sign-in §7). */
  readonly scopes: readonly (readonly string[])[];
}

/** In which mailbox the row of the review list lies. */
function mailboxOf(desk: Desk, itemId: string): string {
  return desk.store.get().putOff.find((row) => row.itemId === itemId)?.mailbox ?? "";
}

/**
 * Makes the add-in from its ports. Nothing happens before `start()`. Every loss of the outside world is one notice in
 * the state; what rejects is a bug, or a refusal that the caller has to show (`replyWith`, `insert`).
 */
export function createAddin(ports: Ports, options: AddinOptions): Addin {
  const desk = createDesk(ports, options.dice);
  const follower = createFollower(desk);

  /** A person's step: done, then seen in Outlook and told to the service. */
  async function told(step: Promise<void>): Promise<void> {
    await step;
    void showQueue(desk)
      .then(() => (isMarkedByLook(desk) ? follower.look() : undefined))
      .then(() => follower.report());
  }

  async function signIn(): Promise<void> {
    const asked = await follower.signIn(options.scopes);
    if (asked) await follower.refresh();
  }

  return {
    state: () => desk.store.get(),
    subscribe: (listener) => desk.store.subscribe(listener),
    start: () => follower.start(),
    refresh: () => follower.refresh(),
    signIn,
    setChannel: (channel) => told(setChannel(desk, channel)),
    include: () => told(include(desk)),
    exclude: (reason) => told(exclude(desk, reason)),
    confirmOff: () => told(confirmOff(desk)),
    neverNeedsReply: (sender) => told(neverNeedsReply(desk, sender)),
    removeNeverSender: (sender) => told(removeNeverSender(desk, sender)),
    needsReply: (internetMessageId) => told(needsReply(desk, internetMessageId)),
    openMessage: (itemId) => openRow(desk, { itemId, mailbox: mailboxOf(desk, itemId) }),
    setReceivedDay: (day) => told(setReceivedDay(desk, day)),
    handOver: (department) => told(handOver(desk, department)),
    setClaimed: (on) => told(setClaimed(desk, on)),
    setCompliment: (on) => told(setCompliment(desk, on)),
    answeredAnotherWay: (way, at) => told(answeredAnotherWay(desk, way, at)),
    undo: () => told(undo(desk)),
    templates: (promisedDay) => (desk.rules === null ? [] : filledTemplates(desk, desk.rules, promisedDay)),
    promiseDays: () => (desk.rules === null ? [] : offeredPromises(desk, desk.rules)),
    replyWith: (template, promisedDay) => replyWith(desk, template, promisedDay),
    insert: (template, promisedDay) => insert(desk, template, promisedDay),
    team: (department) => team(desk, department),
    looks: (department) => looks(desk, department),
    openRow: (row) => openRow(desk, row),
    acknowledgeRow: (row) => acknowledgeRow(desk, row),
    excludeRows: (names, reason) => told(excludeRows(desk, names, reason)),
    includeSelected: (names) => told(includeSelected(desk, names)),
    keepDeleted: (name) => told(keepDeleted(desk, name)),
    includeOffered: (name) => told(includeOffered(desk, name)),
    closeOlder: () => closeOlder(desk),
    setWatching: (on) => told(setWatching(desk, on)),
    setFollowUp: (on) => told(setFollowUp(desk, on)),
  };
}
