/** Facts of inquiries from a file, as the service takes and gives them: src/contract/facts.ts. */
import { createHash } from "node:crypto";
import { parseFact } from "../contract/facts.ts";
import { isLocalDay } from "../domain/calendar/localDay.ts";
import { groupedBy } from "../domain/grouped.ts";
import type { Fact, InquiryId } from "../domain/inquiry/fact.ts";
import { factContent } from "../domain/inquiry/factId.ts";
import type { Instant } from "../domain/time.ts";
import { sentence } from "../server/wording.ts";
import type { Refusal } from "./ndjson.ts";
import { readText } from "./policyFile.ts";
import { problemLine, warn, wordsOf, type Terminal } from "./terminal.ts";

export interface FactsFile {
  /** In the order in which the inquiries first stand in the file. */
  readonly inquiries: ReadonlyMap<InquiryId, readonly Fact[]>;
  /** What is no fact, in the file's order. */
  readonly refusals: readonly (Refusal & { readonly id: string | null })[];
}

const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/**
 * Every fact of a JSON list, of {"facts": […]} or of one a line, by inquiry. A fact whose id is not the hash of what it
 * says is none: nobody can have reported it so.
 *
 * @param at facts that happened or were said later are left out
 * @returns null after the file's problem was said
 */
export async function readFacts(terminal: Terminal, file: string, at: Instant): Promise<FactsFile | null> {
  const said = wordsOf(terminal);
  const text = await readText(file, terminal.language);
  if (!text.ok) {
    warn(terminal, ...text.problems.map((problem) => problemLine(problem, said)));
    return null;
  }
  const found = itemsOf(text.value);
  if (found.length === 0) {
    warn(terminal, said.noFacts);
    return null;
  }
  const facts: Fact[] = [];
  const refusals: (Refusal & { readonly id: string | null })[] = [];
  for (const [index, item] of found.entries()) {
    const fact = factOf(item, terminal);
    if ("error" in fact) refusals.push({ id: idOf(item), error: said.factLine(index + 1, fact.error) });
    else if (fact.at <= at && fact.saidAt <= at) facts.push(fact);
  }
  return { inquiries: groupedBy(facts, ({ inquiry }) => inquiry), refusals };
}

/** The list, or the lines; what is no JSON stays a text, and is refused in its place. */
function itemsOf(text: string): readonly unknown[] {
  const whole = parsed(text);
  if (Array.isArray(whole)) return whole as readonly unknown[];
  if (typeof whole === "object" && whole !== null && "facts" in whole && Array.isArray(whole.facts))
    return whole.facts as readonly unknown[];
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => parsed(line) ?? line);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function factOf(item: unknown, terminal: Terminal): Fact | Refusal {
  const said = wordsOf(terminal);
  const read = parseFact(item);
  if (!read.ok) return { error: said.factField(read.problems[0]?.path ?? "") };
  const fact = read.value;
  const times = { at: fact.at, saidAt: fact.saidAt, ...timesWithin(fact) };
  const odd = Object.entries(times).find(([, ms]) => ms < earliest || ms >= latest);
  if (odd !== undefined) return { error: said.outsideYears(odd[0], "2000", "2199") };
  if (fact.kind === "replied" && fact.promisedDay !== undefined && !isLocalDay(fact.promisedDay))
    return { error: said.factProblem("promisedDay", sentence("noSuchDay", terminal.language)) };
  const isOwnId = createHash("sha256").update(factContent(fact)).digest("base64url") === fact.id;
  return isOwnId ? fact : { error: said.factProblem("id", sentence("wrongId", terminal.language)) };
}

function timesWithin(fact: Fact): Readonly<Record<string, number>> {
  if (fact.kind === "receivedSet") return { receivedAt: fact.receivedAt };
  return fact.kind === "claimed" ? { until: fact.until } : {};
}

function idOf(item: unknown): string | null {
  const id = typeof item === "object" && item !== null && "id" in item ? item.id : null;
  return typeof id === "string" ? id : null;
}
