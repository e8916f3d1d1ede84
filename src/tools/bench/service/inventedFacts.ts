/** Facts as a city's panes would tell them: received over a year and more, nine of ten answered within a few days. */
import { createHash } from "node:crypto";
import type { Fact, FactId, InquiryId, Observation } from "../../../domain/inquiry/fact.ts";
import { factContent } from "../../../domain/inquiry/factId.ts";
import { instant } from "../../../domain/time.ts";

export const theMoment = instant(Date.UTC(2026, 10, 25, 18));
export const departments = ["planning", "parks", "roads", "clerk", "fire"] as const;

/** The city's document with these departments. */
export function withDepartments(document: object): object {
  return { ...document, departments: Object.fromEntries(departments.map((id) => [id, { name: id }])) };
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** @param index of the inquiry @param count of all: the last one came just now */
export function inquiryFacts(
  index: number,
  count: number,
  channels: readonly string[],
  spanMs: number,
): readonly Fact[] {
  const at = instant(theMoment - hourMs - Math.floor(((count - index) * spanMs) / count));
  const inquiry = hash(`inquiry ${index}`) as InquiryId;
  const department = departments[index % departments.length] ?? null;
  const facts = [
    named(inquiry, {
      kind: "received",
      channel: channels[index % channels.length] ?? "",
      ...{ department, mailboxKind: "shared", timeSource: "exchange", at, saidAt: at, by: "rule" },
    }),
  ];
  const answered = instant(at + (1 + (index % 90)) * hourMs);
  if (index % 10 !== 0 && answered < theMoment) {
    const reply = { kind: "replied", replyKind: "answer", way: "email", seenIn: "sentItems" } as const;
    facts.push(named(inquiry, { ...reply, at: answered, saidAt: answered, by: "rule" }));
  }
  return facts;
}

/** The first `count` facts of these inquiries. */
export function manyFacts(count: number, channels: readonly string[], spanMs: number, first = 0): readonly Fact[] {
  const facts: Fact[] = [];
  for (let index = first; facts.length < count; index += 1)
    facts.push(...inquiryFacts(index, first + count, channels, spanMs));
  return facts.slice(0, count);
}

function named(inquiry: InquiryId, observation: Observation): Fact {
  return { ...observation, id: hash(factContent(observation)) as FactId, inquiry };
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
