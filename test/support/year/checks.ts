/** What must hold whenever a look came to its end and nothing goes wrong any more. */
import { expect } from "@jest/globals";
import { lookBackFrom } from "../../../src/addin/mailbox/watch.ts";
import { allOf, entryStanding, standingHere } from "../../../src/addin/mailbox/entry.ts";
import type { LedgerEntry } from "../../../src/addin/ledgerPorts.ts";
import { categoryNames, categoryOf } from "../../../src/addin/stateCategories.ts";
import { memoryStorage } from "../../../src/browser/memoryStorage.ts";
import type { Fact } from "../../../src/domain/inquiry/fact.ts";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import { clockWord } from "../../../src/domain/inquiry/clock.ts";
import { namedFacts } from "../../../src/domain/mailbox/inquiry.ts";
import { minuteMs } from "../../../src/domain/time.ts";
import type { Standing } from "../../../src/domain/inquiry/standing.ts";
import { teamStatistics } from "../../../src/domain/timeliness/teamStatistics.ts";
import { inquiryKey, nodeDigest } from "../ports.ts";
import { messagesWhere, noMarks, openOn, type Computer, type Life } from "./life.ts";
import { openPane, type Pane } from "./pane.ts";
import { calm } from "./paneDeeds.ts";
import { spoiltNames } from "./spoilt.ts";
import { employee } from "./town.ts";

export type FactsOf = () => Promise<ReadonlyMap<string, readonly Fact[]>>;

/** What people say, and no rule. */
const personsReasons: ReadonlySet<string | null> = new Set(["notService", "private"]);
const hourMs = 60 * minuteMs;
const hash = (text: string) => nodeDigest.sha256(text);
const idOf = (name: string) => nodeDigest.hmac(inquiryKey, name);

/** Everything, or what was received inside the policy's look-back window alone */
export type Compares = "everything" | "window";

/** Looks, and compares. */
export async function checkLife(life: Life, factsOf: FactsOf, compares: Compares = "everything"): Promise<void> {
  const { town } = life;
  await town.quiet();
  calm(life);
  const mine = life.computers[0]!;
  const main = mine.panes[0] ?? (await openOn(life, mine));
  await allLookedToEnd(life, main);
  if (main.addin.state().notices.some(({ code }) => code === "marksNotKept")) {
    // Graph kept none of its marks, or a colleague who wants other flags looked in between: it tries again after a pause.
    town.clock.skip(hourMs);
    await allLookedToEnd(life, main);
    await lookedToEnd(life, main);
    agree(
      "notices of marks",
      main.addin.state().notices.filter(({ code }) => code === "marksNotKept"),
      [],
    );
  }
  const before = countOf(await factsOf());
  await lookedToEnd(life, main);
  agree("facts that an idle look added", countOf(await factsOf()), before);

  const spoilt = spoiltNames(life);
  const since = compares === "window" ? lookBackFrom(town.rules, town.clock.now()) : 0;
  const ledger = await ledgerOf(life, main, factsOf, spoilt, since);
  if (compares !== "window") await checkMarks(life, main, spoilt);
  const unchanged = changesOf(life, spoilt);
  const fresh = await openPane(town, employee, memoryStorage());
  await lookedToEnd(life, fresh);
  const anew = await ledgerOf(life, fresh, factsOf, spoilt, since);
  agree("a fresh look's ledger", toCompare(anew, ledger), toCompare(ledger, anew));
  fresh.close();
  if (compares === "window") return;
  agree("what a fresh look changed in the mailboxes", changesOf(life, spoilt), unchanged);
  await checkService(life, main, await factsOf(), spoilt);
  await checkOrphans(life);
}

async function allLookedToEnd(life: Life, main: Pane): Promise<void> {
  for (const { panes } of [...life.computers].reverse()) {
    for (const pane of panes) if (pane !== main) await lookedToEnd(life, pane);
  }
  await lookedToEnd(life, main);
}

async function lookedToEnd({ town }: Life, pane: Pane): Promise<void> {
  await town.quiet();
  await pane.addin.refresh();
  await town.quiet();
  // What was heard last of the open message may itself be something to tell: with the next report.
  if ((await pane.storage.outbox.count()) > 0) await pane.addin.refresh();
  await town.quiet();
  const { lookedAt, notices } = pane.addin.state();
  const lost = notices.filter(({ code }) => /^(mailbox|service|signIn|facts)/.test(code));
  agree("notices of losses that are over", lost, []);
  agree("when it last looked", lookedAt, town.clock.now());
  agree("facts that wait", await pane.storage.outbox.count(), 0);
}

