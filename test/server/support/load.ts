/** Facts told to a running service by many at once, and a record of what it answered for. */
import { expect } from "@jest/globals";
import type { Fact, Observation } from "../../../src/domain/inquiry/fact.ts";
import { instant, type Instant } from "../../../src/domain/time.ts";
import { at } from "../../support/time.ts";
import { builtCommand } from "./builtService.ts";
import { fact, inquiryId } from "./town.ts";

const beginning = at("Mon 2024-11-18 10:00");
/** Inquiries of which people tell at the same time. */
const underWay = 100;
const factsOfEach = 4;

const nameOf = ({ inquiry, id }: Pick<Fact, "inquiry" | "id">): string => `${inquiry} ${id}`;

function pick<T>(all: readonly T[]): T {
  return all[Math.floor(Math.random() * all.length)]!;
}

/** Each said at another moment, so that no two are one. */
function observation(moment: Instant): Observation {
  const said = { at: moment, saidAt: moment, by: "person" } as const;
  return pick<Observation>([
    {
      ...said,
      kind: "received",
      channel: "email",
      department: "planning",
      mailboxKind: "shared",
      timeSource: "person",
    },
    { ...said, kind: "replied", replyKind: pick(["answer", "holding", "part"]), way: "phone", seenIn: "person" },
    { ...said, kind: "excluded", reason: "thanks" },
    { ...said, kind: "included" },
    { ...said, kind: "departmentSet", department: pick(["planning", "parks"]) },
    { ...said, kind: "channelSet", channel: "voicemail" },
  ]);
}

/** @throws when the service is gone */
export async function tellOnce(
  origin: string,
  token: string,
  facts: readonly Fact[],
): Promise<{ readonly taken: boolean; readonly said: string }> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(`${origin}/api/facts`, { method: "POST", headers, body: JSON.stringify({ facts }) });
  const said = await answer.text();
  return { taken: said.split('"taken":true').length === facts.length + 1, said };
}

export class Load {
  /** The names of each batch's facts. */
  readonly batches: (readonly string[])[] = [];
  /** Names of facts for which the service answered. */
  readonly answered = new Set<string>();
  #latest: readonly Fact[] = [];
  #count = 0;

  /**
   * Tells batch after batch until the service is gone.
   *
   * @returns how many it answered
   * @throws when it answers anything but that it took all
   */
  async tell(origin: string, token: string): Promise<number> {
    for (let answered = 0; ; answered += 1) {
      const latest = this.#latest;
      const facts = this.batch();
      if (facts !== latest) this.batches.push(facts.map(nameOf));
      const answer = await tellOnce(origin, token, facts).catch(() => null);
      if (answer === null) return answered;
      if (!answer.taken) throw new Error(`not all were taken: ${answer.said}`);
      for (const one of facts) this.answered.add(nameOf(one));
    }
  }

  /** How many different facts there were in its batches so far. */
  get distinct(): number {
    return this.#count;
  }

  /** One in four is the one that somebody else is telling or has just told. */
  batch(): readonly Fact[] {
    if (this.#latest.length > 0 && Math.random() < 1 / 4) return this.#latest;
    this.#latest = Array.from({ length: 1 + Math.floor(Math.random() * 20) }, () => {
      this.#count += 1;
      const inquiry = Math.floor(this.#count / factsOfEach + Math.random() * underWay);
      return fact(inquiryId(`<load-${inquiry}@elmbend.example>`), observation(instant(beginning + this.#count)));
    });
    return this.#latest;
  }
}

/**
 * Holds a database against what was told, with the command's own eyes: each answered fact is there, none twice, none that
 * nobody told; of each batch all facts or none; and the counts are those of the facts.
 */
export async function expectNothingLost(
  database: Readonly<Record<string, string>>,
  { batches, answered: sofar }: Load,
  answered: ReadonlySet<string> = sofar,
): Promise<void> {
  const exported = await builtCommand(["export", "--format", "json"], database);
  const found = exported.split("\n").flatMap((line) => (line === "" ? [] : nameOf(JSON.parse(line) as Fact)));
  const kept = new Set(found);
  expect(found).toHaveLength(kept.size);
  expect([...answered].filter((name) => !kept.has(name))).toEqual([]);
  const parts = batches.map((names) => ({ told: names.length, kept: names.filter((name) => kept.has(name)).length }));
  expect(parts.filter((one) => one.kept !== 0 && one.kept !== one.told)).toEqual([]);
  expect(parts.reduce((sum, one) => sum + one.kept, 0)).toBe(kept.size);
  expect(await builtCommand(["rebuild"], database)).toBe("All counts are those of the facts.\n");
}
