/** Facts as a property test draws them: an inquiry's whole story, in no order. */
import fc from "fast-check";
import { mailboxClosed, type Fact } from "../../../src/domain/inquiry/fact.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { day } from "../../support/time.ts";
import { received, receivedAt, replied, said } from "./office.ts";

/** Within eight days of the receipt. */
export const moment = fc.integer({ min: 0, max: 200 }).map((hours) => (receivedAt + hours * 3_600_000) as Instant);
const word = { saidAt: moment, by: fc.constantFrom("rule" as const, "person" as const) };
const kinds = fc.constantFrom(
  "acknowledgement" as const,
  "holding" as const,
  "part" as const,
  "answer" as const,
  "unknown" as const,
);
/** One fact of any kind that takes nothing away. */
export const simple: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .record({ when: moment, channel: fc.constantFrom("email", "letter", "portal"), ...word })
    .map(({ when, channel, ...more }) => received(when, channel, more)),
  fc
    .record({
      when: moment,
      kind: kinds,
      promisedDay: fc.constantFrom(day("Tue 2026-11-24"), day("Fri 2026-11-27")),
      ...word,
    })
    .map(({ when, kind, ...more }) => replied(when, kind, more)),
  fc
    .tuple(moment, word.by, fc.constantFrom("thanks", "duplicate", mailboxClosed))
    .map(([when, by, reason]) => said({ kind: "excluded", reason }, when, by)),
  fc.tuple(moment, word.by).map(([when, by]) => said({ kind: "included" }, when, by)),
  fc
    .tuple(moment, word.by, fc.constantFrom("email", "voicemail"))
    .map(([when, by, channel]) => said({ kind: "channelSet", channel }, when, by)),
  fc
    .tuple(moment, word.by, fc.constantFrom("roads", "planning"))
    .map(([when, by, department]) => said({ kind: "departmentSet", department }, when, by)),
  fc
    .tuple(moment, word.by, moment)
    .map(([when, by, receivedAt]) => said({ kind: "receivedSet", receivedAt }, when, by)),
  fc.tuple(moment, moment).map(([when, until]) => said({ kind: "claimed", until }, when)),
  moment.map((when) => said({ kind: "compliment" }, when)),
);
/** Facts of one inquiry, some of which take others away. */
export const story = fc
  .tuple(
    fc.array(simple, { minLength: 1, maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(), moment, word.by, fc.boolean()), { maxLength: 4 }),
  )
  .map(([facts, undoing]) => [
    ...facts,
    ...undoing.map(([index, when, by, bounced]) => {
      const target = (facts[index % facts.length] as Fact).id;
      return bounced
        ? said({ kind: "returned", reply: target }, when, by)
        : said({ kind: "retracted", fact: target }, when, by);
    }),
  ]);
