/** Whether an inquiry is on the clock: what was said of it, and what the closing of its mailbox does. */
import { ofKind, type Evidence, type FactOf } from "./evidence.ts";
import { mailboxClosed, reminder, type Fact } from "./fact.ts";
import { register, type Said } from "./registers.ts";

/** What else decides whether a closed mailbox closes the inquiry. */
export interface Whose {
  /** Whose it is now. */
  readonly department: string | null;
  /** A reply has met the response time. */
  readonly isMet: boolean;
}

/**
 * What holds of being off the clock: an "excluded" or "included" fact; null when nothing was said.
 *
 * The closing of a mailbox is the weakest reason there is: it takes effect while nothing else puts the inquiry off the
 * clock, nobody put it on the clock since, no reply has met the response time, and the inquiry is nowhere but in the shared
 * mailbox of its department. So whatever is heard afterwards counts as if it had been heard before: a reply, late or not, a
 * hand-over, another mailbox that received it too.
 */
export function clockSaid(evidence: Evidence, whose: Whose): Said<string> | null {
  const said = registered(evidence);
  if (said?.fact.kind === "excluded" || whose.isMet) return said;
  if (!isInSharedMailboxOf(evidence.standing, whose.department)) return said;
  return closingOf(evidence) ?? said;
}

/** True where every mailbox that received it is one that this department shares. */
export function isInSharedMailboxOf(standing: readonly Fact[], department: string | null): boolean {
  const received = ofKind(standing, "received");
  return department !== null && received.every((one) => one.mailboxKind === "shared" && one.department === department);
}

/**
 * What was said last, but for closings. A message that belongs to an older one's run is no inquiry of its own, whatever
 * people say of it: their word counts for the run.
 */
function registered({ standing }: Evidence): Said<string> | null {
  const byRule = clockWord(standing.filter(({ by }) => by === "rule"));
  return byRule?.value === reminder ? byRule : clockWord(standing);
}

/**
 * The word that holds of these, but for closings: the reason for which it is off the clock, "" for on. Of a rule's two
 * words of one moment, or a person's, that of the clock runs (design rule 3). Null when nothing was said.
 */
export function clockWord(facts: readonly Fact[]): Said<string> | null {
  const off = ofKind(facts, "excluded").filter(({ reason }) => reason !== mailboxClosed);
  const on = ofKind(facts, "included").map((fact) => ({ value: "", fact }));
  return register<string>([...on, ...off.map((fact) => ({ value: fact.reason, fact }))]);
}

/** The first closing since a person last put it on the clock. */
function closingOf({ standing }: Evidence): Said<string> | null {
  const putOn = ofKind(standing, "included").filter(({ by }) => by === "person");
  const since = Math.max(-Infinity, ...putOn.map(({ saidAt }) => saidAt));
  const closings = ofKind(standing, "excluded").filter(
    ({ reason, saidAt }) => reason === mailboxClosed && saidAt > since,
  );
  const [first] = [...closings].sort(bySaying);
  return first === undefined ? null : { value: mailboxClosed, fact: first };
}

function bySaying(a: FactOf<"excluded">, b: FactOf<"excluded">): number {
  return a.saidAt - b.saidAt || (a.id < b.id ? -1 : 1);
}
