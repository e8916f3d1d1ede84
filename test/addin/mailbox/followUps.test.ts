import { expect, test } from "@jest/globals";
import { blankEntry } from "../../../src/addin/mailbox/entry.ts";
import { flaggedFor, markedFlag } from "../../../src/addin/mailbox/followUps.ts";
import type { KeptMessage } from "../../../src/addin/ledgerPorts.ts";
import { letter } from "../../support/letters.ts";
import { day } from "../../support/time.ts";

const [thursday, friday] = [day("Thu 2026-11-19"), day("Fri 2026-11-20")];
const flag = { status: "flagged", start: thursday, due: thursday } as const;

test("a flag on a day of ours follows its inquiry; on any other day it is a person's", () => {
  expect(markedFlag(flag, friday, [thursday])).toEqual({ status: "flagged", start: friday, due: friday });
  expect(markedFlag(flag, null, [thursday])).toMatchObject({ status: "notFlagged" });
  expect(markedFlag(flag, friday, [friday])).toBeNull();
});

test.each([
  ["conversation", { conversationId: "fence", answers: [] }],
  ["reference", { conversationId: "renamed", answers: ["<a>"] }],
])("what shares a %s with a flagged message may be what it was flagged for; a stranger is not", (_, change) => {
  const kept = { id: "b", folder: "inbox", categories: [], etag: "1", lastVerb: null, flag };
  const message: KeptMessage = { ...letter("b", "Mon 2026-11-16 09:00", change), ...kept };
  const entries = [
    { ...blankEntry("<a>"), conversationId: "fence" },
    { ...blankEntry("<c>"), conversationId: "lane" },
  ];
  expect(flaggedFor(message, entries).map(({ internetMessageId }) => internetMessageId)).toEqual(["<a>"]);
});
