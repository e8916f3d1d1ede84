/** Runs of messages that somebody divides or joins late: a colleague's mailbox, a bounce, a move to Junk. */
import { expect, test } from "@jest/globals";
import { factIdOf } from "../../../src/addin/observations.ts";
import type { Fact, InquiryId, Observation } from "../../../src/domain/inquiry/fact.ts";
import { entryOf, looked, standingOf } from "../../support/looked.ts";
import { folders, mail } from "../../support/mailbox.ts";
import { inquiryKey, nodeDigest, sentReply } from "../../support/ports.ts";
import { at } from "../../support/time.ts";

const [one, two] = ["<one@mail.example>", "<two@mail.example>"];
const received = (when: string) => ({ receivedAt: at(when), sentAt: at(when) });
const first = mail(received("Mon 2026-11-16 10:00"));
const second = mail({ ...received("Tue 2026-11-17 10:00"), internetMessageId: two });
const ours = sentReply({ sentAt: at("Fri 2026-11-20 10:30") });

const replied = (when: string): Observation => ({
  ...{ kind: "replied", replyKind: "answer", way: "email", seenIn: "sentItems", by: "rule" },
  ...{ at: at(when), saidAt: at(when) },
});
const off = (when: string): Observation => ({
  ...{ kind: "excluded", reason: "junk", by: "rule" },
  ...{ at: at(when), saidAt: at(when) },
});

/** What a colleague's mailbox told the service. */
function told(name: string, observation: Observation): Fact {
  return {
    ...observation,
    id: factIdOf(observation, nodeDigest),
    inquiry: nodeDigest.hmac(inquiryKey, name) as InquiryId,
  };
}

test("a colleague's earlier reply, told of after ours, makes what came between them an inquiry of its own", async () => {
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", first);
    mailbox.put("2", second);
    mailbox.put("3", ours);
  });
  expect((await entryOf(w, one))?.members).toEqual([one, two]);
  w.service.take([told(one, replied("Tue 2026-11-17 09:00"))]);
  await w.addin.refresh();
  expect((await entryOf(w, two))?.members).toEqual([two]);
  expect(await standingOf(w, two)).toMatchObject({ state: "repliedLate", metAt: at("Fri 2026-11-20 10:30") });
});

test("an answered run is asked about while colleagues may still divide it, and is nothing that waits", async () => {
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", first);
    mailbox.put("2", second);
    mailbox.put("3", ours);
  });
  const { ledger } = w.ports.storage;
  const names = async () => (await ledger.divisible()).map(({ internetMessageId }) => internetMessageId);
  const asked: InquiryId[] = [];
  const states = w.service.states.bind(w.service);
  w.service.states = (inquiries) => {
    asked.push(...inquiries);
    return states(inquiries);
  };
  expect([await ledger.open(), await names()]).toEqual([[], [one]]);
  await w.addin.refresh();
  expect(asked).toContain(nodeDigest.hmac(inquiryKey, one));
  // Thirty business days after its receipt.
  await w.clock.turnTo(at("Wed 2026-12-30 11:00"));
  await w.addin.refresh();
  asked.splice(0);
  await w.addin.refresh();
  expect([asked, await names()]).toEqual([[], []]);
});

test("of an inquiry that a colleague's reply divides off, the same look hears whether it was answered too", async () => {
  const w = await looked(({ mailbox, service }) => {
    mailbox.put("1", first);
    mailbox.put("2", second);
    service.take([told(one, replied("Tue 2026-11-17 09:00")), told(two, replied("Tue 2026-11-17 11:00"))]);
  });
  expect(await standingOf(w, two)).toMatchObject({ state: "repliedInTime" });
  expect(w.mailbox.marks).toEqual([]);
});

test("what lies here and was answered stays counted when a colleague's mailbox put its copy into Junk", async () => {
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", first);
    mailbox.put("3", ours);
  });
  w.service.take([told(one, off("Fri 2026-11-20 10:50"))]);
  w.mailbox.put("1", { subject: "Dog licence [7]" });
  await w.addin.refresh();
  expect(w.service.standings(w.clock.now())).toMatchObject([{ state: "repliedLate", excludedReason: null }]);
});

test("the word that puts a message back on the clock is later than the one it answers, and so is the next one", async () => {
  const w = await looked(({ mailbox }) => mailbox.put("1", first));
  // By a clock that is ahead.
  w.service.take([told(one, off("Fri 2026-11-20 11:10"))]);
  await w.addin.refresh();
  expect(w.service.standings(w.clock.now())).toMatchObject([{ excludedReason: null }]);
  w.mailbox.move("1", folders.junkemail);
  await w.addin.refresh();
  expect(w.service.standings(w.clock.now())).toMatchObject([{ excludedReason: "junk" }]);
});

