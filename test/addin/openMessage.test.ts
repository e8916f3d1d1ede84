import { expect, test } from "@jest/globals";
import type { MessageView } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import type { OpenMessage } from "../../src/addin/ports.ts";
import {
  city,
  cityWithApp,
  message,
  openNotice,
  receivedHeader,
  sentReply,
  served,
  settled,
  world,
  type World,
} from "../support/ports.ts";
import { at, day } from "../support/time.ts";

const options = { dice: () => 0.5, scopes: [] };

async function started(w: World, item: OpenMessage | null = message()) {
  w.mail.open(item);
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

function shown(addin: { state(): { view: { kind: string } } }): MessageView {
  const { view } = addin.state();
  expect(view.kind).toBe("message");
  return view as MessageView;
}

test("a customer's message of Friday morning is due on Tuesday at closing", async () => {
  const view = shown(await started(world()));
  expect(view.standing?.due?.dueDay).toBe(day("Tue 2026-11-24"));
  expect(view.standing?.due?.dueAt).toBe(at("Tue 2026-11-24 16:30"));
  expect(view.standing?.department).toBe("planning");
  expect(view.businessDaysLeft).toBe(2);
  expect(view.waiting).toBe(1);
  expect(view.canWriteBack).toBe(true);
});

test("the top Received header tells the time of receipt, not the creation of the item", async () => {
  const w = world();
  w.mail.headersOf.set("item-1", receivedHeader("Fri, 20 Nov 2026 23:45:10 +0000 (UTC)"));
  const view = shown(await started(w));
  expect(view.standing?.receivedAt).toBe(at("Fri 2026-11-20 17:45:10"));
  expect(view.standing?.timeSource).toBe("header");
  expect(view.standing?.due?.dueDay).toBe(day("Wed 2026-11-25"));
});

test("without headers the item's creation counts, and one notice says that headers are unknown", async () => {
  const w = world();
  w.mail.headersOf.set("item-1", null);
  const addin = await started(w);
  expect(shown(addin).standing?.timeSource).toBe("created");
  expect(addin.state().notices.map(({ code }) => code)).toEqual(["headersUnknown"]);
});

test("a message from before the policy's first counting day is neither due nor reported", async () => {
  const w = world();
  const view = shown(await started(w, message({ createdAt: at("Wed 2025-12-31 09:00", -420) })));
  expect(view.standing).toBeNull();
  expect(view.triage).toMatchObject({ onTheClock: false, rule: "counts-from" });
  expect(w.service.facts).toHaveLength(0);
});

test("an automatic answer is off the clock and leaves no trace in ledger or service", async () => {
  const w = world();
  w.mail.headersOf.set("item-1", [
    ...receivedHeader("Fri, 20 Nov 2026 10:00:00 -0600"),
    ["Auto-Submitted", "auto-replied"],
  ]);
  const view = shown(await started(w));
  expect(view.standing).toBeNull();
  expect(view.triage.reason).toBe("automatic");
  expect(await w.ports.storage.ledger.all()).toHaveLength(0);
  expect(w.service.facts).toHaveLength(0);
});

test("looking at a message twice reports it once", async () => {
  const w = world();
  const addin = await started(w);
  await w.clock.turnTo(at("Fri 2026-11-20 12:00"));
  await addin.refresh();
  await settled();
  expect(w.service.facts.filter(({ kind }) => kind === "received")).toHaveLength(1);
  expect(w.service.facts).toHaveLength(1);
});

test("on track puts no category and no bar on a message; due today puts both", async () => {
  const w = world();
  const addin = await started(w);
  expect(w.mail.categories.at(-1)).toEqual(["item-1", null]);
  expect(w.mail.bars.at(-1)).toBeNull();
  await w.clock.turnTo(at("Tue 2026-11-24 09:00"));
  expect(shown(addin).standing?.state).toBe("dueToday");
  expect(w.mail.categories.at(-1)).toEqual(["item-1", "replyDueToday"]);
  expect(w.mail.bars.at(-1)).toEqual({ text: "Reply due today by 4:30 p.m." });
});

test("where Outlook refuses categories the bar alone says it, and one notice why", async () => {
  const w = world({}, at("Thu 2026-11-26 10:00"));
  w.mail.refuses.set("categorise", "unsupported");
  const addin = await started(w);
  expect(w.mail.bars.at(-1)?.text).toContain("overdue");
  expect(addin.state().notices.map(({ code }) => code)).toEqual(["categoriesUnsupported"]);
});

test("a pinned pane follows the item and survives none", async () => {
  const w = world();
  const addin = await started(w);
  w.mail.open(null);
  await w.mail.changed();
  expect(addin.state().view).toEqual({ kind: "nothing" });
  w.mail.open(
    message({ itemId: "item-2", internetMessageId: "<two@mail.example>", conversationId: "c-2", subject: "Snow" }),
  );
  await w.mail.changed();
  expect(shown(addin).subject).toBe("Snow");
});

test("an answer that comes back after another item was opened changes nothing", async () => {
  const w = world();
  const addin = await started(w, null);
  let release: () => void = () => undefined;
  w.mail.hold = new Promise((resolve) => {
    release = resolve;
  });
  w.mail.open(message());
  await w.mail.changed();
  w.mail.hold = null;
  w.mail.open(
    message({ itemId: "item-2", internetMessageId: "<two@mail.example>", conversationId: "c-2", subject: "Snow" }),
  );
  await w.mail.changed();
  release();
  await settled();
  expect(shown(addin).subject).toBe("Snow");
  expect((await w.ports.storage.ledger.all()).map(({ subject }) => subject)).toEqual(["Snow"]);
});

test("a reminder joins the oldest waiting message and never resets its clock", async () => {
  const w = world();
  const addin = await started(w);
  const reminder = message({
    itemId: "item-2",
    internetMessageId: "<two@mail.example>",
    createdAt: at("Mon 2026-11-23 09:00"),
  });
  await w.clock.turnTo(at("Mon 2026-11-23 10:00"));
  w.mail.open(reminder);
  await w.mail.changed();
  const view = shown(addin);
  expect(view.standing?.due?.dueDay).toBe(day("Tue 2026-11-24"));
  expect(view.waiting).toBe(2);
  expect(w.service.standings(w.clock.now())).toHaveLength(1);
});

test("a new message after an answer is an inquiry of its own, with its own clock", async () => {
  const w = world();
  const addin = await started(w);
  w.mailbox.put("sent-1", sentReply());
  await w.clock.turnTo(at("Fri 2026-11-20 14:05"));
  await addin.refresh();
  w.mail.open(
    message({ itemId: "item-2", internetMessageId: "<two@mail.example>", createdAt: at("Mon 2026-11-23 09:00") }),
  );
  await w.clock.turnTo(at("Mon 2026-11-23 10:00"));
  await w.mail.changed();
  expect(shown(addin).standing?.due?.dueDay).toBe(day("Wed 2026-11-25"));
  expect(
    w.service
      .standings(w.clock.now())
      .map(({ state }) => state)
      .sort(),
  ).toEqual(["onTrack", "repliedInTime"]);
});

test("a reminder whose older message was answered before it came leads its own inquiry after all", async () => {
  const w = world({}, at("Mon 2026-11-23 10:00"));
  const addin = await started(w);
  w.mail.open(
    message({ itemId: "item-2", internetMessageId: "<two@mail.example>", createdAt: at("Mon 2026-11-23 09:00") }),
  );
  await w.mail.changed();
  expect(shown(addin).waiting).toBe(2);
  w.mailbox.put("sent-1", sentReply());
  await w.clock.turnTo(at("Mon 2026-11-23 10:05"));
  await addin.refresh();
  await addin.refresh();
  await settled();
  expect(shown(addin).standing).toMatchObject({ closed: false, due: { dueDay: day("Wed 2026-11-25") } });
  expect(
    w.service
      .standings(w.clock.now())
      .map(({ state }) => state)
      .sort(),
  ).toEqual(["onTrack", "repliedInTime"]);
});

test("a client that cannot read headers does not unsay what another read in them", async () => {
  const w = world();
  w.mail.headersOf.set("item-1", [
    ...receivedHeader("Fri, 20 Nov 2026 10:00:00 -0600"),
    ["Auto-Submitted", "auto-replied"],
  ]);
  const addin = await started(w);
  await addin.include();
  await addin.undo();
  expect(shown(addin).standing?.state).toBe("excluded");
  w.mail.headersOf.set("item-1", null);
  await addin.refresh();
  expect(shown(addin).standing?.state).toBe("excluded");
});

test("a reminder that was opened first becomes a duplicate once the older message is opened", async () => {
  const w = world({}, at("Mon 2026-11-23 10:00"));
  const reminder = message({
    itemId: "item-2",
    internetMessageId: "<two@mail.example>",
    createdAt: at("Mon 2026-11-23 09:00"),
  });
  const addin = await started(w, reminder);
  expect(shown(addin).standing?.due?.dueDay).toBe(day("Wed 2026-11-25"));
  w.mail.open(message());
  await w.mail.changed();
  expect(shown(addin).waiting).toBe(2);
  w.mail.open(reminder);
  await w.mail.changed();
  expect(shown(addin).standing?.due?.dueDay).toBe(day("Tue 2026-11-24"));
  const reported = w.service.standings(w.clock.now());
  expect(reported.map(({ state }) => state).sort()).toEqual(["dueSoon", "excluded"]);
  expect(reported.some(({ excludedAfterDue }) => excludedAfterDue)).toBe(false);
});

test("a stranger in the same conversation is an inquiry of their own", async () => {
  const w = world();
  const addin = await started(w);
  const other = { name: "Ben Roy", address: "ben@mail.example" };
  w.mail.open(
    message({
      itemId: "item-2",
      internetMessageId: "<two@mail.example>",
      from: other,
      createdAt: at("Fri 2026-11-20 10:50"),
    }),
  );
  await w.mail.changed();
  expect(shown(addin).waiting).toBe(1);
  expect(w.service.standings(w.clock.now())).toHaveLength(2);
});

test("what a colleague reported of the same message counts here too", async () => {
  const first = world();
  await started(first);
  const second = world();
  const inquiry = first.service.facts[0]?.inquiry;
  const replied = {
    kind: "replied" as const,
    replyKind: "answer" as const,
    way: "phone" as const,
    seenIn: "person" as const,
    at: at("Fri 2026-11-20 10:30"),
    saidAt: at("Fri 2026-11-20 10:31"),
    by: "person" as const,
    id: "x".repeat(43) as never,
    inquiry: inquiry as never,
  };
  second.service.take([replied]);
  const addin = await started(second);
  expect(shown(addin).standing?.state).toBe("repliedInTime");
});

test("a department with its own calendar: due date, time left and explanation are by it", async () => {
  const weekends = { ...city.calendar, weekly: { sat: [["12:00", "20:00"]], sun: [["12:00", "20:00"]] } } as const;
  const planning = { ...city.departments!["planning"]!, calendar: weekends };
  const policy = { ...city, departments: { planning } };
  const view = shown(
    await started(world({ shippedPolicy: () => Promise.resolve({ ...served, policy }), service: null })),
  );
  // Received on Friday: counts as received on Saturday, due on the second weekend day after it.
  expect(view.standing?.due?.dueAt).toBe(at("Sat 2026-11-28 20:00"));
  expect(view.explanation?.due).toEqual(view.standing?.due);
  expect([view.businessDaysLeft, view.businessMsLeft]).toEqual([3, 24 * 3_600_000]);
});

test("a customer whom only a notice's text names can be written to, though not by Reply", async () => {
  const w = world({ shippedPolicy: () => Promise.resolve(cityWithApp), service: null });
  openNotice(w.mail);
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  const view = shown(addin);
  expect(view.customer).toEqual({ name: "Ada Okafor", address: "ada@mail.example" });
  expect([view.canWriteBack, view.triage.customerInText]).toEqual([true, true]);
});
