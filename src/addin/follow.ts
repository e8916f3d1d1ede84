/** Keeps up with the world while the pane is open: item changes, new mail, the service, the passing of time. */
import { chunk } from "./chunk.ts";
import type { Desk } from "./desk.ts";
import { adopt, askService, firstPolicy } from "./loadPolicy.ts";
import { learnOf } from "./mailbox/colleagues.ts";
import { takeNotes } from "./mailbox/sentNotes.ts";
import { readRemembered } from "./mailbox/watch.ts";
import { lookedAtKey } from "./mailbox/watched.ts";
import { isMarkedByLook, markMessage } from "./markMessage.ts";
import { unlessRefused } from "./notices.ts";
import { openItem, renewInquiry } from "./openItem.ts";
import { showQueue } from "./queue.ts";
import { createReporter } from "./report.ts";
import { beginPendingReply } from "./rows.ts";
import { selectionFollower } from "./selection.ts";
import { show } from "./show.ts";
import { instant } from "../domain/time.ts";

const tickMs = 15_000;
/** A pane that is seen looks this often by itself, and again when another message is opened. */
const lookMs = 60_000;
/** One that nobody sees waits twice as long each time, up to this. */
const longestLookMs = 15 * 60_000;
/** A sent copy takes a moment to reach Sent Items: look again after so long. */
const afterSendMs = [2_000, 10_000];

/** The open message comes before the rest of the mailbox. */
const looker = chunk(async () => (await import(/* webpackChunkName: "mailbox" */ "./mailbox/lookOnce.ts")).lookOnce);

export interface Follower {
  start(): Promise<void>;
  refresh(): Promise<void>;
  report(): Promise<void>;
  look(): Promise<boolean>;
  /** @returns false when the person, or the host, declined */
  signIn(scopes: readonly (readonly string[])[]): Promise<boolean>;
}

export function createFollower(desk: Desk): Follower {
  const { clock, mail, storage } = desk.ports;
  const reporter = createReporter(desk);
  let looking: Promise<boolean> | null = null;

  async function start(): Promise<void> {
    if (!storage.lasting) desk.notices.raise({ code: "storageDenied" });
    const lookedAt = await unlessRefused<unknown>(storage.memory.get(lookedAtKey), () => null);
    desk.store.set({
      lookedAt: typeof lookedAt === "number" ? instant(lookedAt) : null,
      waitingFacts: await unlessRefused(storage.outbox.count(), () => 0),
    });
    await readRemembered(desk);
    await desk.putOff.read();
    adopt(desk, await firstPolicy(desk));
    await unlessRefused(
      mail.onItemChanged(() => void follow()),
      () => undefined,
    );
    const followSelection = selectionFollower(desk);
    await unlessRefused(
      mail.onSelectionChanged(() => void followSelection()),
      () => undefined,
    );
    storage.handlerMail.onNote(() => void noteLeft(true));
    tick();
    await openItem(desk);
    await showQueue(desk);
    void followSelection();
    void catchUp().then(lookAgainLater);
  }

  /** Another item lies open. */
  async function follow(): Promise<void> {
    await openItem(desk);
    await beginPendingReply(desk);
    const { lookedAt } = desk.store.get();
    if (lookedAt === null || clock.now() - lookedAt > lookMs) await look();
    await report();
  }

  /** One look at a time: whoever asks meanwhile gets the next one's answer. */
  function look(): Promise<boolean> {
    looking ??= lookNow().finally(() => {
      looking = null;
    });
    return looking;
  }

  async function lookNow(): Promise<boolean> {
    const lookOnce = await unlessRefused<((desk: Desk) => Promise<boolean>) | null>(looker.load(), () => null);
    if (lookOnce === null) desk.notices.raise({ code: "mailboxUnseen" });
    const looked = lookOnce !== null && (await lookOnce(desk));
    await renewInquiry(desk);
    return looked;
  }

  /** Looks every minute by itself; less often while nobody sees the pane or the mailbox cannot be read. */
  function lookAgainLater(): void {
    let quiet = 0;
    const wait = (): void => {
      // Panes that lost the same service must not come back in step.
      const ms = quiet === 0 ? lookMs : Math.min(longestLookMs, lookMs * 2 ** quiet) * (0.75 + desk.dice() / 2);
      clock.after(ms, () => void lookAgain().finally(wait));
    };
    const lookAgain = async (): Promise<void> => {
      const looked = await look();
      quiet = looked && !clock.isHidden() ? 0 : quiet + 1;
      await report();
    };
    wait();
  }

  /**
   * The handler of a sent draft left a note in this browser. Every pane beside a message looks, whichever of them takes
   * the note; the pane beside the draft goes away with it, and so leaves the note to them.
   */
  async function noteLeft(heard: boolean): Promise<void> {
    if (desk.store.get().view.kind === "draft") return;
    const notes = await unlessRefused(storage.handlerMail.takeNotes(), () => []);
    if (notes.length === 0 && !heard) return;
    if (await look()) {
      for (const ms of afterSendMs) clock.after(ms, () => void look().then(report));
    } else {
      await takeNotes(desk, notes);
      await renewInquiry(desk);
      await showQueue(desk);
    }
    await report();
  }

  /** Facts to the service; what colleagues know from it. */
  async function report(): Promise<void> {
    await reporter.flush();
    const entry = desk.inquiry?.entry ?? null;
    if (entry === null) return;
    const learnt = await unlessRefused<readonly unknown[]>(learnOf(desk, [entry]), () => []);
    if (learnt.length === 0) return;
    await renewInquiry(desk);
    await showQueue(desk);
  }

  /** What may take its time: the service's policy, the mailbox, the queue. */
  async function catchUp(): Promise<void> {
    await renewPolicy();
    await noteLeft(false);
    const looked = await look();
    await report();
    if (looked && desk.store.get().waitingFacts === 0 && desk.me !== null) desk.notices.lower("signInNeeded");
  }

  async function renewPolicy(): Promise<void> {
    const served = await askService(desk);
    if (served === null || JSON.stringify(served.policy) === JSON.stringify(desk.rules?.policy)) return;
    adopt(desk, served);
    await openItem(desk);
  }

  async function refresh(): Promise<void> {
    desk.store.set({ busy: true });
    try {
      await openItem(desk);
      await catchUp();
    } finally {
      desk.store.set({ busy: false });
    }
  }

  /** Time passes: what was on track becomes due. Outlook is touched only when the state is another one. */
  function tick(): void {
    clock.after(tickMs, () => {
      const before = stateShown();
      show(desk);
      if (stateShown() !== before) void (isMarkedByLook(desk) ? look() : markMessage(desk));
      tick();
    });
  }

  function stateShown(): string | null {
    const { view } = desk.store.get();
    return view.kind === "message" ? (view.standing?.state ?? null) : null;
  }

  async function signIn(scopes: readonly (readonly string[])[]): Promise<boolean> {
    const { signIn: door } = desk.ports;
    if (door === null) return false;
    for (const each of scopes) {
      const token = await unlessRefused<string | null>(door.asking(each), () => null);
      if (token === null) return false;
    }
    desk.me = null;
    desk.notices.lower("signInNeeded");
    return true;
  }

  return { start, refresh, report, look, signIn };
}
