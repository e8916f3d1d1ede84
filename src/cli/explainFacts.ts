/** `civicreply explain --facts`: for each inquiry where it stands, by which chain, and what its facts said. */
import { accountOf, type Account } from "../domain/inquiry/account.ts";
import type { Fact } from "../domain/inquiry/fact.ts";
import type { Rules } from "../domain/inquiry/rules.ts";
import { isoOf, type Instant } from "../domain/time.ts";
import { accountLines } from "../domain/wording/account.ts";
import { chainAsData } from "../domain/wording/chain.ts";
import { nothingDue } from "../domain/wording/nothingDue.ts";
import { readFacts } from "./factsFile.ts";
import { allConfirmationLines } from "./opening.ts";
import { readMoment } from "./question.ts";
import { done, refuse, refused, say, warn, type Terminal } from "./terminal.ts";
import { isRefusal } from "./ndjson.ts";

export interface FactsAsked {
  readonly file: string;
  /** As of when; now when left out. */
  readonly at: string | undefined;
  readonly ndjson: boolean;
}

export async function explainFacts(terminal: Terminal, rules: Rules, asked: FactsAsked): Promise<number> {
  const now = readMoment(terminal, asked.at, rules.calendar);
  if (isRefusal(now)) return refuse(terminal, now.error);
  const read = await readFacts(terminal, asked.file, now);
  if (read === null) return refused;
  const notices = allConfirmationLines(terminal, rules);
  if (asked.ndjson) {
    say(terminal, ...read.refusals.map((refusal) => JSON.stringify(refusal)));
    warn(terminal, ...notices);
  } else warn(terminal, ...read.refusals.map(({ error }) => error));
  for (const facts of read.inquiries.values()) {
    const account = accountOf(facts, rules, now);
    if (account === null) continue;
    if (asked.ndjson) say(terminal, JSON.stringify(asData(account, rules, terminal)));
    else say(terminal, ...inWords(account, rules, now, terminal), "");
  }
  if (!asked.ndjson) say(terminal, ...notices);
  return read.refusals.length === 0 ? done : refused;
}

function inWords(account: Account, rules: Rules, now: Instant, terminal: Terminal): readonly string[] {
  const calendar = rules.calendarOf(account.standing.datedBy);
  const nothing = nothingDue(
    { ...account.standing, department: account.standing.datedBy, policy: rules.policy, calendar },
    terminal.language,
  );
  return accountLines(account, calendar, nothing, terminal.language, calendar.localDay(now));
}

function asData(account: Account, rules: Rules, terminal: Terminal): object {
  const { standing, explanation, met, excluded, restsOn, setAside } = account;
  const { inquiry, state, outcome, channel, department, receivedAt, acknowledgedAt, promise, closed } = standing;
  const calendar = rules.calendarOf(standing.datedBy);
  const nothing = (): object => ({
    due: null,
    rule: nothingDue({ ...standing, department: standing.datedBy, policy: rules.policy, calendar }, terminal.language),
  });
  return {
    inquiry,
    state,
    outcome,
    channel,
    department,
    receivedAt: isoOf(receivedAt),
    met: met === null ? null : { ...met, at: isoOf(met.at) },
    excluded: excluded === null ? null : { ...excluded, afterDue: standing.excludedAfterDue },
    acknowledgedAt: acknowledgedAt === null ? null : isoOf(acknowledgedAt),
    promise,
    closed,
    explanation: explanation === null ? nothing() : chainAsData(explanation, terminal.language),
    restsOn: restsOn.map(factAsData),
    setAside: setAside.map(factAsData),
  };
}

/** As it was said, with its moments as ISO text beside the numbers of which its id is the hash. */
function factAsData(fact: Fact): object {
  return { ...fact, happened: isoOf(fact.at), said: isoOf(fact.saidAt) };
}
