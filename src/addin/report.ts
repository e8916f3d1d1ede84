/** Says it until it is heard: facts leave the outbox only when the service has answered for them. */
import type { FactAnswers } from "../contract/facts.ts";
import type { Fact, InquiryId } from "../domain/inquiry/fact.ts";
import { identify } from "./account.ts";
import { backOffMs } from "./backOff.ts";
import { createCoverageReporter } from "./coverage.ts";
import type { Desk } from "./desk.ts";
import { unlessRefused } from "./notices.ts";
import { factIdOf } from "./observations.ts";
import type { OutsideError, Service, Waiting } from "./ports.ts";

/** As many as the service takes at once (contract/facts.ts, maxFactsPerBatch). */
const batchSize = 500;

export interface Reporter {
  /** Sends what waits, now. Refused, it tries again by itself. @returns true when nothing waits any more */
  flush(): Promise<boolean>;
}

/**
 * Gives an observation its names: the inquiry's is an HMAC of the first message's internet message id under the
 * service's key, so that nobody without the key can tell which message it was (design rule 6).
 */
export function seal(desk: Desk, key: string, waiting: Waiting): Fact {
  const { digest } = desk.ports;
  const inquiry = digest.hmac(key, waiting.internetMessageId) as InquiryId;
  return { ...waiting.observation, id: factIdOf(waiting.observation, digest), inquiry };
}

export function createReporter(desk: Desk): Reporter {
  const coverage = createCoverageReporter(desk);
  let underWay: Promise<boolean> | null = null;
  let failures = 0;
  let cancelRetry: () => void = () => undefined;

  async function run(service: Service): Promise<boolean> {
    cancelRetry();
    const heard = await unlessRefused(sendAll(desk, service), (refusal) => {
      failures += 1;
      sayAway(desk, refusal);
      if (refusal.code !== "signInNeeded") retryAfter(backOffMs(failures, desk.dice()));
      return false;
    });
    desk.store.set({ waitingFacts: await unlessRefused(desk.ports.storage.outbox.count(), () => 0) });
    if (!heard) return false;
    failures = 0;
    desk.notices.lower("serviceAway");
    void coverage.say();
    return true;
  }

  function retryAfter(ms: number): void {
    cancelRetry = desk.ports.clock.after(ms, () => void flush());
  }

  function flush(): Promise<boolean> {
    const { service } = desk.ports;
    if (service === null) return Promise.resolve(false);
    underWay ??= run(service).finally(() => {
      underWay = null;
    });
    return underWay;
  }
  return { flush };
}

function sayAway(desk: Desk, refusal: OutsideError): void {
  desk.notices.raise({ code: refusal.code === "signInNeeded" ? "signInNeeded" : "serviceAway" });
}

/** @returns true when the outbox is empty, false when facts were left unanswered or somebody else is signed in; @throws OutsideError */
async function sendAll(desk: Desk, service: Service): Promise<boolean> {
  const { outbox } = desk.ports.storage;
  // Whose sign-in it is now is asked again whenever something is to leave.
  const me = desk.me !== null && (await outbox.count()) === 0 ? desk.me : await identify(desk, service);
  if (me === null) return false;
  for (;;) {
    const waiting = await outbox.oldest(batchSize);
    if (waiting.length === 0) return true;
    const facts = waiting.map((each) => seal(desk, me.inquiryKey, each));
    const settled = settledKeys(waiting, facts, await service.report(facts));
    sayRefused(desk, settled.refused);
    await outbox.remove(settled.keys);
    if (settled.keys.length === 0) return false;
  }
}

/** Which of the waiting ones the answers speak of; a refused fact would be refused for ever, so it does not stay. */
function settledKeys(
  waiting: readonly Waiting[],
  facts: readonly Fact[],
  { answers }: FactAnswers,
): { readonly keys: readonly string[]; readonly refused: number } {
  const nameOf = ({ id, inquiry }: { readonly id: string; readonly inquiry: string }) => `${id} ${inquiry}`;
  const answered = new Map(answers.map((answer) => [nameOf(answer), answer.taken]));
  const settled = waiting.flatMap((each, index) => {
    const fact = facts[index];
    const taken = fact === undefined ? undefined : answered.get(nameOf(fact));
    return taken === undefined ? [] : [{ key: each.key, taken }];
  });
  return { keys: settled.map(({ key }) => key), refused: settled.filter(({ taken }) => !taken).length };
}

function sayRefused(desk: Desk, refused: number): void {
  if (refused === 0) return;
  const before = desk.store.get().notices.find(({ code }) => code === "factsRefused")?.count ?? 0;
  desk.notices.raise({ code: "factsRefused", count: before + refused });
}
