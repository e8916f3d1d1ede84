/** A small mailbox with one of everything, for proofs that try each request of a look. */
import type { Service } from "../../../src/addin/ports.ts";
import { entryStanding } from "../../../src/addin/mailbox/entry.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { nodeDigest } from "../ports.ts";
import { at } from "../time.ts";
import { handDeeds, ownFolders } from "./handDeeds.ts";
import { beginLife, closeOn, messagesWhere, openOn, type Life } from "./life.ts";
import { mailDeeds } from "./mailDeeds.ts";
import type { Pane } from "./pane.ts";
import { pool, type Pool } from "./pool.ts";
import { makeTown } from "./town.ts";
import { townPolicy } from "./townRules.ts";

export interface Scene {
  readonly life: Life;
  readonly pool: Pool;
}

const dayMs = 86_400_000;

/** The mailbox joined, then a fortnight of mail came while no pane was open. */
export async function makeScene(): Promise<Scene> {
  const served = townPolicy();
  const made: Pool[] = [];
  const service = (now: () => Instant): Service => {
    const one = pool(served, now);
    made.push(one);
    return one.service;
  };
  const town = await makeTown({ served, start: at("Mon 2026-03-16 09:00"), seed: null, service });
  const [pooled] = made as [Pool];
  const life = beginLife(town, (away) => (pooled.away = away));
  for (const box of [town.mine, town.shared]) box.ownFolders = ownFolders;
  // The second computer joins, and is never used again.
  const [, second] = life.computers;
  const pane = await openOn(life, second!);
  await town.quiet();
  closeOn(life, second!, pane);
  for (const [pick, other] of [
    [0, 0],
    [1, 1],
    [2, 2],
    [1, 0],
    [2, 1],
  ] as const) {
    await mailDeeds.writes(life, pick, other);
    town.clock.pass(dayMs);
  }
  await mailDeeds.newsletter(life, 0);
  await mailDeeds.replies(life, 0, 0);
  await mailDeeds.thanks(life, 0, 0);
  await handDeeds.files(life, 2, 0);
  await handDeeds.junks(life, 3, 0);
  town.clock.pass(dayMs);
  return { life, pool: pooled };
}

/** What happens between two looks, within the hour that a token lasts. */
export async function goOn({ life }: Scene): Promise<void> {
  await mailDeeds.writes(life, 0, 2);
  await mailDeeds.writesAgain(life, 1, 0);
  await mailDeeds.replies(life, 2, 0);
  await mailDeeds.bounces(life, 0, 0);
  await handDeeds.files(life, 0, 1);
  await handDeeds.unjunks(life, 0, 0);
  await handDeeds.deletes(life, 5, 0);
  life.town.clock.skip(61_000);
}

/** Everything that a look leads to, in words that are the same in each run: ids are random. */
export async function outcomeOf({ life, pool: { facts } }: Scene, { storage }: Pane): Promise<unknown> {
  const { rules, clock } = life.town;
  const settling = { rules, now: clock.now(), hash: (text: string) => nodeDigest.sha256(text) };
  const entries = (await storage.ledger.all()).map((entry) => {
    const standing = entryStanding(entry, settling);
    const { subject, mailbox, members, shown, open, deleted } = entry;
    const { state, receivedAt, metAt, excludedReason } = standing ?? {};
    return [subject, mailbox, members.length, shown, open, deleted, state, receivedAt, metAt, excludedReason].join();
  });
  const marks = messagesWhere(life, () => true).map(({ owner, message }) =>
    [owner.id, message.folder, message.subject, message.receivedAt, ...message.categories].join(),
  );
  const told = [...(await facts()).values()].map((of) =>
    of
      .map(({ kind, at: when, by }) => [kind, by, kind === "included" || kind === "excluded" ? "" : when].join())
      .sort()
      .join(" "),
  );
  return { entries: entries.sort(), marks: marks.sort(), told: told.sort(), waiting: await storage.outbox.count() };
}
