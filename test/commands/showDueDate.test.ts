import { expect, test } from "@jest/globals";
import { createAddin } from "../../src/addin/createAddin.ts";
import { policyKey } from "../../src/addin/loadPolicy.ts";
import { memoryStorage } from "../../src/browser/memoryStorage.ts";
import { dueDateSentence, type Asked } from "../../src/commands/showDueDate.ts";
import { message, nodeDigest, receivedHeader, served, settled, world } from "../support/ports.ts";
import { at } from "../support/time.ts";

const asked: Asked = {
  message: message(),
  headers: receivedHeader("Fri, 20 Nov 2026 16:12:00 +0000"),
  text: "Where do I get a licence?",
  user: "robin@pinewood.example",
};

async function remembering() {
  const storage = memoryStorage();
  await storage.memory.set(policyKey, served);
  return storage;
}

test("the bar says when the reply to the open message is due, without pane or network", async () => {
  const storage = await remembering();
  const say = (now: ReturnType<typeof at>) => dueDateSentence(asked, storage, nodeDigest, now, "en");
  expect(await say(at("Fri 2026-11-20 11:00"))).toBe("Reply due Tuesday, November 24, by 4:30 p.m.");
  expect(await say(at("Tue 2026-11-24 09:00"))).toBe("Reply due today by 4:30 p.m.");
  expect(await say(at("Wed 2026-11-25 09:00"))).toBe("Reply overdue: it was due Tuesday, November 24.");
  expect(await storage.ledger.all()).toEqual([]);
});

test("it says so in French", async () => {
  const sentence = await dueDateSentence(asked, await remembering(), nodeDigest, at("Fri 2026-11-20 11:00"), "fr");
  expect(sentence).toBe("Réponse due le mardi 24 novembre, avant 16 h 30.");
});

test("mail that expects no reply is said to expect none", async () => {
  const headers = [...(asked.headers ?? []), ["Auto-Submitted", "auto-replied"] as const];
  const sentence = await dueDateSentence(
    { ...asked, headers },
    await remembering(),
    nodeDigest,
    at("Fri 2026-11-20 11:00"),
    "en",
  );
  expect(sentence).toBe("No reply is expected to this message.");
});

test("what the pane wrote down counts: a changed channel, a reply", async () => {
  const w = world();
  w.mail.open(message());
  const addin = createAddin(w.ports, { dice: () => 0, scopes: [] });
  await addin.start();
  await settled();
  await addin.setChannel("letter");
  const now = at("Fri 2026-11-20 11:00");
  const say = () => dueDateSentence({ ...asked, headers: null }, w.ports.storage, nodeDigest, now, "en");
  expect(await say()).toBe("Reply due Friday, November 27, by 4:30 p.m.");
  await addin.answeredAnotherWay("phone", at("Fri 2026-11-20 10:50"));
  expect(await say()).toBe("The response time of this message is met.");
});

test("before the pane was ever open the bar says what to do, in at most 150 characters", async () => {
  for (const language of ["en", "fr"] as const) {
    for (const storage of [memoryStorage(), null]) {
      const sentence = await dueDateSentence(asked, storage, nodeDigest, at("Fri 2026-11-20 11:00"), language);
      expect(sentence).toMatch(/CivicReply/);
      expect(sentence.length).toBeLessThanOrEqual(150);
    }
  }
});
