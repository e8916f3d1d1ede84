/** The add-in's client as the pane has it, without a pane: the desk, the Graph client and a ledger in memory. */
import { createDesk, type Desk } from "../../../addin/desk.ts";
import { adopt } from "../../../addin/loadPolicy.ts";
import { lookOnce } from "../../../addin/mailbox/lookOnce.ts";
import { readRemembered } from "../../../addin/mailbox/watch.ts";
import { OutsideError, type Clock, type MailClient } from "../../../addin/ports.ts";
import { digest } from "../../../browser/digest.ts";
import { memoryStorage } from "../../../browser/memoryStorage.ts";
import type { ServedPolicy } from "../../../contract/served.ts";
import type { Instant } from "../../../domain/time.ts";
import { graphMail } from "../../../graph/graphMail.ts";
import { graphRequest } from "../../../graph/graphRequest.ts";
import type { FarGraph } from "./farGraph.ts";
import { theMoment } from "./graphHost.ts";

export interface Client {
  readonly desk: Desk;
  /** One look. @throws Error when the mailbox could not be seen to its end */
  look(): Promise<void>;
}

const scopes = ["User.Read", "Mail.ReadWrite"];

/** @param joinedAt the day from which the mailbox counts */
export async function client(graph: FarGraph, served: ServedPolicy, joinedAt: Instant): Promise<Client> {
  const request = graphRequest({
    base: "https://graph.sandbox.example/v1.0",
    token: () => token,
    clock: standingClock,
    dice: () => 0.5,
    fetch: (address, init) => graph.fetch(address as string, init),
  });
  const token = graph.token(scopes.join(" "));
  const addinId = "5d1c7a90-4b2e-4f6d-8a13-9e0f2c6b7d48";
  const desk = createDesk(
    {
      clock: standingClock,
      digest: digest(),
      mail: closedOutlook({ joinedAt: { "": joinedAt }, offered: true }),
      mailbox: graphMail(request, { addinId, scopes }),
      storage: { ...memoryStorage(), lasting: true },
      service: null,
      signIn: null,
      shippedPolicy: () => Promise.resolve(served),
    },
    () => 0.5,
  );
  await readRemembered(desk);
  adopt(desk, served);
  return {
    desk,
    async look() {
      if (!(await lookOnce(desk))) throw new Error(`not looked: ${JSON.stringify(desk.store.get().notices)}`);
    },
  };
}

const standingClock: Clock = {
  now: () => theMoment,
  isHidden: () => false,
  breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Outlook with nothing open: it remembers the add-in's settings and lists its categories. */
function closedOutlook(remembered: unknown): MailClient {
  const unsupported = () => Promise.reject(new OutsideError("unsupported", "nothing is open"));
  return {
    user: { name: "Jordan Tremblay-Reid", address: "jordan.tremblay-reid@sprucegrove.example" },
    language: "en-CA",
    current: () => Promise.resolve(null),
    onItemChanged: () => Promise.resolve(),
    remembered: () => Promise.resolve(remembered),
    remember: () => Promise.resolve(),
    prepareCategories: () => Promise.resolve(),
    selected: () => Promise.resolve([]),
    onSelectionChanged: () => Promise.resolve(),
    ...{ headers: unsupported, text: unsupported, categorise: unsupported, notify: unsupported },
    ...{ decisions: unsupported, saveDecisions: unsupported, openReply: unsupported, openNew: unsupported },
    ...{ openMessage: unsupported, draftRecipients: unsupported, insertAtTop: unsupported },
    ...{ readStamp: unsupported, writeStamp: unsupported },
  };
}
