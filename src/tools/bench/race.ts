/** Due dates per second, and how many of the answers are right. */
import { rulesOf, type PolicyWithZones } from "../../domain/inquiry/rules.ts";
import type { Contender } from "./contender.ts";
import { libraries } from "./libraries.ts";
import { perSecond } from "./measure.ts";
import { civicReply, precomputed } from "./ours.ts";
import { plainOffice } from "./plainOffice.ts";
import { questions, type Questions } from "./questions.ts";

export interface Finish {
  readonly name: string;
  readonly offsets: Contender["offsets"];
  readonly perSecond: number;
  /** Share of right answers, 0 to 1. */
  readonly right: number;
}

const messages = 10_000;

/** All contenders with the same messages, the product first. @throws RangeError for a calendar beyond `plainOffice` */
export function race(served: PolicyWithZones): readonly Finish[] {
  const { policy, calendar } = rulesOf(served);
  const office = plainOffice(policy.calendar, calendar.zone);
  const asked = questions(office, messages);
  const contenders = [civicReply(calendar, policy.counting), precomputed(office, calendar), ...libraries(office)];
  return contenders.map((contender) => finish(contender, asked));
}

function finish({ name, offsets, answer }: Contender, asked: Questions): Finish {
  const answers = new Float64Array(messages);
  const rate = perSecond(messages, () => answer(asked, answers));
  return {
    name,
    offsets,
    perSecond: rate,
    right: answers.filter((at, index) => at === asked.truth[index]).length / messages,
  };
}
