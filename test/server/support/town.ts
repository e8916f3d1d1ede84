/** An invented town: its policy document, and facts as its staff's panes would tell them. */
import { createHash, createHmac } from "node:crypto";
import type { Fact, FactId, InquiryId, Observation } from "../../../src/domain/inquiry/fact.ts";
import { factContent } from "../../../src/domain/inquiry/factId.ts";
import { currentPolicy, type CurrentPolicy } from "../../../src/server/currentPolicy.ts";
import { at } from "../../support/time.ts";

const office = [["08:30", "16:30"]];

export const planningMailbox = "planning@elmbend.example";

export const townPolicy = {
  name: "Town of Elm Bend",
  version: "2026-1",
  calendar: {
    timeZone: "America/Edmonton",
    weekly: { mon: office, tue: office, wed: office, thu: office, fri: office },
    closures: [{ date: "2026-12-25", name: "Christmas Day" }],
    special: {},
    nominalDayMinutes: 480,
    confirmedThrough: "2027-12-31",
  },
  counting: { receipt: "hours", count: "exclude", due: "close", met: ["holding", "part", "answer"] },
  channels: {
    email: { name: "E-mail", kind: "email", responseDays: 2 },
    voicemail: { name: "Voice mail", kind: "voicemail", responseDays: 1 },
  },
  departments: {
    planning: { name: "Planning", mailboxes: [planningMailbox], function: "permits" },
    parks: { name: "Parks" },
  },
  functions: { permits: { name: "Permits" } },
  reasons: ["thanks", "duplicate"],
};

export function town(): CurrentPolicy {
  return townWith({});
}

export function townWith(changes: Readonly<Record<string, unknown>>): CurrentPolicy {
  const read = currentPolicy({ ...townPolicy, ...changes });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

export function inquiryId(messageId: string): InquiryId {
  return createHmac("sha256", "elm bend").update(messageId).digest("base64url") as InquiryId;
}

/** A fact as a pane makes it: named by the hash of its content. */
export function fact(inquiry: InquiryId, observation: Observation): Fact {
  const id = createHash("sha256").update(factContent(observation)).digest("base64url") as FactId;
  return { ...observation, id, inquiry };
}

type Changes = Partial<Extract<Observation, { kind: "received" }>>;

export function received(messageId: string, when = "Mon 2026-11-23 10:00", changes: Changes = {}): Fact {
  return fact(inquiryId(messageId), {
    kind: "received",
    channel: "email",
    department: "planning",
    mailboxKind: "shared",
    timeSource: "exchange",
    at: at(when),
    saidAt: at(when),
    by: "rule",
    ...changes,
  });
}

export function replied(messageId: string, when: string): Fact {
  return fact(inquiryId(messageId), {
    kind: "replied",
    replyKind: "answer",
    way: "email",
    seenIn: "sentItems",
    at: at(when),
    saidAt: at(when),
    by: "rule",
  });
}
