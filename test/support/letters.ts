/** Messages of a mailbox as the domain sees them, and what is made of them. */
import { instant } from "../../src/domain/time.ts";
import { createHash } from "node:crypto";
import { inquiriesIn, type Found, type ToldOf } from "../../src/domain/mailbox/inquiries.ts";
import type { Reader } from "../../src/domain/mailbox/judge.ts";
import type { SeenMessage } from "../../src/domain/mailbox/seen.ts";
import type { Observation } from "../../src/domain/inquiry/fact.ts";
import { rules } from "./ports.ts";
import { at } from "./time.ts";

export const robin = "robin@pinewood.example";
export const planning = "planning@pinewood.example";
export const ada = { name: "Ada Okafor", address: "ada@mail.example" };
export const ben = { name: "Ben Small", address: "ben@mail.example" };
const me = { name: "Robin Clerk", address: robin };

/** From Ada to Robin, in the conversation "fence". @param when `at` of a time, unless the change says so */
export function letter(name: string, when: string, change: Partial<SeenMessage> = {}): SeenMessage {
  return {
    key: `${change.mailbox ?? ""} ${name}`,
    mailbox: "",
    place: "here",
    internetMessageId: `<${name}>`,
    conversationId: "fence",
    subject: "Fence",
    from: ada,
    sender: null,
    replyTo: [],
    to: [me],
    cc: [],
    bcc: [],
    receivedAt: at(when),
    timeSource: "exchange",
    sentAt: at(when),
    isDraft: false,
    itemClass: "IPM.Note",
    parts: [],
    headers: [],
    headersAsked: true,
    said: { thanks: false, asks: true, customer: null },
    forwardedFrom: null,
    answers: [],
    stamp: null,
    decisions: [],
    ...change,
  };
}

/** From Robin to Ada, in Sent Items. */
export function sent(name: string, when: string, answers: readonly string[], change: Partial<SeenMessage> = {}) {
  const ids = answers.map((each) => `<${each}>`);
  return letter(name, when, { place: "sent", from: me, to: [ada], subject: "RE: Fence", answers: ids, ...change });
}

export function reader(change: Partial<Reader> = {}): Reader {
  return {
    rules,
    address: robin,
    own: new Set([robin, planning]),
    joinedAt: () => null,
    lookBackFrom: instant(0),
    never: () => false,
    ...change,
  };
}

export const hash = (text: string) => createHash("sha256").update(text).digest("base64url");

export function found(messages: readonly SeenMessage[], by = reader(), told: ToldOf = () => []): Found {
  return inquiriesIn(messages, told, by, hash);
}

/** Each inquiry in one line: "<a> <b>: replied, returned", its first message leading. */
export function inShort({ inquiries }: Found): readonly string[] {
  return inquiries.map(({ name, letters, seen }) => {
    const members = letters.map((each) => each.name).filter((each) => each !== name);
    const happened = seen.map(({ kind }) => kind).filter((kind) => kind !== "received");
    return [[name, ...members].join(" "), happened.join(" ")].join(": ").replace(/: $/, "");
  });
}

export function person(
  observation: { readonly kind: "included" } | { readonly kind: "excluded"; readonly reason: string },
  when: string,
): Observation {
  return { ...observation, at: at(when), saidAt: at(when), by: "person" };
}
