/** What looks cost at several sizes of mailbox: the first one, one with nothing new, and ones with some changes. */
import type { Ledger } from "../../../addin/ledgerPorts.ts";
import type { ServedPolicy } from "../../../contract/served.ts";
import { dayMs, instant, minuteMs } from "../../../domain/time.ts";
import { yearsBack } from "./busyMailbox.ts";
import { client, type Client } from "./client.ts";
import { effortOf, type Effort } from "./effort.ts";
import type { FarGraph } from "./farGraph.ts";
import { theMoment, type Traffic } from "./graphHost.ts";

export interface Cost extends Effort, Traffic {}

export interface LookCosts {
  readonly messages: number;
  /** True when the mailbox joined before its oldest message: then a first look reads them all. */
  readonly whole: boolean;
  /** Messages that are known afterwards, and those of them that the envelope leaves undecided: asked for headers. */
  readonly read: number;
  readonly undecided: number;
  /** Inquiries that wait. */
  readonly open: number;
  readonly first: Cost;
  readonly nothingNew: Cost;
  readonly ten: Cost;
  readonly hundred: Cost;
  /** What a look with a hundred changes takes beyond one with none, by change; milliseconds of processor time. */
  readonly perChangeMs: number;
}

/** Joined six weeks ago: forty business days lie inside what a first look reads. */
const joinedMs = 42 * dayMs;
/** Of so many looks the best is taken: other work on the machine only ever adds. */
const times = 5;

/** @param start makes a Graph with an empty mailbox */
export async function lookCosts(
  start: () => Promise<FarGraph>,
  served: ServedPolicy,
  messages: number,
  whole: boolean,
): Promise<LookCosts> {
  const graph = await start();
  try {
    await graph.fill(messages, theMoment - minuteMs);
    const joinedAt = instant(theMoment - (whole ? (yearsBack * 365 + 1) * dayMs : joinedMs));
    const pane = await client(graph, served, joinedAt);
    const first = await costOfLook(graph, pane, 0);
    const { ledger } = pane.desk.ports.storage;
    const { read, undecided } = await messagesOf(ledger);
    const open = (await ledger.open()).length;
    // The marks of the first look come back as changes once.
    await pane.look();
    const nothingNew = await best(graph, pane, 0);
    const ten = await best(graph, pane, 10);
    const hundred = await best(graph, pane, 100);
    return {
      ...{ messages, whole, read, undecided, open, first, nothingNew, ten, hundred },
      perChangeMs: (hundred.processorMs - nothingNew.processorMs) / 100,
    };
  } finally {
    graph.stop();
  }
}

/** Counted here, so that what was read for it is not held while the later looks are measured. */
async function messagesOf(ledger: Ledger): Promise<Pick<LookCosts, "read" | "undecided">> {
  const known = await ledger.receivedBetween(instant(0), theMoment);
  return { read: known.length, undecided: known.filter(({ headersAsked }) => headersAsked).length };
}

async function best(graph: FarGraph, pane: Client, changes: number): Promise<Cost> {
  const costs: Cost[] = [];
  for (let time = 0; time < times; time += 1) costs.push(await costOfLook(graph, pane, changes));
  return costs.reduce((least, cost) => (cost.processorMs < least.processorMs ? cost : least));
}

async function costOfLook(graph: FarGraph, pane: Client, changes: number): Promise<Cost> {
  if (changes > 0) await graph.change(changes, theMoment);
  await graph.traffic();
  const effort = await effortOf(() => pane.look());
  return { ...effort, ...(await graph.traffic()) };
}
