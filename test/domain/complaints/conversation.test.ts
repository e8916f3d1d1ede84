/**
 * What users of other reply clocks complained of, as rules of ours: who answered whom, seen through the add-in.
 * The numbers are those of the research on peers, §3.
 */
import { describe, expect, test } from "@jest/globals";
import { createAddin } from "../../../src/addin/createAddin.ts";
import type { Standing } from "../../../src/domain/inquiry/standing.ts";
import { answeredBy, type SentFacts, type WaitingMessage } from "../../../src/domain/matching/match.ts";
import { message, sentReply, settled, world, type World } from "../../support/ports.ts";
import { at } from "../../support/time.ts";

type Addin = ReturnType<typeof createAddin>;
type MessageView = Extract<ReturnType<Addin["state"]>["view"], { kind: "message" }>;
type OpenMessage = ReturnType<typeof message>;
type SentReply = ReturnType<typeof sentReply>;

const options = { dice: () => 0.5, scopes: [] };

async function started(w: World, item: OpenMessage): Promise<Addin> {
  w.mail.open(item);
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

async function opened(w: World, addin: Addin, item: OpenMessage): Promise<MessageView> {
  w.mail.open(item);
  await w.mail.changed();
  return shown(addin);
}

function putSent(w: World, reply: SentReply): void {
  w.mailbox.put(`item of ${reply.internetMessageId}`, reply);
}

async function sent(w: World, addin: Addin, reply: SentReply, now: string): Promise<void> {
  putSent(w, reply);
  await w.clock.turnTo(at(now));
  await addin.refresh();
  await settled();
}

const shown = (addin: Addin): MessageView => addin.state().view as MessageView;
const standings = (w: World): readonly Standing[] => w.service.standings(w.clock.now());

const second = message({
  itemId: "item-2",
  internetMessageId: "<two@mail.example>",
  createdAt: at("Mon 2026-11-23 09:00"),
});

describe("complaint 11: a reopened thread was measured from its first message", () => {
  test("a message after our reply is a new inquiry with its own due date; the first keeps its result", async () => {
    const w = world();
    const addin = await started(w, message());
    await sent(w, addin, sentReply(), "Mon 2026-11-23 09:30");
    const view = await opened(w, addin, second);
    expect(view.standing).toMatchObject({
      closed: false,
      receivedAt: at("Mon 2026-11-23 09:00"),
      due: { dueDay: "2026-11-25" },
    });
    const first = standings(w).find(({ receivedAt }) => receivedAt === at("Fri 2026-11-20 10:12"));
    expect(first).toMatchObject({ outcome: "repliedOnTime", metAt: at("Fri 2026-11-20 14:00") });
    expect(standings(w)).toHaveLength(2);
  });
});

describe("complaint 12: a customer wrote several times before one answer", () => {
  test("the clock runs from the oldest unanswered message, and a reminder does not reset it", async () => {
    const w = world({}, at("Mon 2026-11-23 10:00"));
    const addin = await started(w, message());
    await opened(w, addin, second);
    const view = await opened(w, addin, message());
    expect(view.standing).toMatchObject({ receivedAt: at("Fri 2026-11-20 10:12"), due: { dueDay: "2026-11-24" } });
    expect(view.waiting).toBe(2);
  });

  test("one reply answers all that wait", async () => {
    const w = world({}, at("Mon 2026-11-23 10:00"));
    const addin = await started(w, message());
    await opened(w, addin, second);
    const reply = sentReply({ sentAt: at("Mon 2026-11-23 11:00"), answers: ["<two@mail.example>"] });
    await sent(w, addin, reply, "Mon 2026-11-23 11:05");
    expect(standings(w).length).toBeGreaterThan(0);
    expect(standings(w).filter(({ closed }) => !closed)).toEqual([]);
  });
});

describe("complaint 13: a timer ran on although the last word was ours", () => {
  test("after our answer nothing waits in the conversation, weeks later too", async () => {
    const w = world();
    const addin = await started(w, message());
    await sent(w, addin, sentReply(), "Fri 2026-11-20 14:05");
    await w.clock.turnTo(at("Fri 2026-12-18 10:00"));
    await addin.refresh();
    await settled();
    expect(shown(addin)).toMatchObject({ waiting: 0, standing: { state: "repliedInTime" } });
    expect(standings(w).map(({ state }) => state)).toEqual(["repliedInTime"]);
  });
});

describe("complaint 16: an out-of-office reply reopened or closed a ticket", () => {
  const outOfOffice = message({
    itemId: "item-3",
    internetMessageId: "<away@mail.example>",
    subject: "Automatic reply: Dog licence",
    createdAt: at("Fri 2026-11-20 14:01"),
    itemClass: "IPM.Note.Rules.OofTemplate.Microsoft",
  });

  test.each([
    ["an open inquiry", []],
    ["an answered one", [sentReply()]],
  ])("an incoming automatic reply changes no state, department or clock of %s", async (_what, replies) => {
    const w = world({}, at("Fri 2026-11-20 15:00"));
    for (const reply of replies) putSent(w, reply);
    const addin = await started(w, message());
    await addin.refresh();
    await settled();
    const before = standings(w);
    expect(before).toHaveLength(1);
    w.mail.headersOf.set("item-3", [
      ["Auto-Submitted", "auto-replied"],
      ["In-Reply-To", "<reply@pinewood.example>"],
    ]);
    const view = await opened(w, addin, outOfOffice);
    expect(view.triage).toMatchObject({ onTheClock: false, reason: "automatic" });
    expect(view.standing).toBeNull();
    expect(standings(w)).toEqual(before);
  });
});

describe("complaint 22: unrelated mails share a conversation, and replies lose theirs", () => {
  const waiting = (id: string, more: Partial<WaitingMessage> = {}): WaitingMessage => ({
    ...{ internetMessageId: `<${id}@mail.example>`, conversationId: "c1", customer: "ada@mail.example" },
    receivedAt: at("Fri 2026-11-20 10:00"),
    ...more,
  });
  const reply = (more: Partial<SentFacts>): SentFacts => ({
    ...{ internetMessageId: "<r@pinewood.example>", conversationId: "c1", answers: [] },
    ...{ sentAt: at("Mon 2026-11-23 09:00"), recipients: ["ada@mail.example"] },
    ...more,
  });
  const found = (sentFacts: SentFacts, ...all: readonly WaitingMessage[]) =>
    answeredBy(sentFacts, all).map(({ internetMessageId }) => internetMessageId);

  test("In-Reply-To and References come first, also when the subject and with it the conversation changed", () => {
    const moved = waiting("1", { conversationId: "c9" });
    expect(found(reply({ answers: ["<1@mail.example>"] }), moved, waiting("2"))).toEqual(["<1@mail.example>"]);
  });

  test("without them the conversation counts, and only together with the customer's address", () => {
    const stranger = waiting("2", { customer: "luc@mail.example" });
    expect(found(reply({}), waiting("1"), stranger)).toEqual(["<1@mail.example>"]);
  });

  test("strangers with one subject never merge, though Outlook puts them into one conversation", async () => {
    const w = world();
    const luc = message({
      ...{ itemId: "item-4", internetMessageId: "<luc@mail.example>" },
      from: { name: "Luc Roy", address: "luc@mail.example" },
    });
    const addin = await started(w, message());
    await opened(w, addin, luc);
    await sent(w, addin, sentReply(), "Fri 2026-11-20 14:05");
    expect(
      standings(w)
        .map(({ closed }) => closed)
        .sort(),
    ).toEqual([false, true]);
    expect(shown(addin).standing).toMatchObject({ closed: false });
  });
});

describe("complaint 23: moving or merging a message lost or copied its result", () => {
  test("a message that was moved, and has another item id, is the same inquiry with the same clock", async () => {
    const w = world();
    const addin = await started(w, message());
    const before = standings(w);
    await w.clock.turnTo(at("Mon 2026-11-23 10:00"));
    const view = await opened(w, addin, message({ itemId: "item-1-in-another-folder" }));
    expect(view.standing).toMatchObject({ receivedAt: at("Fri 2026-11-20 10:12"), due: { dueDay: "2026-11-24" } });
    expect(standings(w).map(({ inquiry, receivedAt }) => [inquiry, receivedAt])).toEqual(
      before.map(({ inquiry, receivedAt }) => [inquiry, receivedAt]),
    );
  });

  test("what was reported of it stays with the service when it is deleted, without any of its words", async () => {
    const w = world();
    const addin = await started(w, message());
    w.mail.open(null);
    await w.mail.changed();
    await addin.refresh();
    expect(standings(w)).toHaveLength(1);
    expect(JSON.stringify(w.service.facts)).not.toMatch(/Dog licence|Ada|mail\.example/);
  });
});
