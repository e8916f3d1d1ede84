/** A scripted world around the add-in: a mailbox, Sent Items, a service with the real domain inside, a clock to turn. */
import { createHash, createHmac } from "node:crypto";
import {
  OutsideError,
  type Clock,
  type Digest,
  type HandlerMail,
  type MailClient,
  type MessageDecisions,
  type NewMessage,
  type NotificationBar,
  type OpenItem,
  type OpenMessage,
  type OutsideCode,
  type Ports,
  type ReplyHint,
  type ReplyStamp,
  type SentNote,
  type Service,
  type StateCategory,
} from "../../src/addin/ports.ts";
import { memoryStorage } from "../../src/browser/memoryStorage.ts";
import type { CoverageReport } from "../../src/contract/coverage.ts";
import type { ServedPolicy } from "../../src/contract/served.ts";
import { standingOf, unionOf } from "../../src/domain/inquiry/derive.ts";
import { rulesOf, type Rules } from "../../src/domain/inquiry/rules.ts";
import type { Fact } from "../../src/domain/inquiry/fact.ts";
import type { Standing } from "../../src/domain/inquiry/standing.ts";
import type { Policy, ZoneTable } from "../../src/domain/policy/policy.ts";
import { coverageOf } from "../../src/domain/timeliness/coverage.ts";
import { teamStatistics } from "../../src/domain/timeliness/teamStatistics.ts";
import { instant, type Instant } from "../../src/domain/time.ts";
import type { MailFields } from "../../src/addin/mailboxPorts.ts";
import { mail, scriptedMailbox, type ScriptedMailbox } from "./mailbox.ts";
import { at, day } from "./time.ts";

const hours: readonly (readonly [string, string])[] = [["08:30", "16:30"]];

/** Alberta stays on UTC−6 from 2026-03-08 on. */
export const alberta: ZoneTable = {
  zone: "America/Edmonton",
  tzdata: "2026f",
  base: -420,
  transitions: [[1_772_960_400, -360]],
};

export const city: Policy = {
  name: "City of Pinewood: Customer Service 1",
  version: "2026-11",
  calendar: {
    timeZone: "America/Edmonton",
    weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
    closures: [{ date: day("Wed 2026-11-11"), name: "Remembrance Day" }],
    special: {},
    nominalDayMinutes: 480,
    confirmedThrough: day("Fri 2027-12-31"),
  },
  counting: { receipt: "hours", count: "exclude", due: "close", met: ["holding", "part", "answer"] },
  channels: {
    email: { name: "E-mail", kind: "email", responseDays: 2 },
    letter: { name: "Letter", kind: "letter", responseDays: 5 },
  },
  staff: { domains: ["pinewood.example"], addresses: [] },
  departments: { planning: { name: "Planning", mailboxes: ["planning@pinewood.example"] } },
  countsFrom: day("Thu 2026-01-01"),
  commitment: { texts: { en: "We care.", fr: "Nous sommes là." } },
  templates: [
    {
      id: "receipt",
      replyKind: "holding",
      texts: {
        en: {
          name: "Receipt",
          body: "Dear {customer},\n\n{handler} of {city} will answer you about {subject} by {promisedDay}.\n\n{commitment}",
        },
        fr: { name: "Réception", body: "Bonjour {customer},\n\n{handler} vous répondra d’ici {promisedDay}." },
      },
    },
    { id: "call", replyKind: "part", texts: { en: { name: "Call", body: "Please call {department} at {contact}." } } },
  ],
};

export const served: ServedPolicy = { policy: city, zones: [alberta] };
export const rules: Rules = rulesOf(served);

/** A clock that stands still until it is turned; waiting callbacks run when their time has come. */
export interface TurnedClock extends Clock {
  turnTo(to: Instant): Promise<void>;
  readonly waits: readonly number[];
}

export function turnedClock(start: Instant): TurnedClock {
  let now = start;
  let waiting: { readonly due: number; readonly callback: () => void }[] = [];
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    isHidden: () => false,
    breathe: () => Promise.resolve(),
    after(ms, callback) {
      waits.push(ms);
      const mine = { due: now + ms, callback };
      waiting.push(mine);
      return () => {
        waiting = waiting.filter((each) => each !== mine);
      };
    },
    async turnTo(to) {
      now = to;
      const due = waiting.filter((each) => each.due <= now);
      waiting = waiting.filter((each) => each.due > now);
      for (const each of due) each.callback();
      await settled();
    },
  };
}

