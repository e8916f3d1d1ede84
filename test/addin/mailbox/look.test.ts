import { expect, test } from "@jest/globals";
import { createAddin } from "../../../src/addin/createAddin.ts";
import { factIdOf } from "../../../src/addin/observations.ts";
import { OutsideError } from "../../../src/addin/ports.ts";
import type { Fact, InquiryId } from "../../../src/domain/inquiry/fact.ts";
import { entryOf, looked, standingOf } from "../../support/looked.ts";
import { folders, mail } from "../../support/mailbox.ts";
import { inquiryKey, nodeDigest, sentReply, settled, world, type World } from "../../support/ports.ts";
import { at } from "../../support/time.ts";

const options = { dice: () => 0.5, scopes: [] };
const overdue = { receivedAt: at("Mon 2026-11-16 10:00"), sentAt: at("Mon 2026-11-16 10:00") };

const colleaguesReply = (): Fact => {
  const sent = at("Tue 2026-11-17 09:00");
  return {
    ...{ kind: "replied", replyKind: "answer", way: "email", seenIn: "sentItems", at: sent, saidAt: sent, by: "rule" },
    id: "r".repeat(43) as Fact["id"],
    inquiry: nodeDigest.hmac(inquiryKey, "<one@mail.example>") as InquiryId,
  };
};

test("a pane that just began hears what colleagues answered before it marks anything", async () => {
  const w = await looked(({ mailbox, service }) => {
    mailbox.put("1", mail(overdue));
    service.take([colleaguesReply()]);
  });
  expect(w.mailbox.marks).toEqual([]);
  expect(await standingOf(w, "<one@mail.example>")).toMatchObject({ state: "repliedInTime" });
});

test("what a person takes back on another computer while a message lies in Junk is kept and reported", async () => {
  const w = await looked(({ mailbox }) => mailbox.put("1", mail(overdue)));
  await w.addin.excludeRows(["<one@mail.example>"], "private");
  w.mailbox.move("1", folders.junkemail);
  await w.addin.refresh();
  const [kept] = await w.ports.storage.ledger.named(["<one@mail.example>"]);
  const [said] = kept!.decisions;
  expect(said).toMatchObject({ kind: "excluded" });
  const [now, fact] = [w.clock.now(), factIdOf(said!, nodeDigest)];
  w.mailbox.put("1", { decisions: [said!, { kind: "retracted", fact, at: now, saidAt: now, by: "person" }] });
  await w.addin.refresh();
  const kinds = (await entryOf(w, "<one@mail.example>"))?.observations.map(({ kind }) => kind);
  expect(kinds).toContain("retracted");
  expect(w.service.facts.map(({ kind }) => kind)).toContain("retracted");
});

const forward = mail({
  ...overdue,
  internetMessageId: "<forward@pinewood.example>",
  from: { name: "Lee Clerk", address: "lee@pinewood.example" },
  subject: "FW: Dog licence",
  preview: "Yours?\n\nFrom: Ada Okafor <ada@mail.example>\nSent: Monday\nTo: Lee\nSubject: Dog licence",
  answers: ["<ada@mail.example>"],
});

test("a colleague's forward that is moved to Junk is off the clock, under the name of the customer's message", async () => {
  const w = await looked(({ mailbox }) => mailbox.put("1", forward));
  expect(await standingOf(w, "<ada@mail.example>")).toMatchObject({ excludedReason: null });
  w.mailbox.move("1", folders.junkemail);
  await w.addin.refresh();
  expect(await standingOf(w, "<ada@mail.example>")).toMatchObject({ excludedReason: "junk" });
});

test("a reminder counts once, however often its older message goes to Junk and comes back", async () => {
  const reminder = { ...overdue, internetMessageId: "<two@mail.example>", receivedAt: at("Tue 2026-11-17 10:00") };
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", mail(overdue));
    mailbox.put("2", mail(reminder));
  });
  for (let times = 0; times < 2; times += 1) {
    for (const folder of [folders.junkemail, folders.inbox]) {
      w.mailbox.move("1", folder);
      await w.clock.turnTo((w.clock.now() + 5_000) as never);
      await w.addin.refresh();
    }
    expect(await standingOf(w, "<two@mail.example>")).toMatchObject({ excludedReason: "reminder" });
    expect((await entryOf(w, "<one@mail.example>"))?.members).toEqual(["<one@mail.example>", "<two@mail.example>"]);
    expect(w.mailbox.get("2")?.categories).toEqual(["Reply overdue"]);
  }
});

test("mail that was filed before any look saw it in the Inbox is found in its folder", async () => {
  const w = await looked();
  w.mailbox.put("1", mail({ ...overdue, folder: "fences" }));
  await w.addin.refresh();
  expect(await standingOf(w, "<one@mail.example>")).toMatchObject({ state: "overdue" });
});

