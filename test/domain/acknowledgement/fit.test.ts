import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { byFit, whyFirst } from "../../../src/domain/acknowledgement/fit.ts";
import type { StandingState } from "../../../src/domain/inquiry/standing.ts";
import type { ReplyKind } from "../../../src/domain/policy/policy.ts";
import { at } from "../../support/time.ts";

const met: readonly ReplyKind[] = ["holding", "part", "answer"];
const inPolicy = (["acknowledgement", "answer", "part", "holding"] as const).map((replyKind) => ({ replyKind }));
const stands = (state: StandingState, acknowledged = false) => ({
  state,
  acknowledgedAt: acknowledged ? at("Fri 2026-11-20 11:00") : null,
});
const kinds = (templates: readonly { readonly replyKind: ReplyKind }[]) => templates.map(({ replyKind }) => replyKind);

test.each(["overdue", "dueToday"] as const)("%s: first who answers and by when, last what meets nothing", (state) => {
  expect(kinds(byFit(inPolicy, stands(state), met))).toEqual(["holding", "answer", "part", "acknowledgement"]);
  expect(whyFirst("holding", stands(state), met)).toBe(state);
});

test("what a city does not count as a reply is not preferred when time presses", () => {
  const answersAlone = ["answer"] as const;
  expect(kinds(byFit(inPolicy, stands("overdue"), answersAlone))[0]).toBe("answer");
  expect(whyFirst("holding", stands("overdue"), answersAlone)).toBe("usual");
});

test("after a promise the answer comes first, then a part of it", () => {
  expect(kinds(byFit(inPolicy, stands("promised"), met)).slice(0, 2)).toEqual(["answer", "part"]);
  expect(whyFirst("answer", stands("promised"), met)).toBe("promised");
});

test("after a receipt no second one is offered first", () => {
  expect(kinds(byFit(inPolicy, stands("onTrack", true), met))).toEqual([
    "answer",
    "part",
    "holding",
    "acknowledgement",
  ]);
  expect(whyFirst("answer", stands("onTrack", true), met)).toBe("acknowledged");
});

test.each([null, stands("onTrack"), stands("noDate"), stands("repliedInTime")])(
  "where nothing speaks for another, the policy's order stands (%j)",
  (where) => {
    expect(byFit(inPolicy, where, met)).toEqual(inPolicy);
    expect(whyFirst("acknowledgement", where, met)).toBe("usual");
  },
);

const kind = fc.constantFrom<ReplyKind>("acknowledgement", "holding", "part", "answer");
const state = fc.constantFrom<StandingState>("onTrack", "dueSoon", "dueToday", "overdue", "noDate", "promised");

test("none is lost, and equal kinds keep the policy's order", () => {
  fc.assert(
    fc.property(fc.array(kind), state, fc.boolean(), fc.subarray([...met]), (order, where, acknowledged, meeting) => {
      const templates = order.map((replyKind, place) => ({ replyKind, place }));
      const sorted = byFit(templates, stands(where, acknowledged), meeting);
      expect([...sorted].sort((a, b) => a.place - b.place)).toEqual(templates);
      for (const [index, one] of sorted.entries()) {
        for (const later of sorted.slice(index + 1)) {
          if (later.replyKind === one.replyKind) expect(later.place).toBeGreaterThan(one.place);
        }
      }
    }),
  );
});
