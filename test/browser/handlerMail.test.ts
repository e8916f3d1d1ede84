import { expect, test } from "@jest/globals";
import { hintKey, noteKeyPrefix } from "../../src/browser/handlerKeys.ts";
import { localHandlerMail } from "../../src/browser/handlerMail.ts";
import { at, day } from "../support/time.ts";

/** localStorage as far as it is used: an object whose own keys are the names, with its methods behind it. */
function storageWith(values: Record<string, string>): Storage {
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem(key: string, text: string) {
      kept[key] = text;
    },
    removeItem: (key: string) => Reflect.deleteProperty(kept, key),
  };
  const kept = Object.assign(Object.create(methods) as Record<string, string | undefined>, values);
  return kept as unknown as Storage;
}

type Listener = (event: { key: string | null; newValue: string | null }) => void;

function page() {
  const listeners: Listener[] = [];
  return { listeners, addEventListener: (_: string, listener: unknown) => void listeners.push(listener as Listener) };
}

const owner = "Robin@pinewood.example";
const stamp = {
  replyKind: "holding" as const,
  template: "receipt",
  promisedDay: day("Thu 2026-11-26"),
  answers: "<one@mail.example>",
};
const note = { conversationId: "c", at: at("Fri 2026-11-20 14:00"), stamp, recipients: ["ada@mail.example"] };

test("notes are taken once; other keys stay", async () => {
  const storage = storageWith({ [`${noteKeyPrefix(owner)}1`]: JSON.stringify(note), other: "stays" });
  const mail = localHandlerMail(owner, storage, page() as never);
  expect(await mail.takeNotes()).toEqual([note]);
  expect(await mail.takeNotes()).toEqual([]);
  expect(storage.getItem("other")).toBe("stays");
});

test.each(["", "{", "null", "7", '{"at":"noon"}'])("a note that reads %j is left out", async (text) => {
  const mail = localHandlerMail(owner, storageWith({ [`${noteKeyPrefix(owner)}1`]: text }), page() as never);
  expect(await mail.takeNotes()).toEqual([]);
});

test("a hint is left for the handler; a full storage costs only the stamp", async () => {
  const storage = storageWith({});
  const hint = { conversationId: "c", at: note.at, stamp };
  await localHandlerMail(owner, storage, page() as never).leaveHint(hint);
  expect(JSON.parse(storage.getItem(hintKey(owner))!)).toEqual(hint);
  const full = {
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  };
  await localHandlerMail(owner, full as never, page() as never).leaveHint(hint);
});

test("the bell rings for a note of another frame, not for its removal or for other keys", () => {
  let rung = 0;
  const { listeners, addEventListener } = page();
  localHandlerMail(owner, storageWith({}), { addEventListener } as never).onNote(() => (rung += 1));
  for (const listener of listeners) {
    listener({ key: "other", newValue: "x" });
    listener({ key: `${noteKeyPrefix("sam@pinewood.example")}1`, newValue: "{}" });
    listener({ key: `${noteKeyPrefix(owner)}1`, newValue: null });
    listener({ key: null, newValue: null });
    expect(rung).toBe(0);
    listener({ key: `${noteKeyPrefix(owner)}1`, newValue: "{}" });
  }
  expect(rung).toBe(1);
});