export const nodeDigest: Digest = {
  sha256: (text) => createHash("sha256").update(text).digest("base64url"),
  hmac: (key, text) => createHmac("sha256", Buffer.from(key, "base64url")).update(text).digest("base64url"),
};

/** Lets all promises that can settle do so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A message from outside to the planning mailbox, received on Friday at 10:12. */
export function message(change: Partial<OpenMessage> = {}): OpenMessage {
  return {
    kind: "message",
    itemId: "item-1",
    internetMessageId: "<one@mail.example>",
    conversationId: "conversation-1",
    subject: "Dog licence",
    from: { name: "Ada Okafor", address: "ada@mail.example" },
    sender: null,
    to: [{ name: "Planning", address: "planning@pinewood.example" }],
    cc: [],
    createdAt: at("Fri 2026-11-20 10:12"),
    itemClass: "IPM.Note",
    parts: [],
    ...change,
  };
}

/** Received header of a city's server, in its own offset. */
export function receivedHeader(date: string): readonly (readonly [string, string])[] {
  return [
    ["Received", `from edge.pinewood.example by mx.pinewood.example with ESMTPS; ${date}`],
    ["Received", "from mail.example by edge.pinewood.example; Fri, 20 Nov 2026 09:00:00 -0600"],
    ["From", "Ada Okafor <ada@mail.example>"],
  ];
}

export interface ScriptedMail extends MailClient {
  open(item: OpenItem | null): void;
  /** Tells the pane that another item is open. */
  changed(): Promise<void>;
  /** Selects other messages in Outlook's list. */
  select(internetMessageIds: readonly string[]): Promise<void>;
  readonly headersOf: Map<string, readonly (readonly [string, string])[] | null>;
  readonly textOf: Map<string, string>;
  readonly decisionsOf: Map<string, MessageDecisions>;
  readonly categories: (readonly [string, StateCategory | null])[];
  readonly bars: NotificationBar[];
  readonly replies: string[];
  readonly newMessages: NewMessage[];
  readonly inserted: (readonly string[])[];
  readonly stamps: ReplyStamp[];
  /** Calls that are refused, by method name. */
  readonly refuses: Map<keyof MailClient, OutsideCode>;
  /** Holds back the answer of `headers` until released, to play a slow Outlook. */
  hold: Promise<void> | null;
  recipients: readonly { readonly name: string; readonly address: string }[];
  /** Ids of messages that the pane opened. */
  readonly openedIds: string[];
  /** What the mailbox itself remembers; at first that it joined in January. */
  kept: unknown;
}

export function scriptedMail(): ScriptedMail {
  let item: OpenItem | null = null;
  const listeners: (() => void)[] = [];
  let selected: readonly string[] = [];
  const selectionListeners: (() => void)[] = [];
  const idOf = () => (item?.kind === "message" ? item.itemId : "");
  const refuses: ScriptedMail["refuses"] = new Map();
  const guarded = <T>(name: keyof MailClient, value: () => T): Promise<T> => {
    const code = refuses.get(name);
    return code === undefined ? Promise.resolve(value()) : Promise.reject(new OutsideError(code, name));
  };
  const mail: ScriptedMail = {
    user: { name: "Robin Clerk", address: "robin@pinewood.example" },
    language: "en-CA",
    headersOf: new Map(),
    textOf: new Map(),
    decisionsOf: new Map(),
    categories: [],
    bars: [],
    replies: [],
    newMessages: [],
    inserted: [],
    stamps: [],
    refuses,
    hold: null,
    openedIds: [],
    recipients: [],
    kept: { joinedAt: { "": at("Thu 2026-01-01 08:00") }, offered: true },
    open(next) {
      item = next;
    },
    async changed() {
      for (const listener of listeners) listener();
      await settled();
    },
    async select(internetMessageIds) {
      selected = internetMessageIds;
      for (const listener of selectionListeners) listener();
      await settled();
    },
    current: () => guarded("current", () => item),
    selected: () => guarded("selected", () => selected),
    onSelectionChanged: (listener) => guarded("onSelectionChanged", () => void selectionListeners.push(listener)),
    onItemChanged: (listener) => guarded("onItemChanged", () => void listeners.push(listener)),
    async headers() {
      const mine = idOf();
      if (mail.hold !== null) await mail.hold;
      return guarded("headers", () => (mail.headersOf.has(mine) ? (mail.headersOf.get(mine) ?? null) : []));
    },
    remembered: () => guarded("remembered", () => mail.kept),
    remember: (value) => guarded("remember", () => void (mail.kept = value)),
    prepareCategories: () => guarded("prepareCategories", () => undefined),
    text: () => guarded("text", () => mail.textOf.get(idOf()) ?? "Where do I get a licence for my dog?"),
    categorise: (category) => guarded("categorise", () => void mail.categories.push([idOf(), category])),
    notify: (bar) => guarded("notify", () => void mail.bars.push(bar)),
    decisions: () => guarded("decisions", () => mail.decisionsOf.get(idOf()) ?? { observations: [] }),
    saveDecisions: (decisions) => guarded("saveDecisions", () => void mail.decisionsOf.set(idOf(), decisions)),
    openReply: (html) => guarded("openReply", () => void mail.replies.push(html)),
    openNew: (opened) => guarded("openNew", () => void mail.newMessages.push(opened)),
    openMessage: (itemId) => guarded("openMessage", () => void mail.openedIds.push(itemId)),
    draftRecipients: () => guarded("draftRecipients", () => mail.recipients),
    insertAtTop: (paragraphs) => guarded("insertAtTop", () => void mail.inserted.push(paragraphs)),
    readStamp: () => guarded("readStamp", () => mail.stamps.at(-1) ?? null),
    writeStamp: (stamp) => guarded("writeStamp", () => void mail.stamps.push(stamp)),
  };
  return mail;
}