interface Told {
  readonly members: readonly string[];
  readonly standing: unknown;
  readonly isExcluded: boolean;
}

/** What a rule keeps off the clock is no inquiry for who sees it first now, whatever was said of it before. */
function toCompare(told: ReadonlyMap<string, Told>, others: ReadonlyMap<string, Told>): Readonly<Record<string, Told>> {
  return Object.fromEntries([...told].filter(([name, { isExcluded }]) => !isExcluded || others.has(name)));
}

async function ledgerOf(
  life: Life,
  pane: Pane,
  factsOf: FactsOf,
  spoilt: ReadonlySet<string>,
  since: number,
): Promise<ReadonlyMap<string, Told>> {
  const { rules, clock } = life.town;
  const facts = await factsOf();
  const colleagues = life.computers[2]!.storage.ledger;
  const told = new Map<string, Told>();
  for (const entry of await pane.storage.ledger.all()) {
    const name = entry.internetMessageId;
    if (spoilt.has(name) || entry.members.some((member) => spoilt.has(member))) continue;
    // A ledger asks about what waits: what a colleague told of an inquiry that is closed here, only the service knows.
    const more = (await colleagues.entries([name])).length > 0 ? (facts.get(idOf(name)) ?? []) : [];
    const standing = standingOf([...namedFacts(allOf(entry), hash), ...more.map(here)], rules, clock.now());
    if (standing === null || standing.receivedAt < since) continue;
    // A reminder or in Junk here, which a colleague counts who sees it otherwise: nothing of this mailbox's.
    if (!entry.counts && more.length > 0) continue;
    // Answered before it went to Junk: history, which a fresh look does not find there.
    if (!entry.counts && standing.metAt !== null && liesInJunk(life, entry.members[0] ?? name)) continue;
    if (standing.excludedReason !== null && !personsReasons.has(standing.excludedReason)) continue;
    const isExcluded = standing.excludedReason !== null;
    told.set(name, { members: [...entry.members].sort(), standing: essence(standing), isExcluded });
  }
  return new Map([...told].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const [{ inquiry }] = namedFacts([{ kind: "included", at: 0 as never, saidAt: 0 as never, by: "rule" }], hash) as [
  Fact,
];

function here(fact: Fact): Fact {
  return { ...fact, inquiry };
}

/** What the rules said last, whatever people say. */
function isOffByRule(facts: readonly Fact[]): boolean {
  return clockWord(facts.filter(({ by }) => by === "rule"))?.fact.kind === "excluded";
}

function essence({ state, outcome, channel, department, receivedAt, due, ...rest }: Standing): unknown {
  const { metAt, closed, promise, excludedReason, acknowledgedAt } = rest;
  // What becomes of it while it is off the clock by rule, nobody follows.
  if (excludedReason !== null && !personsReasons.has(excludedReason)) return { state, excludedReason, receivedAt };
  return {
    state,
    outcome,
    channel,
    department,
    receivedAt,
    due,
    metAt,
    closed,
    promise,
    excludedReason,
    acknowledgedAt,
  };
}

/** Every mark of ours is what its standing asks for, every other is what people put there. */
async function checkMarks(life: Life, main: Pane, spoilt: ReadonlySet<string>): Promise<void> {
  const { rules, clock } = life.town;
  const names = categoryNames(rules.policy);
  const ours: readonly string[] = Object.values(names);
  for (const { message } of messagesWhere(life, () => true)) {
    const hand = life.handMarks.get(message.id) ?? noMarks;
    const label = `${message.subject} in ${message.folder}`;
    agree(label, message.categories.filter((name) => !ours.includes(name)).sort(), [...hand.categories].sort());
    const isPersons = hand.flag.status !== "notFlagged";
    if (isPersons) agree(label, message.flag, hand.flag);
    if (/^(sentitems|junkemail|deleteditems)$/.test(message.folder)) continue;
    const entry = await entryOf(main, message.internetMessageId);
    const standing = entry === null ? null : standingHere(entry, { rules, now: clock.now(), hash });
    const category = categoryOf(standing);
    agree(
      label,
      message.categories.filter((name) => ours.includes(name)),
      category === null ? [] : [names[category]],
    );
    const waits = standing !== null && standing.metAt === null && standing.excludedReason === null;
    const day = life.followUp && waits ? (standing.due?.dueDay ?? null) : null;
    // Who never saw the destroyed first message of a run flags its reminders by their own dates: not known here as ours.
    if (!isPersons && !spoilt.has(message.internetMessageId)) agree(`flag of ${label}`, message.flag.due, day);
  }
}

/** The inquiry to which a message belongs: of several entries, the one that counts. */
async function entryOf({ storage }: Pane, name: string): Promise<LedgerEntry | null> {
  const entries = (await storage.ledger.entries([name])).filter(({ members }) => members.includes(name));
  const isDuplicate = ({ observations }: LedgerEntry) => isOffByRule(namedFacts(observations, hash));
  return entries.find((entry) => !isDuplicate(entry)) ?? entries[0] ?? null;
}

/** The service derives the same standings, and from them the same figures. */
async function checkService(
  life: Life,
  main: Pane,
  facts: ReadonlyMap<string, readonly Fact[]>,
  spoilt: ReadonlySet<string>,
): Promise<void> {
  const { rules, clock } = life.town;
  const now = clock.now();
  const [, other, { storage: colleaguesStorage }] = life.computers as [Computer, Computer, Computer];
  const colleagues = colleaguesStorage.ledger;
  const here: Standing[] = [];
  const there: Standing[] = [];
  for (const entry of await main.storage.ledger.all()) {
    const name = entry.internetMessageId;
    const own = entryStanding(entry, { rules, now, hash });
    const of = facts.get(idOf(name)) ?? [];
    const served = standingOf(of, rules, now);
    if ((await colleagues.entries([name])).length > 0) continue;
    if (served === null && own === null) continue;
    // A computer that never saw what was destroyed tells the service otherwise: the fresh one above did.
    if ([name, ...entry.members].some((each) => spoilt.has(each))) continue;
    // Never counted here, and taken off the clock again by the rules of the computer that counted it, when a person took
    // back that it counts; what else they had said of it stands beside.
    if (own === null && served?.excludedReason != null && isOffByRule(of)) continue;
    // Never counted here, where it lay in Junk when it was first seen; answered before that on another computer.
    if (own === null && served?.metAt != null && liesInJunk(life, name) && (await isReceivedOn(other, name))) continue;
    agree(name, own === null ? null : essence(own), served === null ? null : essence(served));
    if (own !== null && served !== null) [here, there].forEach((list, at) => list.push(at === 0 ? own : served));
  }
  const question = { rules, department: null, now, weeks: 60, sampleData: false };
  const figures = (standings: readonly Standing[]) => ({ ...teamStatistics(standings, question) });
  expect(figures(here)).toEqual(figures(there));
  // Nothing counts there that no mailbox knows.
  const known = await Promise.all(life.computers.map(({ storage }) => storage.ledger.all()));
  const ids = new Set([
    ...known.flat().map(({ internetMessageId }) => idOf(internetMessageId)),
    ...[...spoilt].map(idOf),
  ]);
  for (const [id, of] of facts) {
    const standing = standingOf(of, rules, now);
    if (standing !== null && standing.excludedReason === null) expect(ids).toContain(id);
  }
}

/** Whether that computer counted the inquiry once. */
async function isReceivedOn({ storage }: Computer, name: string): Promise<boolean> {
  const entries = (await storage.ledger.entries([name])).filter(({ internetMessageId }) => internetMessageId === name);
  return entries.some(({ observations }) => observations.some(({ kind }) => kind === "received"));
}

function liesInJunk(life: Life, name: string): boolean {
  const copies = messagesWhere(life, ({ internetMessageId }) => internetMessageId === name);
  return copies.length > 0 && copies.every(({ message }) => message.folder === "junkemail");
}

/** What was deleted for good waits on in the ledger that saw it. */
async function checkOrphans({ computers, orphans, town }: Life): Promise<void> {
  for (const name of orphans) {
    const [entry] = (await computers[0]!.storage.ledger.entries([name])).filter(
      (each) => each.internetMessageId === name,
    );
    const standing =
      entry === undefined ? null : entryStanding(entry, { rules: town.rules, now: town.clock.now(), hash });
    const { closed, metAt, excludedReason } = standing ?? { closed: true };
    agree(
      `the destroyed ${name}`,
      { closed, metAt, excludedReason },
      { closed: false, metAt: null, excludedReason: null },
    );
  }
}

function countOf(facts: ReadonlyMap<string, readonly Fact[]>): number {
  return [...facts.values()].reduce((sum, of) => sum + of.length, 0);
}

/** Who never saw the destroyed first message of a run marks its reminders by their own dates, until the next look. */
function changesOf(life: Life, spoilt: ReadonlySet<string>): readonly (readonly [string, number])[] {
  const whole = messagesWhere(life, ({ internetMessageId }) => !spoilt.has(internetMessageId));
  return whole.map(({ message }) => [message.id, message.change]);
}

/** The label tells of what the values are. */
function agree(label: string, found: unknown, wanted: unknown): void {
  expect({ [label]: found }).toEqual({ [label]: wanted });
}
