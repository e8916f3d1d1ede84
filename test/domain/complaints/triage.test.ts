/**
 * What users of other reply clocks complained of, as rules of ours: whose mail is a customer's.
 * The numbers are those of the research on peers, §3.
 */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { triage } from "../../../src/domain/triage/triage.ts";
import { messageOf, policy, type Draft } from "../../fixtures/triage/fixture.ts";

const decided = (draft: Draft) => triage(messageOf(draft), policy);

describe("complaint 15: bots' answers were taken for somebody's reply", () => {
  const markers = [
    { "Auto-Submitted": "auto-replied" },
    { "Auto-Submitted": "auto-generated (rule 3)" },
    { "X-Autoreply": "yes" },
    { "X-Auto-Response-Suppress": "All", "X-MS-Exchange-Inbox-Rules-Loop": "info@sprucefield.example" },
    { "Return-Path": "<>" },
    { Precedence: "auto_reply" },
  ] as const;

  test.each(markers.map((headers) => [headers]))(
    "%j marks a machine's message: it starts no clock and answers none",
    (headers) => {
      const decision = decided({ from: "desk@partner.example", subject: "Re: Snow on Elm Street", headers });
      expect(decision).toMatchObject({ onTheClock: false, reason: "automatic", channel: null });
    },
  );
});

describe("complaint 16: out-of-office mail without a telling header", () => {
  test.each([
    "Automatic reply: Snow on Elm Street",
    "Réponse automatique : Neige sur la rue de l’Orme",
    "Automatische Antwort: Schnee",
    "Out of Office: Snow on Elm Street",
  ])("its subject is enough, and a person can overrule: %s", (subject) => {
    const decision = decided({ from: "Ada Okafor <ada@mail.example>", subject, headers: {} });
    expect(decision).toMatchObject({ onTheClock: false, reason: "automatic", probable: true });
  });
});

describe("complaint 18: good mail was dropped for X-Auto-Response-Suppress or Precedence", () => {
  test("neither header alone takes a person's message off the clock, whatever it says", () => {
    const words = fc.constantFrom("All", "OOF", "DR, OOF, AutoReply", "bulk", "list", "junk", "first-class");
    fc.assert(
      fc.property(fc.constantFrom("X-Auto-Response-Suppress", "Precedence"), words, (name, value) => {
        const draft = {
          from: "Ada Okafor <ada@mail.example>",
          subject: "Snow on Elm Street",
          headers: { [name]: value },
        };
        expect(decided(draft)).toMatchObject({ onTheClock: true, channel: "email" });
      }),
    );
  });

  test("a post to a list is called a list's, never automatic, and stays for review", () => {
    const headers = { Precedence: "bulk", "List-Id": "<neighbours.lists.example>" };
    const decision = decided({ from: "Ada Okafor <ada@mail.example>", subject: "Snow on Elm Street", headers });
    expect(decision).toMatchObject({ onTheClock: false, reason: "bulk" });
    expect(decision.rule).toContain("list");
  });
});

describe("complaint 19: web-form mail comes from no-reply, with the customer in Reply-To", () => {
  test("mail of a configured portal is a customer's: by Reply-To, through the portal's channel", () => {
    const decision = decided({
      ...{ from: "no-reply@forms-vendor.example", replyTo: ["Ada Okafor <ada@mail.example>"] },
      ...{ subject: "New request: snow", headers: { "Auto-Submitted": "auto-generated" } },
    });
    expect(decision).toMatchObject({ onTheClock: true, channel: "portal", customer: { address: "ada@mail.example" } });
  });

  test("status mail of the same sender is none", () => {
    const decision = decided({ from: "no-reply@forms-vendor.example", subject: "Export ready", headers: {} });
    expect(decision).toMatchObject({ onTheClock: false, reason: "notification" });
  });

  test("another no-reply sender without a usable Reply-To stays off the clock", () => {
    for (const replyTo of [[], ["no-reply@shop.example"]]) {
      const decision = decided({ from: "no-reply@shop.example", replyTo, subject: "Your order", headers: {} });
      expect(decision.onTheClock).toBe(false);
    }
  });
});
