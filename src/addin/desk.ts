/** What the use cases share: the ports, the shown state, and the item that lies open. */
import type { Me } from "../contract/me.ts";
import type { Fact } from "../domain/inquiry/fact.ts";
import type { Rules } from "../domain/inquiry/derive.ts";
import type { Address, TriageDecision } from "../domain/triage/message.ts";
import type { Instant } from "../domain/time.ts";
import { languageOf, type Language } from "../domain/wording/dates.ts";
import type { AddinState, MessageView, NeverSender, PutOff } from "./addin.ts";
import { keptList, type KeptList } from "./keptList.ts";
import { neverSenderFrom } from "./neverSenders.ts";
import { createNotices, type Notices } from "./notices.ts";
import type { KeptMessage, LedgerEntry } from "./ledgerPorts.ts";
import { lookProgress, type Progress } from "./mailbox/progress.ts";
import { rememberedFrom, watchingOf, type Remembered, type Watched } from "./mailbox/watched.ts";
import { writtenMarkFrom, type WrittenMark } from "./mailbox/writtenMark.ts";
import type { OpenDraft, OpenMessage, Ports } from "./ports.ts";
import { putOffFrom } from "./putOff.ts";
import { createStore, type Store } from "./store.ts";

/** A message of the mailbox whose inquiry we know: the open one, or the one that the open draft answers. */
export interface KnownInquiry {
  /** The message itself; `entry` may be an older one's, when this is its reminder. */
  readonly internetMessageId: string;
  readonly conversationId: string;
  readonly subject: string;
  readonly triage: TriageDecision;
  /** The inquiry's own entry in the ledger; null while the message is off the clock. */
  readonly entry: LedgerEntry | null;
  readonly facts: readonly Fact[];
  readonly waiting: number;
  readonly neverOffers: readonly string[];
}

export interface Step {
  readonly kind: NonNullable<MessageView["undo"]>;
  readonly facts: readonly Fact["id"][];
  /** The sender that the step put on the never list. */
  readonly sender?: string;
}

/** The draft that lies open. */
export interface DraftOnDesk {
  readonly item: OpenDraft;
  readonly recipients: readonly Address[];
  /** Id of the template that was put into it. */
  readonly inserted: string | null;
}

export interface Desk {
  readonly ports: Ports;
  readonly store: Store<AddinState>;
  readonly notices: Notices;
  /** 0 ≤ dice() < 1. */
  readonly dice: () => number;
  /** Of the reader, for sentences in Outlook itself. */
  readonly language: Language;
  readonly neverSenders: KeptList<NeverSender>;
  readonly putOff: KeptList<PutOff>;
  /** Keys of messages whose decisions are not written on them yet. */
  readonly unsaved: KeptList<string>;
  /**
   * Keys of messages that the next look takes up again: they were told of and not to be had when their headers were asked
   * for, or what followed from them could not be written down.
   */
  readonly unread: KeptList<string>;
  /** Names of inquiries of which the service could not be asked: the next look asks again. */
  readonly unheard: KeptList<string>;
  /** Marks that are to be looked for on their messages. */
  readonly writtenMarks: KeptList<WrittenMark>;
  /** Which mark this pane wrote on a message, by key, how often in a row without finding it there, and when last. */
  readonly rewrites: Map<string, { readonly meant: string; readonly times: number; readonly at: Instant }>;
  /** Of the look that is under way. */
  readonly progress: Progress;
  /** Null until a policy is loaded. */
  rules: Rules | null;
  me: Me | null;
  /** The message that lies open, once it was read. */
  opened: { readonly message: OpenMessage; readonly seen: KeptMessage } | null;
  /** The mailboxes that are looked through, and since when each counts; empty where the open message alone is known. */
  watched: Watched;
  /** Which of them can bear our categories, as far as that was found out. */
  markable: Map<string, boolean>;
  remembered: Remembered;
  /** By which rules older mail and Junk were last gone through for customers; null: not yet. */
  offeredBy: Rules | null;
  draft: DraftOnDesk | null;
  /** Of the open message, or the one that the open draft answers. */
  inquiry: KnownInquiry | null;
  lastStep: Step | null;
  /** Internet message id of a message that was opened in order to answer it. */
  pendingReply: string | null;
  /** Rises with each item change: whoever comes back with an older number brings a stale result. */
  generation: number;
}

export function createDesk(ports: Ports, dice: () => number): Desk {
  const remembered = rememberedFrom(null);
  const store = createStore<AddinState>({
    view: { kind: "starting" },
    now: ports.clock.now(),
    policy: null,
    calendar: null,
    roles: [],
    departments: [],
    notices: [],
    waitingFacts: 0,
    lookedAt: null,
    looking: null,
    queue: null,
    older: null,
    junk: [],
    selection: null,
    watching: watchingOf(ports.mailbox, remembered),
    followUp: false,
    putOff: [],
    neverSenders: [],
    busy: false,
  });
  const { memory } = ports.storage;
  return {
    ports,
    store,
    notices: createNotices(store),
    dice,
    language: languageOf(ports.mail.language),
    neverSenders: keptList(memory, "neverReply", neverSenderFrom, (neverSenders) => store.set({ neverSenders })),
    putOff: keptList(memory, "putOff", putOffFrom, (putOff) => store.set({ putOff })),
    unsaved: keptList(memory, "unsavedDecisions", textFrom, () => undefined),
    unread: keptList(memory, "unreadHeaders", textFrom, () => undefined),
    unheard: keptList(memory, "unheardInquiries", textFrom, () => undefined),
    writtenMarks: keptList(memory, "writtenMarks", writtenMarkFrom, () => undefined),
    rewrites: new Map(),
    progress: lookProgress(store, ports.clock),
    pendingReply: null,
    rules: null,
    me: null,
    opened: null,
    watched: {},
    markable: new Map(),
    remembered,
    offeredBy: null,
    draft: null,
    inquiry: null,
    lastStep: null,
    generation: 0,
  };
}

function textFrom(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