test("of two words that were said at one moment that of the clock runs, so of what lies in Junk more is to be said", async () => {
  const w = await looked(({ mailbox }) => mailbox.put("1", first));
  const now = w.clock.now();
  const { ledger } = w.ports.storage;
  const entry = (await entryOf(w, one))!;
  const on: Observation = { kind: "included", at: now, saidAt: now, by: "rule" };
  await ledger.put([{ ...entry, observations: [...entry.observations, on] }]);
  w.service.take([told(one, on), told(one, { ...off("Fri 2026-11-20 11:00"), at: now, saidAt: now })]);
  w.mailbox.move("1", folders.junkemail);
  await w.addin.refresh();
  expect(w.service.standings(w.clock.now())).toMatchObject([{ excludedReason: "junk" }]);
});

test("what was answered and goes to Junk then stays counted as answered: that is history", async () => {
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", first);
    mailbox.put("3", ours);
  });
  w.mailbox.move("1", folders.junkemail);
  await w.addin.refresh();
  expect(w.service.standings(w.clock.now())).toMatchObject([{ state: "repliedLate", excludedReason: null }]);
});

test("what went to Junk here before a look heard that a colleague answered it is put back by the same look", async () => {
  const w = await looked(({ mailbox }) => mailbox.put("1", first));
  w.service.take([told(one, replied("Tue 2026-11-17 09:00"))]);
  w.mailbox.move("1", folders.junkemail);
  await w.addin.refresh();
  expect(w.service.standings(w.clock.now())).toMatchObject([{ state: "repliedInTime", excludedReason: null }]);
});

test("what lay in Junk before its thread was answered stays off the clock", async () => {
  const w = await looked(({ mailbox }) => mailbox.put("1", first));
  w.mailbox.move("1", folders.junkemail);
  await w.addin.refresh();
  await w.clock.turnTo(at("Fri 2026-11-20 11:05"));
  w.service.take([told(one, replied("Fri 2026-11-20 11:03"))]);
  w.mailbox.put("1", { subject: "Dog licence [7]" });
  await w.addin.refresh();
  expect(w.service.standings(w.clock.now())).toMatchObject([{ excludedReason: "junk" }]);
});

test("a reply that is seen at once with its message's move to Junk counts", async () => {
  const w = await looked(({ mailbox }) => mailbox.put("1", first));
  w.mailbox.put("3", ours);
  w.mailbox.move("1", folders.junkemail);
  await w.addin.refresh();
  expect((await entryOf(w, one))?.counts).toBe(false);
  expect(w.service.standings(w.clock.now())).toMatchObject([{ state: "repliedLate", excludedReason: null }]);
});

test("of what changed while the service was away the next look asks, though nothing changed since", async () => {
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", first);
    mailbox.put("3", ours);
  });
  w.service.refusal = "offline";
  w.mailbox.put("1", { subject: "Dog licence [7]" });
  await w.addin.refresh();
  w.service.refusal = null;
  w.service.take([told(one, off("Fri 2026-11-20 10:50"))]);
  await w.addin.refresh();
  expect(w.service.standings(w.clock.now())).toMatchObject([{ state: "repliedLate", excludedReason: null }]);
});

test("of what changed the next look asks too: a pane that looked at the same moment has told by then", async () => {
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", first);
    mailbox.put("3", ours);
  });
  w.mailbox.put("1", { subject: "Dog licence [7]" });
  await w.addin.refresh();
  w.service.take([told(one, off("Fri 2026-11-20 10:50"))]);
  await w.addin.refresh();
  expect(w.service.standings(w.clock.now())).toMatchObject([{ state: "repliedLate", excludedReason: null }]);
});

test("what a message bore before it joined a run that is answered already goes", async () => {
  const w = await looked(({ mailbox }) => mailbox.put("2", second));
  // The marks themselves are told of once.
  await w.addin.refresh();
  expect(w.mailbox.get("2")?.categories).toEqual(["Reply overdue"]);
  w.mailbox.put("1", first);
  w.mailbox.put("3", ours);
  await w.addin.refresh();
  expect((await entryOf(w, one))?.members).toEqual([one, two]);
  expect(w.mailbox.get("2")?.categories).toEqual([]);
});

