import { describe, expect, test } from "@jest/globals";
import type { Addin, MessageView } from "../../src/addin/addin.ts";
import { arrival, hasArrivalDay } from "../../src/addin/arrivalDay.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import { city, message, rules, settled, world, type World } from "../support/ports.ts";
import { at, day } from "../support/time.ts";

const options = { dice: () => 0.5, scopes: [] };
const view = (addin: Addin) => addin.state().view as MessageView;
const now = at("Fri 2026-11-20 11:00");

async function withLetter(w: World): Promise<Addin> {
  w.mail.open(message());
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  await addin.setChannel("letter");
  return addin;
}

describe("a day of arrival", () => {
  test("counts from the opening of the office", () => {
    expect(arrival("2026-11-18", rules.calendar, now)).toEqual({ ok: true, at: at("Wed 2026-11-18 08:30") });
  });

  test("that is today counts from the opening, or from now before it", () => {
    expect(arrival("2026-11-20", rules.calendar, now)).toEqual({ ok: true, at: at("Fri 2026-11-20 08:30") });
    const early = at("Fri 2026-11-20 07:00");
    expect(arrival("2026-11-20", rules.calendar, early)).toEqual({ ok: true, at: early });
  });

  test("may be one on which the office was closed", () => {
    expect(arrival("2026-11-15", rules.calendar, now)).toEqual({ ok: true, at: at("Sun 2026-11-15 00:00") });
    expect(arrival("2026-11-11", rules.calendar, now)).toEqual({ ok: true, at: at("Wed 2026-11-11 00:00") });
  });

  test("is none to come, none longer ago than 60 days, and a day at all", () => {
    expect(arrival("2026-11-21", rules.calendar, now)).toEqual({ ok: false, why: "toCome" });
    expect(arrival("2026-09-21", rules.calendar, now).ok).toBe(true);
    expect(arrival("2026-09-20", rules.calendar, now)).toEqual({ ok: false, why: "tooLongAgo" });
    expect(arrival("2026-02-30", rules.calendar, now)).toEqual({ ok: false, why: "incomplete" });
    expect(arrival("", rules.calendar, now)).toEqual({ ok: false, why: "incomplete" });
  });

  test("belongs to letters and voice messages alone", () => {
    const voice = {
      ...city,
      channels: { ...city.channels, voice: { name: "Voice mail", kind: "voicemail" as const } },
    };
    expect(["letter", "voice", "email", "gone"].map((channel) => hasArrivalDay(voice, channel))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

test("a letter’s day of arrival moves date and explanation at once, and can be taken back", async () => {
  const w = world();
  const addin = await withLetter(w);
  expect(view(addin).standing?.due?.dueDay).toBe(day("Fri 2026-11-27"));
  await addin.setReceivedDay(day("Mon 2026-11-16"));
  expect(view(addin)).toMatchObject({
    undo: "received",
    standing: { receivedAt: at("Mon 2026-11-16 08:30"), timeSource: "person", due: { dueDay: day("Mon 2026-11-23") } },
    explanation: { timeSource: "person", receivedAt: at("Mon 2026-11-16 08:30") },
  });
  await settled();
  expect(w.service.standings(now)[0]?.due?.dueDay).toBe(day("Mon 2026-11-23"));
  await addin.undo();
  expect(view(addin).standing).toMatchObject({ timeSource: "created", due: { dueDay: day("Fri 2026-11-27") } });
});

test("a day of arrival stays on the message: another computer shows it", async () => {
  const here = world();
  await (await withLetter(here)).setReceivedDay(day("Mon 2026-11-16"));
  const there = world();
  there.mail.decisionsOf.set("item-1", here.mail.decisionsOf.get("item-1") ?? { observations: [] });
  there.mail.open(message());
  const addin = createAddin(there.ports, options);
  await addin.start();
  expect(view(addin).standing?.receivedAt).toBe(at("Mon 2026-11-16 08:30"));
});

test("an e-mail has no other day of arrival, and a letter none to come: both are bugs", async () => {
  const addin = await withLetter(world());
  await expect(addin.setReceivedDay(day("Mon 2026-11-23"))).rejects.toThrow(RangeError);
  await addin.setChannel("email");
  await expect(addin.setReceivedDay(day("Mon 2026-11-16"))).rejects.toThrow(RangeError);
});
