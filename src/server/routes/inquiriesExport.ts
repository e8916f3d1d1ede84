/** GET /api/inquiries.csv and .ndjson: a line for each inquiry, for those who may see its department's figures. */
import { Readable } from "node:stream";
import type { Instant, LocalDay } from "../../domain/time.ts";
import { firstOfMonth } from "../../domain/timeliness/counts.ts";
import { telling } from "../../domain/timeliness/told.ts";
import { exportedInquiries, receiptDays, type Exported, type ExportQuestion } from "../export/inquiries.ts";
import {
  csvFormat,
  inquiryRow,
  ndjsonFormat,
  replyTimeColumns,
  type RowFormat,
  type TakenApart,
} from "../export/inquiryRow.ts";
import type { Sight } from "../identity/access.ts";
import type { AppParts } from "../parts.ts";
import { refuse } from "../refusal.ts";
import type { AuditEntry } from "../store/auditLog.ts";
import { departmentsAsked, departmentsSeen, tellable } from "./departmentsAsked.ts";
import { sendFile, type SentFile } from "./file.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";
import { doerOf } from "./upkeep.ts";

export interface InquiriesFile extends SentFile {
  readonly format: RowFormat;
}

export const csvFile: InquiriesFile = { name: "inquiries.csv", media: "text/csv", format: csvFormat };
export const ndjsonFile: InquiriesFile = {
  ...{ name: "inquiries.ndjson", media: "application/x-ndjson", format: ndjsonFormat },
};

/** Facts of an earlier time are refused (factCheck.ts). */
const firstFact = "2000-01-01" as LocalDay;

/** Everyone sees who exported: noted before the first line is sent, so that one that broke off is known too. */
export function inquiriesExportHandler(
  parts: AppParts,
  file: InquiriesFile,
): Handler<RouteOf<"inquiriesCsv" | "inquiriesNdjson">> {
  const { store, policy } = parts;
  return async ({ query, caller, request, reply }) => {
    const { sight } = caller;
    const days = receiptDays(query.from, query.to);
    if ("code" in days) return refuse(request, reply, days);
    const at = parts.now();
    const isHidden = await hiddenFrom(parts, sight, at);
    await store.audit.note("exported", doerOf(caller), at, { file: file.name, ...said(query) });
    const question = { days, departments: departmentsAsked(query, sight, policy.rules.policy) };
    return sendFile(reply, file, Readable.from(linesOf(parts, question, file.format, isHidden, at)));
  };
}

/** What was asked for, as far as anything was. */
function said(query: Readonly<Record<string, string | undefined>>): AuditEntry["details"] {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function* linesOf(
  { store }: AppParts,
  question: ExportQuestion,
  { head, line }: RowFormat,
  isHidden: (inquiry: TakenApart) => boolean,
  now: Instant,
): AsyncGenerator<string> {
  const lineOf = ({ inquiry }: Exported): string =>
    inquiry === null ? "" : line(inquiryRow(inquiry, isHidden(inquiry) ? replyTimeColumns : undefined));
  if (head !== "") yield head;
  for await (const page of exportedInquiries(store, await store.history(), question, now)) {
    const text = page.map(lineOf).join("");
    if (text !== "") yield text;
  }
}

/**
 * Of which inquiries it is not told how long the reply took: where the series would not tell it of their department,
 * channel and month. What names no reply has nothing to hide.
 */
async function hiddenFrom(
  { store, policy }: AppParts,
  sight: Sight,
  now: Instant,
): Promise<(inquiry: TakenApart) => boolean> {
  const { calendar, policy: city } = policy.rules;
  const sinceFirst = { from: firstFact, to: calendar.localDay(now) };
  const replies = await store.replies(departmentsSeen(null, sight), sinceFirst, "month");
  const isTold = telling(tellable(replies, { sight, policy: city, covered: await store.covered() }));
  const known = new Map<string, boolean>();
  return ({ standing: { department, channel, metAt, acknowledgedAt }, rules }) => {
    const at = metAt ?? acknowledgedAt;
    if (at === null) return false;
    const month = firstOfMonth(rules.calendar.localDay(at));
    const key = JSON.stringify([department, channel, month]);
    const told = known.get(key) ?? isTold({ departments: [department ?? ""], channel }, { from: month });
    known.set(key, told);
    return !told;
  };
}