test("while it cannot be asked whether a shared mailbox bears our categories, it waits for the next look", async () => {
  let refused = true;
  const marked: string[] = [];
  const plain = world();
  plain.mailbox.canReadShared = true;
  plain.mailbox.put("1", mail(overdue));
  const both = Object.create(plain.mailbox, {
    categoryNames: {
      value: () =>
        refused
          ? Promise.reject(new OutsideError("offline", "away"))
          : Promise.resolve(["Reply due today", "Reply overdue"]),
    },
    mark: {
      value: (...asked: Parameters<World["mailbox"]["mark"]>) => {
        marked.push(asked[0]);
        return plain.mailbox.mark(...asked);
      },
    },
  }) as World["mailbox"];
  const addin = createAddin({ ...plain.ports, mailbox: { reader: both, writer: both } }, options);
  await addin.start();
  await settled();
  expect(marked).not.toContain("planning@pinewood.example");
  refused = false;
  plain.mailbox.put("1", { categories: [] });
  await addin.refresh();
  expect(marked).toContain("planning@pinewood.example");
});

test.each([
  ["offline", "mailboxUnseen"],
  ["throttled", "mailboxBusy"],
  ["signInNeeded", "signInNeeded"],
] as const)(
  "a mailbox that is %s is said in one sentence: %s, and none when it is seen again",
  async (code, notice) => {
    const w = await looked();
    const codes = () => w.addin.state().notices.map((each) => each.code);
    w.mailbox.refusal = "offline";
    await w.addin.refresh();
    w.mailbox.refusal = code;
    await w.addin.refresh();
    expect(codes()).toEqual([notice]);
    w.mailbox.refusal = null;
    await w.addin.refresh();
    expect(codes()).toEqual([]);
  },
);

test("a category of ours is put right, and nobody else's is touched", async () => {
  const w = await looked(({ mailbox }) =>
    mailbox.put("1", mail({ ...overdue, categories: ["Mine", "Reply due today"] })),
  );
  expect(w.mailbox.get("1")?.categories).toEqual(["Mine", "Reply overdue"]);
  w.mailbox.put("2", sentReply({ sentAt: at("Fri 2026-11-20 10:30") }));
  await w.addin.refresh();
  expect(w.mailbox.get("1")?.categories).toEqual(["Mine"]);
});

test("a follow-up flag of a person's stays as it is; ours comes, and goes with the reply", async () => {
  const flag = { status: "flagged" as const, start: null, due: null };
  const second = { ...overdue, internetMessageId: "<two@mail.example>", conversationId: "other" };
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", mail({ ...overdue, flag }));
    mailbox.put("2", mail(second));
  });
  await w.addin.setFollowUp(true);
  await w.addin.refresh();
  expect(w.mailbox.get("1")?.flag).toEqual(flag);
  expect(w.mailbox.get("2")?.flag).toMatchObject({ status: "flagged", due: "2026-11-18" });
  w.mailbox.put("3", sentReply({ sentAt: at("Fri 2026-11-20 10:30"), answers: ["<two@mail.example>"] }));
  await w.addin.refresh();
  expect([w.mailbox.get("1")?.flag, w.mailbox.get("2")?.flag.status]).toEqual([flag, "notFlagged"]);
});

test("a mailbox joins once: another computer counts from the day that the mailbox remembers", async () => {
  const w = await looked(({ mail: outlook }) => (outlook.kept = null));
  const first = w.mail.kept;
  expect(first).toMatchObject({ joinedAt: { "": at("Fri 2026-11-20 00:00") } });
  await w.clock.turnTo(at("Mon 2026-11-23 09:00"));
  const other = world({ mail: w.mail }, at("Mon 2026-11-23 09:00"));
  await createAddin(other.ports, options).start();
  await settled();
  expect(w.mail.kept).toEqual(first);
});

test("mail from before the first day is offered, once, and counts only when a person says so", async () => {
  const w = await looked((made) => {
    made.mail.kept = null;
    made.mailbox.put("1", mail(overdue));
  });
  expect(w.addin.state().older?.map(({ internetMessageId }) => internetMessageId)).toEqual(["<one@mail.example>"]);
  expect(await standingOf(w, "<one@mail.example>")).toBeNull();
  await w.addin.includeOffered("<one@mail.example>");
  expect(await standingOf(w, "<one@mail.example>")).toMatchObject({ state: "overdue" });
  await w.addin.closeOlder();
  await w.addin.refresh();
  expect(w.addin.state().older).toBeNull();
});

test("a shared mailbox that is closed to the person is tried again after a day, and not before", async () => {
  const asked: string[] = [];
  const plain = world();
  plain.mailbox.canReadShared = true;
  const reader = Object.create(plain.mailbox, {
    folders: {
      value: (mailbox: string) => {
        asked.push(mailbox);
        return mailbox === "" ? plain.mailbox.folders("") : Promise.reject(new OutsideError("forbidden", "closed"));
      },
    },
  }) as World["mailbox"];
  const addin = createAddin({ ...plain.ports, mailbox: { reader, writer: null } }, options);
  await addin.start();
  await settled();
  await addin.refresh();
  expect(asked).toEqual(["", "planning@pinewood.example"]);
  await plain.clock.turnTo(at("Sat 2026-11-21 11:01"));
  await addin.refresh();
  expect(asked).toEqual(["", "planning@pinewood.example", "planning@pinewood.example"]);
  expect(addin.state().notices).toEqual([]);
});