test("what a run bore before it was divided goes from an inquiry that was answered long ago", async () => {
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", first);
    mailbox.put("2", second);
  });
  // The marks themselves are told of once.
  await w.addin.refresh();
  expect(w.mailbox.get("2")?.categories).toEqual(["Reply overdue"]);
  w.service.take([told(one, replied("Tue 2026-11-17 09:00")), told(two, replied("Tue 2026-11-17 11:00"))]);
  await w.addin.refresh();
  expect([w.mailbox.get("1")?.categories, w.mailbox.get("2")?.categories]).toEqual([[], []]);
});

test("what a person said of a message that a colleague's reply divides off is not said of the run, on a new computer too", async () => {
  const said = at("Fri 2026-11-20 09:00");
  const word: Observation = { kind: "excluded", reason: "private", at: said, saidAt: said, by: "person" };
  const w = await looked(({ mailbox, service }) => {
    mailbox.put("1", first);
    mailbox.put("2", { ...second, decisions: [word] });
    service.take([told(one, replied("Tue 2026-11-17 09:00"))]);
  });
  expect(await standingOf(w, one)).toMatchObject({ state: "repliedInTime" });
  expect(await standingOf(w, two)).toMatchObject({ state: "excluded" });
});

test("what a person said of a run on a later message of it is heard on a new computer, also without the service", async () => {
  const said = at("Fri 2026-11-20 09:00");
  const word: Observation = { kind: "excluded", reason: "private", at: said, saidAt: said, by: "person" };
  const w = await looked(({ mailbox, service }) => {
    mailbox.put("1", first);
    mailbox.put("2", { ...second, decisions: [word] });
    service.refusal = "offline";
  });
  expect((await entryOf(w, one))?.members).toEqual([one, two]);
  expect(await standingOf(w, one)).toMatchObject({ excludedReason: "private" });
});

test("a reply that this computer told of stands when its run is read again without the copy that showed it", async () => {
  const w = await looked(({ mailbox }) => mailbox.put("1", first));
  const { ledger } = w.ports.storage;
  const entry = (await entryOf(w, one))!;
  await ledger.put([{ ...entry, observations: [...entry.observations, replied("Tue 2026-11-17 09:00")] }]);
  w.mailbox.put("2", second);
  await w.addin.refresh();
  expect(await standingOf(w, one)).toMatchObject({ state: "repliedInTime" });
  expect(await standingOf(w, two)).toMatchObject({ state: "overdue" });
});

test("when the first message of a run goes to Junk, the next one leads it and bears its marks", async () => {
  const w = await looked(({ mailbox }) => {
    mailbox.put("1", first);
    mailbox.put("2", second);
  });
  w.mailbox.move("1", folders.junkemail);
  await w.addin.refresh();
  expect([(await entryOf(w, one))?.members, (await entryOf(w, two))?.members]).toEqual([[one], [two]]);
  expect(w.mailbox.get("2")?.categories).toEqual(["Reply overdue"]);
});

test("thanks that were counted before their conversation was known, and that a person counts, join the run that waits", async () => {
  const thanks = "<three@mail.example>";
  const counted = at("Thu 2026-11-19 10:00");
  const last = { ...received("Thu 2026-11-19 09:00"), internetMessageId: thanks, preview: "Thank you very much!" };
  const w = await looked(({ mailbox }) => mailbox.put("3", mail(last)));
  expect(await standingOf(w, thanks)).toMatchObject({ excludedReason: null });
  w.mailbox.put("1", first);
  w.mailbox.put("4", sentReply({ sentAt: at("Mon 2026-11-16 11:00") }));
  w.mailbox.put("2", second);
  await w.addin.refresh();
  expect(await standingOf(w, thanks)).toMatchObject({ excludedReason: "closing" });
  await w.clock.turnTo(at("Fri 2026-11-20 11:05"));
  w.mailbox.put("3", { decisions: [{ kind: "included", at: counted, saidAt: counted, by: "person" }] });
  await w.addin.refresh();
  expect((await entryOf(w, two))?.members).toEqual([two, thanks]);
  const served = w.service.standings(w.clock.now()).filter(({ excludedReason }) => excludedReason === null);
  expect(served).toHaveLength(2);
});

test("a follow-up flag of ours is put right when its run is divided, and when it is joined", async () => {
  const w = await looked(({ mailbox }) => mailbox.put("2", second));
  await w.addin.setFollowUp(true);
  await w.addin.refresh();
  const day = () => w.mailbox.get("2")?.flag.due;
  expect(day()).toBe("2026-11-19");
  w.mailbox.put("1", first);
  await w.addin.refresh();
  expect(day()).toBe("2026-11-18");
  w.service.take([told(one, replied("Tue 2026-11-17 09:00"))]);
  await w.addin.refresh();
  expect(day()).toBe("2026-11-19");
});
