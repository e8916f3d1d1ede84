import { expect, test } from "@jest/globals";
import type { Cost, LookCosts } from "../../../../src/tools/bench/mailbox/lookCosts.ts";
import { mailboxReport } from "../../../../src/tools/bench/mailbox/mailboxReport.ts";
import type { PaneLoad } from "../../../../src/tools/bench/mailbox/paneLoad.ts";

const cost: Cost = {
  ...{ processorMs: 10, longestPauseMs: 20, peakHeap: 30e6, heldHeap: 20e6 },
  ...{ requests: 1, headersAsked: 0, rounds: 4, bytesUp: 5000, bytesDown: 6000 },
};
const look = (change: Partial<LookCosts> = {}): LookCosts => ({
  ...{ messages: 1000, whole: true, read: 1000, undecided: 0, open: 50, perChangeMs: 1 },
  ...{ first: cost, nothingNew: cost, ten: cost, hundred: cost },
  ...change,
});
const pane: PaneLoad = {
  ...{
    messages: 50_000,
    sentenceMs: 400,
    sentenceScripts: 200_000,
    startTaskMs: 120,
    longestTaskMs: 0,
    longTasks: 0,
    firstLookMs: 60_000,
  },
  ...{ peakHeap: 100e6, heldHeap: 50e6, quietScriptMs: 20 },
};
const page = (looks: readonly LookCosts[], load: PaneLoad | null = pane) =>
  mailboxReport({ looks, pane: load }).join("\n");

test("a page whose every limit is kept says so", () => {
  expect(page([look(), look({ messages: 50_000 })])).not.toContain("NOT reached");
});

test.each<[string, LookCosts, Partial<PaneLoad>]>([
  ["a third request with nothing new", look({ nothingNew: { ...cost, requests: 3 } }), {}],
  ["headers with nothing new", look({ nothingNew: { ...cost, headersAsked: 1 } }), {}],
  ["headers of what the envelope decides", look({ first: { ...cost, headersAsked: 1 } }), {}],
  ["a pause of more than 50 ms", look({ hundred: { ...cost, longestPauseMs: 51 } }), {}],
  ["a change that costs more than twice as much", look({ perChangeMs: 2.1 }), {}],
  [
    "a look with nothing new that costs more than twice as much",
    look({ nothingNew: { ...cost, processorMs: 21 } }),
    {},
  ],
  ["a long task in the pane", look(), { longestTaskMs: 51, longTasks: 1 }],
  ["a heap of 150 MB in the pane", look(), { peakHeap: 150e6 }],
  ["150 MB that a look leaves", look({ first: { ...cost, heldHeap: 150e6 } }), {}],
])("%s is a limit that is not reached", (_what, last, load) => {
  expect(page([look(), last], { ...pane, ...load }).match(/NOT reached/g)).toHaveLength(1);
});
