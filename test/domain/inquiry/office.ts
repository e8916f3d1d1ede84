/** The office of these tests: weekdays 08:30 to 16:30 in Alberta, two business days for e-mail. */
import type { Fact, FactId, InquiryId, MailboxKind, Observation } from "../../../src/domain/inquiry/fact.ts";
import { factContent } from "../../../src/domain/inquiry/factId.ts";
import { rulesOf as rulesFrom, type Rules } from "../../../src/domain/inquiry/rules.ts";
import type { HighVolumePeriod, Policy } from "../../../src/domain/policy/policy.ts";
import type { Instant, LocalDay } from "../../../src/domain/time.ts";
import { policy } from "../../fixtures/triage/fixture.ts";
import { at, day } from "../../support/time.ts";

const zone = { zone: "America/Edmonton", tzdata: "2026f", base: -360, transitions: [] };

export function rulesOf(changes: Partial<Policy> = {}): Rules {
  return rulesFrom({ policy: { ...policy, ...changes }, zones: [zone] });
}

/** Twice the time for e-mail. */
export const storm: HighVolumePeriod = {
  id: "storm",
  from: day("Fri 2026-11-20"),
  to: day("Mon 2026-11-23"),
  authority: "City Manager",
  reason: "Snow",
  responseDays: { email: 4 },
};

export const inquiry = "inquiry-1" as InquiryId;

/** The content itself stands for its hash: equal content, equal id. */
export function fact(observation: Observation): Fact {
  return { ...observation, id: factContent(observation) as FactId, inquiry };
}

type Said = Partial<Pick<Observation, "saidAt" | "by">>;

export const receivedAt = at("Fri 2026-11-20 10:00");

export function received(
  when: Instant = receivedAt,
  channel = "email",
  more: Said & { department?: string; mailboxKind?: MailboxKind } = {},
): Fact {
  return fact({
    kind: "received",
    channel,
    department: "planning",
    mailboxKind: "shared",
    timeSource: "exchange",
    at: when,
    saidAt: when,
    by: "rule",
    ...more,
  });
}

export function replied(
  when: Instant,
  replyKind: "acknowledgement" | "holding" | "part" | "answer" | "unknown" = "answer",
  more: Said & { promisedDay?: LocalDay } = {},
): Fact {
  return fact({
    kind: "replied",
    replyKind,
    way: "email",
    seenIn: "sentItems",
    at: when,
    saidAt: when,
    by: "rule",
    ...more,
  });
}

/** A person's word, said at the time it is about. */
export function said(
  body:
    | { kind: "included" | "compliment" }
    | { kind: "excluded"; reason: string }
    | { kind: "channelSet"; channel: string }
    | { kind: "departmentSet"; department: string }
    | { kind: "receivedSet"; receivedAt: Instant }
    | { kind: "claimed"; until: Instant }
    | { kind: "retracted"; fact: FactId }
    | { kind: "returned"; reply: FactId },
  when: Instant,
  by: "person" | "rule" = "person",
): Fact {
  return fact({ ...body, at: when, saidAt: when, by });
}