export interface MemoryService extends Service {
  /** Every call is refused while this is set. */
  refusal: OutsideCode | null;
  /** Facts of these kinds are refused one by one. */
  readonly refusedKinds: Set<Fact["kind"]>;
  readonly facts: readonly Fact[];
  /** Calls of `report`. */
  readonly reports: number;
  standings(now: Instant): readonly Standing[];
  /** What a colleague reported. */
  take(facts: readonly Fact[]): void;
  /** As whom the next calls are made. */
  account: string;
  /** What was said of mailboxes, in order. */
  readonly covered: readonly CoverageReport[];
}

export const inquiryKey = Buffer.from("a key of thirty-two bytes for it").toString("base64url");

/** A service without a network: it merges facts and derives with the domain's own functions. */
export function memoryService(clock: Clock): MemoryService {
  let facts: readonly Fact[] = [];
  let reports = 0;
  const covered: CoverageReport[] = [];
  const answered = <T>(value: () => T): Promise<T> =>
    service.refusal === null ? Promise.resolve(value()) : Promise.reject(new OutsideError(service.refusal, "refused"));
  const service: MemoryService = {
    refusal: null,
    refusedKinds: new Set(),
    account: nodeDigest.sha256("Robin Clerk"),
    covered,
    get facts() {
      return facts;
    },
    get reports() {
      return reports;
    },
    take(more) {
      facts = unionOf(facts, more);
    },
    standings(now) {
      const inquiries = [...new Set(facts.map((fact) => fact.inquiry))];
      return inquiries
        .map((id) =>
          standingOf(
            facts.filter((fact) => fact.inquiry === id),
            rules,
            now,
          ),
        )
        .filter((standing) => standing !== null);
    },
    me: () =>
      answered(() => ({
        roles: ["Supervisor"],
        departments: ["planning"],
        inquiryKey,
        account: service.account,
        now: clock.now(),
      })),
    cover: (report) => answered(() => void covered.push(report)),
    policy: () => answered(() => served),
    report: (more) =>
      answered(() => {
        reports += 1;
        const problem = { field: "kind", message: "not taken" };
        service.take(more.filter((fact) => !service.refusedKinds.has(fact.kind)));
        return {
          answers: more.map(({ id, inquiry, kind }) =>
            service.refusedKinds.has(kind)
              ? { id, inquiry, taken: false as const, problem }
              : { id, inquiry, taken: true as const },
          ),
        };
      }),
    states: (inquiries) =>
      answered(() => ({
        inquiries: Object.fromEntries(
          inquiries
            .map((id) => [id, facts.filter((fact) => fact.inquiry === id)] as const)
            .filter(([, own]) => own.length > 0),
        ),
      })),
    audit: () => answered(() => []),
    statistics: (department) =>
      answered(() => {
        const now = clock.now();
        const figures = teamStatistics(service.standings(now), { rules, department, now, weeks: 9, sampleData: false });
        const coverage = coverageOf(
          covered.map((said) => ({ ...said, saidAt: now })),
          {
            policy: city,
            departments: department === null ? null : [department],
            calendar: rules.calendarOf(department),
            through: figures.to,
            now,
            idOf: (address) => nodeDigest.hmac(inquiryKey, address),
          },
        );
        const weeks = figures.weeks.map((week) => ({ ...week, statedAt: null, was: null, moved: [] }));
        return { ...figures, weeks, coverage };
      }),
  };
  return service;
}

