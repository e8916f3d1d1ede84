/** Lives through deeds one after the other, as a property test draws them. */
import fc from "fast-check";
import { dayMs } from "../../../src/domain/time.ts";
import { handDeeds, ownFolders } from "./handDeeds.ts";
import { closeOn, openOn, type Life } from "./life.ts";
import { mailDeeds } from "./mailDeeds.ts";
import { paneDeeds } from "./paneDeeds.ts";
import { checkLife, type Compares, type FactsOf } from "./checks.ts";

const deeds = { ...mailDeeds, ...handDeeds, ...paneDeeds };
type DeedName = keyof typeof deeds | "check";

export interface Step {
  readonly deed: DeedName;
  readonly pick: number;
  readonly other: number;
}

/** How often each is drawn; what is not named here, once. */
const weights: Partial<Record<DeedName, number>> = {
  ...{ writes: 6, writesAgain: 3, replies: 4, answersFromPhone: 2, colleagueAnswers: 2, bounces: 2 },
  ...{ opens: 3, looks: 6, looksMeanwhile: 2, hours: 4, days: 4, weeks: 2, oneFault: 4, storm: 2, calms: 2, check: 2 },
  ...{ junks: 2, unjunks: 2, deletes: 2, restores: 2, files: 2 },
};

/** After these an inquiry without its messages still waits: they say nothing of it. */
const harmless: ReadonlySet<DeedName> = new Set<DeedName>([
  ...([
    "writes",
    "newsletter",
    "destroys",
    "reads",
    "categorises",
    "uncategorises",
    "flags",
    "completes",
    "unflags",
  ] as const),
  ...(["opens", "closes", "looks", "looksMeanwhile", "oneFault", "storm", "lags", "loses", "calms"] as const),
  ...(["hours", "days", "weeks", "check"] as const),
]);

export const steps = (maxLength: number): fc.Arbitrary<readonly Step[]> =>
  fc
    .array(
      fc.record({
        deed: fc.oneof(
          ...([...Object.keys(deeds), "check"] as DeedName[]).map((deed) => ({
            weight: weights[deed] ?? 1,
            arbitrary: fc.constant(deed),
          })),
        ),
        pick: fc.nat(99),
        other: fc.nat(99),
      }),
      { maxLength, size: "max" },
    )
    .map((all) => Object.defineProperty(all, fc.toStringMethod, { value: () => toldOf(all), enumerable: false }));

export async function live(life: Life, lived: readonly Step[], factsOf: FactsOf, compares?: Compares): Promise<void> {
  for (const box of [life.town.mine, life.town.shared]) box.ownFolders = ownFolders;
  // Some mail is there before the mailboxes join: offered, never counted unless a person says so. It lies in one mailbox
  // alone: what a person says of a copy there, a colleague who never counted the other copy cannot know.
  for (const pick of [0, 1, 2]) await mailDeeds.writes(life, pick, 0);
  life.town.clock.pass(3 * dayMs);
  for (const computer of life.computers) {
    const pane = await openOn(life, computer);
    await life.town.quiet();
    closeOn(life, computer, pane);
  }
  for (const { deed, pick, other } of lived) {
    life.town.clock.pass(61_000);
    if (!harmless.has(deed)) life.orphans.clear();
    if (deed === "check") {
      // A fresh look reads no headers of what is older than the window, and may tell the service of it.
      if (compares !== "window") await checkLife(life, factsOf);
    } else await deeds[deed](life, pick, other);
  }
  life.town.clock.pass(61_000);
  await checkLife(life, factsOf, compares);
  for (const { panes } of life.computers) for (const pane of panes) pane.close();
}

/** One deed a line, for the report of a failure. */
function toldOf(lived: readonly Step[]): string {
  return lived.map(({ deed, pick, other }) => `\n  ${deed}(${pick}, ${other})`).join("");
}
