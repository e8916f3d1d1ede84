/** A town in which a year of mail happens: real mailboxes, real Graph operations, a service, and the time. */
import type { Service } from "../../../src/addin/ports.ts";
import { categoryNames } from "../../../src/addin/stateCategories.ts";
import type { ServedPolicy } from "../../../src/contract/served.ts";
import { rulesOf, type Rules } from "../../../src/domain/inquiry/rules.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { inProcessGraph, type InProcessGraph } from "../../../src/sandbox/graph/inProcess.ts";
import type { BehindParts } from "../../../src/sandbox/mailbox/behind.ts";
import type { Mailbox } from "../../../src/sandbox/mailbox/mailbox.ts";
import { ownerByAddress, type Person, personById } from "../../../src/sandbox/people.ts";
import { sandboxAddin } from "../sandboxMail.ts";
import { townClock, type TownClock } from "./townClock.ts";
import { planning } from "./townRules.ts";

export interface Town {
  readonly clock: TownClock;
  readonly graph: InProcessGraph;
  readonly behind: BehindParts;
  readonly service: Service;
  readonly served: ServedPolicy;
  readonly rules: Rules;
  readonly mine: Mailbox;
  readonly shared: Mailbox;
  /** Requests to Graph since the beginning. */
  readonly requests: () => number;
  boxesOf(person: Person): readonly Mailbox[];
  /** The roaming settings of a person's mailbox. */
  settingsOf(person: Person): { value: unknown };
  /** Counts work that is under way outside the panes. */
  busy<T>(work: () => Promise<T>): Promise<T>;
  /** Waits until no pane waits for anything but time. */
  quiet(): Promise<void>;
}

export interface TownSettings {
  readonly served: ServedPolicy;
  readonly start: Instant;
  /** Of the disorder in Graph's deltas; null: none. */
  readonly seed: number | null;
  readonly service: (now: () => Instant) => Service;
}

export const employee = personById("employee")!;
export const colleague = personById("colleague")!;

export async function makeTown({ served, start, seed, service }: TownSettings): Promise<Town> {
  const clock = townClock(start);
  const rules = rulesOf(served);
  let elapsed = 0;
  let requests = 0;
  const graph = await inProcessGraph({
    ...{ now: clock.now, seed, addinId: sandboxAddin },
    limits: { parallel: 4, windowMs: 1, requests: 1_000_000 },
    machine: { now: () => (elapsed += 1), wait: () => new Promise(setImmediate) },
    record: () => (requests += 1),
  });
  const shared = graph.mailboxes.of(ownerByAddress(planning)!);
  // A delegate may not add to a shared mailbox's list of categories: its owner did.
  const names = Object.values(categoryNames(served.policy));
  shared.masterCategories = names.map((displayName, index) => ({ id: `${index}`, displayName, color: "Preset0" }));
  const settings = new Map<string, { value: unknown }>();
  let underWay = 0;
  let begun = 0;
  return {
    ...{ clock, graph, served, rules, shared },
    behind: { mailboxes: graph.mailboxes, calendar: rules.calendar },
    service: service(clock.now),
    mine: graph.mailboxes.of(employee),
    requests: () => requests,
    boxesOf: (person) => [graph.mailboxes.of(person), shared],
    settingsOf(person) {
      const known = settings.get(person.id) ?? { value: null };
      settings.set(person.id, known);
      return known;
    },
    async busy(work) {
      underWay += 1;
      begun += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
      }
    },
    async quiet() {
      for (let still = 0, seen = begun; still < 4; still += 1) {
        await new Promise(setImmediate);
        if (underWay > 0 || begun !== seen) still = -1;
        seen = begun;
      }
    },
  };
}
