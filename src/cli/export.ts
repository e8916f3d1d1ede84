/** `civicreply export`: every inquiry as a row, or its facts one a line as `explain --facts` reads them. */
import { once } from "node:events";
import { setImmediate as turn } from "node:timers/promises";
import { isLocalDay } from "../domain/calendar/localDay.ts";
import { standingOf } from "../domain/inquiry/derive.ts";
import type { Fact } from "../domain/inquiry/fact.ts";
import { heldBy, type History } from "../domain/inquiry/inForce.ts";
import type { Instant, LocalDay } from "../domain/time.ts";
import type { FactStore } from "../server/store/factStore.ts";
import { csvLine } from "./csv.ts";
import { databaseOptions, historyOf, withStore } from "./database.ts";
import { columnNames, inquiryRow, receivedDay, type TakenApart } from "./inquiryRow.ts";
import { readOptions } from "./options.ts";
import { answer, done, misuse, wordsOf, type Terminal } from "./terminal.ts";

const options = {
  ...databaseOptions,
  format: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  bom: { type: "boolean" },
} as const;

/** Days of receipt, both included; null: since the first, or to the last. */
interface Span {
  readonly from: LocalDay | null;
  readonly to: LocalDay | null;
}

/** Inquiries held in memory at once; then the event loop turns, before which libsql frees nothing of what it read. */
const atOnce = 500;

export async function exportCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "export");
  const { help, format, from, to, bom = false, ...place } = asked.values;
  if (help === true) return answer(terminal, said.help.export);
  const [extra] = asked.positionals;
  if (extra !== undefined) return misuse(terminal, said.unexpected(extra), "export");
  if (format !== "csv" && format !== "json") return misuse(terminal, said.sayFormat, "export");
  const span = spanOf(from, to);
  if (span === null) return misuse(terminal, said.sayDays, "export");
  return withStore(terminal, place, async (store) => {
    const history = await historyOf(store);
    const now = terminal.now();
    const inWriting = format === "csv" ? asRow : asFacts;
    await write(terminal, (bom ? "\uFEFF" : "") + (format === "csv" ? csvLine(columnNames) : ""));
    for await (const page of pagesOf(store)) {
      const all = page.map((facts): Known => ({ facts, inquiry: takenApart(facts, history, now) }));
      await write(
        terminal,
        all
          .filter(({ inquiry }) => isIn(span, inquiry))
          .map(inWriting)
          .join(""),
      );
    }
    return done;
  });
}

function spanOf(from: string | undefined, to: string | undefined): Span | null {
  const days = [from, to].map((text) => (text === undefined ? null : isLocalDay(text) ? text : undefined));
  const [first, last] = days;
  if (first === undefined || last === undefined) return null;
  return first !== null && last !== null && first > last ? null : { from: first, to: last };
}

interface Known {
  readonly facts: readonly Fact[];
  /** Null while nothing says that it arrived: it counts nowhere yet. */
  readonly inquiry: TakenApart | null;
}

/** Each inquiry as it is when its page is read. */
async function* pagesOf(store: FactStore): AsyncGenerator<readonly (readonly Fact[])[]> {
  for (let after = ""; ;) {
    const page = await store.inquiriesAfter(after, atOnce);
    const last = [...page.keys()].at(-1);
    if (last === undefined) return;
    yield [...page.values()];
    after = last;
    await turn();
  }
}

function takenApart(facts: readonly Fact[], history: History, now: Instant): TakenApart | null {
  const rules = heldBy(facts, history)?.version.rules;
  const standing = rules === undefined ? null : standingOf(facts, rules, now);
  return rules === undefined || standing === null ? null : { standing, rules };
}

function isIn({ from, to }: Span, inquiry: TakenApart | null): boolean {
  if (inquiry === null) return from === null && to === null;
  const day = receivedDay(inquiry);
  return (from === null || from <= day) && (to === null || day <= to);
}

function asRow({ inquiry }: Known): string {
  return inquiry === null ? "" : csvLine(inquiryRow(inquiry));
}

function asFacts({ facts }: Known): string {
  return facts.map((fact) => `${JSON.stringify(fact)}\n`).join("");
}

async function write({ output }: Terminal, text: string): Promise<void> {
  if (!output.write(text)) await once(output, "drain");
}
