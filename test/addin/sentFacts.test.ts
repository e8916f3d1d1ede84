import { expect, test } from "@jest/globals";
import type { ReplyStamp } from "../../src/addin/ports.ts";
import { factsOfNote, factsOfReply } from "../../src/addin/sentFacts.ts";
import { sentReply } from "../support/ports.ts";
import { at } from "../support/time.ts";

const stamp = (answers: string | null): ReplyStamp => ({
  replyKind: "holding",
  template: "receipt",
  promisedDay: null,
  answers,
});

test("what a copy's stamp says that it answers counts beside its headers", () => {
  const headers = ["<one@mail.example>", "<zero@mail.example>"];
  expect(factsOfReply(sentReply({ answers: headers, stamp: stamp("<notice@app.example>") })).answers).toEqual([
    ...headers,
    "<notice@app.example>",
  ]);
});

test("a stamp that names nothing, or none at all, leaves the headers alone", () => {
  for (const none of [stamp(null), null]) {
    expect(factsOfReply(sentReply({ stamp: none })).answers).toEqual(["<one@mail.example>"]);
  }
});

test("a note tells of headers only what its stamp names", () => {
  const note = { conversationId: null, at: at("Fri 2026-11-20 14:00"), stamp: stamp("<one@mail.example>") };
  expect(factsOfNote(note, ["ada@mail.example"])).toEqual({
    internetMessageId: "",
    conversationId: "",
    sentAt: note.at,
    recipients: ["ada@mail.example"],
    answers: ["<one@mail.example>"],
  });
  expect(factsOfNote({ ...note, stamp: null }, []).answers).toEqual([]);
});
