/** `civicreply export`: every inquiry as a row, or its facts one a line as `explain --facts` reads them. */
import { once } from "node:events";
import { exportedInquiries, receiptDays, type Exported } from "../server/export/inquiries.ts";
import { csvFormat, inquiryRow } from "../server/export/inquiryRow.ts";
import { databaseOptions, historyOf, withStore } from "./database.ts";
import { readOptions } from "./options.ts";
import { answer, done, misuse, wordsOf, type Terminal } from "./terminal.ts";

const options = {
  ...databaseOptions,
  format: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  bom: { type: "boolean" },
} as const;

export async function exportCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "export");
  const { help, format, from, to, bom = false, ...place } = asked.values;
  if (help === true) return answer(terminal, said.help.export);
  const [extra] = asked.positionals;
  if (extra !== undefined) return misuse(terminal, said.unexpected(extra), "export");
  if (format !== "csv" && format !== "json") return misuse(terminal, said.sayFormat, "export");
  const days = receiptDays(from, to);
  if ("code" in days) return misuse(terminal, said.sayDays, "export");
  return withStore(terminal, place, async (store) => {
    const history = await historyOf(store);
    const inWriting = format === "csv" ? asRow : asFacts;
    await write(terminal, (bom ? "\uFEFF" : "") + (format === "csv" ? csvFormat.head : ""));
    for await (const page of exportedInquiries(store, history, { days, departments: null }, terminal.now()))
      await write(terminal, page.map(inWriting).join(""));
    return done;
  });
}

function asRow({ inquiry }: Exported): string {
  return inquiry === null ? "" : csvFormat.line(inquiryRow(inquiry));
}

function asFacts({ facts }: Exported): string {
  return facts.map((fact) => `${JSON.stringify(fact)}\n`).join("");
}

async function write({ output }: Terminal, text: string): Promise<void> {
  if (!output.write(text)) await once(output, "drain");
}