/** The city with an app whose notices name the customer in their text alone. */
export const cityWithApp: ServedPolicy = {
  ...served,
  policy: {
    ...city,
    channels: {
      ...city.channels,
      app: {
        name: "App",
        kind: "other",
        responseDays: 2,
        senders: ["app@ourcity.example"],
        customerPattern: "^Reported by (.+), (\\S+@\\S+)$",
      },
    },
  },
};

/** Opens such a notice: Ada reports a dark lane. */
export function openNotice(mail: ScriptedMail): void {
  mail.textOf.set("item-1", "A dark lane.\nReported by Ada Okafor, ada@mail.example");
  mail.open(
    message({ subject: "[External] New report: dark lane", from: { name: "App", address: "app@ourcity.example" } }),
  );
}

/** A reply by Robin to Ada's message, as it lies in Sent Items. */
export function sentReply(change: Partial<MailFields> = {}): MailFields {
  const sentAt = change.sentAt ?? at("Fri 2026-11-20 14:00");
  return mail({
    folder: "sentitems",
    internetMessageId: "<reply@pinewood.example>",
    subject: "RE: Dog licence",
    from: { name: "Robin Clerk", address: "robin@pinewood.example" },
    to: [{ name: "Ada Okafor", address: "ada@mail.example" }],
    answers: ["<one@mail.example>"],
    preview: "City Hall has them.",
    receivedAt: sentAt,
    ...change,
    sentAt,
  });
}

export interface ScriptedHandlerMail extends HandlerMail {
  notes: SentNote[];
  readonly hints: ReplyHint[];
  /** The send handler left a note. */
  left(note: SentNote): Promise<void>;
}

export function scriptedHandlerMail(): ScriptedHandlerMail {
  const listeners: (() => void)[] = [];
  const handlerMail: ScriptedHandlerMail = {
    notes: [],
    hints: [],
    async left(note) {
      handlerMail.notes.push(note);
      for (const listener of listeners) listener();
      await settled();
    },
    takeNotes() {
      const { notes } = handlerMail;
      handlerMail.notes = [];
      return Promise.resolve(notes);
    },
    leaveHint(hint) {
      handlerMail.hints.push(hint);
      return Promise.resolve();
    },
    onNote: (listener) => void listeners.push(listener),
  };
  return handlerMail;
}

export interface World {
  readonly ports: Ports;
  readonly clock: TurnedClock;
  readonly mail: ScriptedMail;
  readonly service: MemoryService;
  readonly mailbox: ScriptedMailbox;
  readonly handlerMail: ScriptedHandlerMail;
}

/** Everything there and willing, on a Friday at 11:00; single losses are scripted, or ports replaced by `change`. */
export function world(change: Partial<Ports> = {}, start: Instant = at("Fri 2026-11-20 11:00")): World {
  const clock = turnedClock(start);
  const outlook = scriptedMail();
  const service = memoryService(clock);
  const mailbox = scriptedMailbox();
  const handlerMail = scriptedHandlerMail();
  const ports: Ports = {
    clock,
    digest: nodeDigest,
    mail: outlook,
    // The mailbox joined long ago; without the right to write, Outlook marks the open message.
    mailbox: { reader: mailbox, writer: null },
    storage: { ...memoryStorage(), handlerMail, lasting: true },
    service,
    signIn: { silently: () => Promise.resolve("token"), asking: () => Promise.resolve("token") },
    shippedPolicy: () => Promise.resolve(served),
    ...change,
  };
  return { ports, clock, mail: outlook, service, mailbox, handlerMail };
}

export function later(from: Instant, ms: number): Instant {
  return instant(from + ms);
}
