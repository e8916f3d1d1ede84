/** The measurements as text: for the terminal, and as docs/performance.md. */
import type { BundleShare } from "./bundleShare.ts";
import type { ClockSize } from "./clockSize.ts";
import type { Derivation } from "./derivation.ts";
import type { Finish } from "./race.ts";
import { mailboxReport, type MailboxMeasurements } from "./mailbox/mailboxReport.ts";
import { serviceReport, type ServiceMeasurements } from "./service/serviceReport.ts";
import { aligned, verdict, whole, type Table } from "./table.ts";
import type { TriageSpeed } from "./triageSpeed.ts";

export interface Measurements {
  readonly machine: { readonly cores: number; readonly node: string; readonly tzdata: string };
  /** The tz database behind the policy's offsets. */
  readonly policyTzdata: string;
  readonly finishes: readonly Finish[];
  readonly triage: TriageSpeed;
  readonly derivation: Derivation;
  readonly clock: ClockSize;
  readonly mailbox: MailboxMeasurements;
  readonly service: ServiceMeasurements;
  readonly bundles: readonly BundleShare[];
}

/** What the measurements must reach. */
const leastTimesLibrary = 50;
const mostTimesSlower = 12;
const mostClockBytes = 6000;
const mostFirstBytes = 250_000;

/** @returns a page of Markdown that also reads well as plain text */
export function report(measured: Measurements): string {
  const { machine, policyTzdata, triage, derivation, clock, bundles } = measured;
  return `${[
    "# Performance",
    `Measured by \`npm run bench\` on ${machine.cores} cores with Node ${machine.node}, whose own zone data is ${machine.tzdata}; the policy's offsets are of ${policyTzdata}. Rates and times are of processor time, the best of five rounds.`,
    "## Due dates",
    "The same 10,000 messages of 2024 to 2030 for all, promised in 1, 2 or 5 business days, on the calendar of assets/policies/spruce-grove.json. Right is an answer that agrees to the millisecond with the rule worked out day by day. A library stands here twice: by the machine's zone data, and told the policy's offsets.",
    aligned(raceTable(measured.finishes)),
    ...verdicts(measured.finishes),
    "## Triage",
    `${whole(triage.perSecond)} messages a second (${triage.messages} messages of the sandbox, over and over).`,
    "## Inquiries",
    `${whole(derivation.inquiries)} inquiries from ${whole(derivation.facts)} facts: where each stands in ${whole(derivation.deriveMs)} ms, a team's figures from them in ${whole(derivation.statisticsMs)} ms.`,
    ...mailboxReport(measured.mailbox),
    ...serviceReport(measured.service),
    "## Size",
    `Calendar and due dates alone: ${whole(clock.bytes)} bytes, ${whole(clock.gzipped)} gzipped (${verdict(clock.gzipped < mostClockBytes)}: under ${whole(mostClockBytes)}).`,
    bundles.length === 0
      ? "The add-in is not built, so its files are not measured: run npm run build first."
      : `The shares of the domain, and of the client of the whole mailbox (src/addin/mailbox and src/graph), in each file of the add-in, in bytes:\n\n${aligned(bundleTable(bundles))}`,
    ...firstChunk(bundles),
  ].join("\n\n")}\n`;
}

function raceTable(finishes: readonly Finish[]): Table {
  const ours = finishes[0]?.perSecond ?? NaN;
  return [
    ["", "offsets by", "due dates a second", "CivicReply is", "right"],
    ...finishes.map(({ name, offsets, perSecond, right }, index) => [
      name,
      offsets === "policy" ? "the policy" : "the machine",
      whole(perSecond),
      index === 0 ? "" : ratio(ours / perSecond),
      percent(right),
    ]),
  ];
}

/** What the product is held to: fast beside every library that is right, near the limit, and right itself. */
function verdicts([ours, limit, ...libraries]: readonly Finish[]): readonly string[] {
  if (ours === undefined || limit === undefined) throw new Error("the race begins with the product and the limit");
  const [best] = libraries.filter(({ right }) => right === 1).sort((a, b) => b.perSecond - a.perSecond);
  const slower = limit.perSecond / ours.perSecond;
  const aside = best === undefined ? 0 : ours.perSecond / best.perSecond;
  return [
    [
      `- All answers right: ${verdict(ours.right === 1 && limit.right === 1)}.`,
      best === undefined
        ? "- No library is right."
        : `- Fastest library that is right: ${best.name}, told the policy's offsets; CivicReply is ${aside.toFixed(0)} times as fast (${verdict(aside >= leastTimesLibrary)}: at least ${leastTimesLibrary}).`,
      `- Slower than the table: ${slower.toFixed(1)} times (${verdict(slower <= mostTimesSlower)}: at most ${mostTimesSlower}).`,
      ...wrongByMachine(libraries),
    ].join("\n"),
  ];
}

function wrongByMachine(libraries: readonly Finish[]): readonly string[] {
  const wrong = libraries.filter(({ offsets, right }) => offsets === "machine" && right < 1);
  if (wrong.length === 0) return [];
  return ["- By this machine's zone data the libraries are wrong in Alberta's winters from November 2026 on."];
}

function bundleTable(bundles: readonly BundleShare[]): Table {
  return [
    ["", "file", "gzipped", "domain", "domain gzipped", "mailbox", "mailbox gzipped"],
    ...bundles.map(({ file, bytes, gzipped, domain, mailbox }) => [
      file,
      ...[bytes, gzipped, domain.bytes, domain.gzipped, mailbox.bytes, mailbox.gzipped].map(whole),
    ]),
  ];
}

/** What has to be there before the pane shows anything; the rest comes when it is wanted. */
function firstChunk(bundles: readonly BundleShare[]): readonly string[] {
  const first = bundles.find(({ file }) => file === "taskpane.js");
  if (first === undefined) return [];
  return [
    `First chunk of the pane: ${whole(first.gzipped)} bytes gzipped (${verdict(first.gzipped <= mostFirstBytes)}: at most ${whole(mostFirstBytes)}).`,
  ];
}

function ratio(times: number): string {
  return times >= 1 ? `${times.toFixed(0)} times as fast` : `${(1 / times).toFixed(1)} times slower`;
}

function percent(share: number): string {
  return share === 1 ? "100 %" : `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}
