/** What looking through a mailbox costs, as text with the limit beside each figure. */
import { aligned, verdict, whole, type Table } from "../table.ts";
import type { Cost, LookCosts } from "./lookCosts.ts";
import type { PaneLoad } from "./paneLoad.ts";

export interface MailboxMeasurements {
  /** By size, the smallest first; mailboxes that joined lately and such that joined before their oldest message. */
  readonly looks: readonly LookCosts[];
  /** Null where the add-in is not built. */
  readonly pane: PaneLoad | null;
}

const mostPauseMs = 50;
const mostHeap = 150e6;
const mostQuietRequests = 2;
/** How much dearer a change may be in the biggest mailbox than in the smallest. */
const mostRatio = 2;

/** @returns sections of a page of Markdown */
export function mailboxReport({ looks, pane }: MailboxMeasurements): readonly string[] {
  return [
    "## A look through the mailbox",
    "Invented mailboxes of two years, a third of it sent, a twelfth newsletters, against the sandbox's Graph in a process of its own, so that time and memory are the client's alone; everything is kept in memory, as where a browser denies the pane its storage, 200 changes a page. Heap is the most in use at once, with what waits to be collected; kept is what remains after the look. A mailbox that joined six weeks ago reads back forty business days; the hard case joined before its oldest message and reads them all. Waiting is what no reply was found for. Headers are asked of messages that the envelope leaves undecided, received in the last thirty business days.",
    aligned(firstTable(looks)),
    "A look with nothing new, and looks with 10 and 100 changes (half of them new messages, half categories that somebody put on), the best of five:",
    aligned(laterTable(looks)),
    verdicts(looks).join("\n"),
    ...(pane === null ? [] : paneText(pane)),
  ];
}

function firstTable(looks: readonly LookCosts[]): Table {
  return [
    [
      "first look",
      "read",
      "headers",
      "waiting",
      "requests",
      "sent kB",
      "received kB",
      "processor ms",
      "pause ms",
      "heap MB",
      "kept MB",
    ],
    ...looks.map((look) => [
      nameOf(look),
      ...[look.read, look.first.headersAsked, look.open, look.first.requests].map(whole),
      ...[look.first.bytesUp / 1000, look.first.bytesDown / 1000].map(whole),
      ...[look.first.processorMs, look.first.longestPauseMs].map(whole),
      ...[look.first.peakHeap / 1e6, look.first.heldHeap / 1e6].map(whole),
    ]),
  ];
}

function laterTable(looks: readonly LookCosts[]): Table {
  const cells = ({ requests, bytesUp, bytesDown, processorMs, longestPauseMs }: Cost): readonly string[] =>
    [requests, bytesUp / 1000, bytesDown / 1000, processorMs, longestPauseMs].map(whole);
  return [
    ["later looks", "changes", "requests", "sent kB", "received kB", "processor ms", "pause ms"],
    ...looks.flatMap((look) => [
      [nameOf(look), "0", ...cells(look.nothingNew)],
      ["", "10", ...cells(look.ten)],
      ["", "100", ...cells(look.hundred)],
    ]),
  ];
}

function nameOf({ messages, whole: isWhole }: LookCosts): string {
  return `${whole(messages)}${isWhole ? ", all read" : ""}`;
}

function verdicts(looks: readonly LookCosts[]): readonly string[] {
  const costs = looks.flatMap(({ first, nothingNew, ten, hundred }) => [first, nothingNew, ten, hundred]);
  const pause = Math.max(...costs.map(({ longestPauseMs }) => longestPauseMs));
  const quiet = Math.max(...looks.map(({ nothingNew }) => nothingNew.requests));
  const asked = looks.every(({ first, undecided }) => first.headersAsked === undecided);
  const quietHeaders = looks.every(({ nothingNew }) => nothingNew.headersAsked === 0);
  const change = ratioOf(looks.map(({ perChangeMs }) => perChangeMs));
  const nothing = ratioOf(
    looks.filter(({ whole: isWhole }) => isWhole).map(({ nothingNew }) => nothingNew.processorMs),
  );
  const kept = Math.max(...looks.map(({ first }) => first.heldHeap));
  return [
    `- A look with nothing new: ${quiet} ${quiet === 1 ? "request" : "requests"} (${verdict(quiet <= mostQuietRequests)}: at most ${mostQuietRequests}), no headers (${verdict(quietHeaders)}).`,
    `- Headers are asked once of each undecided message, and of no other: ${verdict(asked)}.`,
    `- Longest pause: ${whole(pause)} ms (${verdict(pause <= mostPauseMs)}: at most ${mostPauseMs}).`,
    `- A change in the biggest mailbox costs ${change.toFixed(1)} times what it costs in the smallest (${verdict(change <= mostRatio)}: at most ${mostRatio}).`,
    `- A look with nothing new, all read: ${nothing.toFixed(1)} times (${verdict(nothing <= mostRatio)}: at most ${mostRatio}).`,
    `- Kept of the biggest mailbox: ${whole(kept / 1e6)} MB (${verdict(kept < mostHeap)}: under ${whole(mostHeap / 1e6)}).`,
  ];
}

/** The last, of the biggest mailbox, in the first. */
function ratioOf(values: readonly number[]): number {
  return (values.at(-1) ?? NaN) / (values[0] ?? NaN);
}

function paneText(pane: PaneLoad): readonly string[] {
  const heap = Math.max(pane.peakHeap, pane.heldHeap);
  return [
    `The shipped pane in Chromium, with IndexedDB, beside a mailbox of ${whole(pane.messages)} messages, all read; the sandbox's own page lives in the same heap:`,
    [
      `- First sentence: ${whole(pane.sentenceMs)} ms after the pane's page began, with ${whole(pane.sentenceScripts)} bytes of its scripts, gzipped. On its first start here the pane asks the service for the city's policy, so the sign-in is among them.`,
      `- Longest task while the pane starts, before it looks: ${pane.startTaskMs === 0 ? `under ${mostPauseMs}` : whole(pane.startTaskMs)} ms.`,
      `- First look: ${whole(pane.firstLookMs / 1000)} s by the clock on the wall.`,
      `- Longest task of the pane: ${pane.longTasks === 0 ? `under ${mostPauseMs}` : whole(pane.longestTaskMs)} ms (${verdict(pane.longestTaskMs <= mostPauseMs)}: at most ${mostPauseMs}; ${pane.longTasks} longer ones).`,
      `- Heap: ${whole(heap / 1e6)} MB at most, ${whole(pane.heldHeap / 1e6)} MB when collected (${verdict(heap < mostHeap)}: under ${whole(mostHeap / 1e6)}).`,
      `- Scripts of a look with nothing new: ${whole(pane.quietScriptMs)} ms.`,
    ].join("\n"),
  ];
}
