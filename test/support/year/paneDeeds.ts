/** What happens with panes: they come and go, people decide in them, Graph and service fail, time passes. */
import { minuteMs } from "../../../src/domain/time.ts";
import type { GraphFaultKind } from "../../../src/sandbox/api.ts";
import { closeOn, messagesWhere, openOn, picked, type Life } from "./life.ts";
import type { Deed } from "./mailDeeds.ts";
import type { Pane } from "./pane.ts";
import { employee } from "./town.ts";

const hourMs = 60 * minuteMs;

export const faultKinds: readonly GraphFaultKind[] = [
  ...(["throttled", "unavailable", "expiredTokens", "claimsChallenge"] as const),
  ...(["lostAnswers", "timeouts", "gone", "slow", "lostMarks"] as const),
];

export function openPanes({ computers }: Life): readonly Pane[] {
  return computers.flatMap(({ panes }) => panes);
}

/** Nothing goes wrong any more. */
export function calm(life: Life): void {
  life.setAway(false);
  life.town.graph.graph.setFaults({ graph: "none", graphLagMs: 0, plan: [] });
}

function decides(step: (pane: Pane, other: number, life: Life) => Promise<void>): Deed {
  return async (life, pick, other) => {
    const pane = picked(openPanes(life), other);
    const placed = picked(
      messagesWhere(life, ({ folder }) => folder !== "sentitems").filter(
        ({ box }) => pane !== null && life.town.boxesOf(pane.person).includes(box),
      ),
      pick,
    );
    if (pane === null || placed === null) return;
    pane.outlook.open(placed.message.id);
    await life.town.quiet();
    await step(pane, other, life);
    life.lastStep = pane;
    await life.town.quiet();
  };
}

function passes(unit: number, most: number): Deed {
  return (life, pick) => {
    // A lag is of minutes: what is older is to be seen.
    life.town.graph.graph.setFaults({ graphLagMs: 0 });
    life.town.clock.pass((1 + (pick % most)) * unit);
    return Promise.resolve();
  };
}

export const paneDeeds = {
  opens: async (life, pick) => {
    const computer = picked(life.computers, pick)!;
    if (computer.panes.length < 2) await openOn(life, computer);
  },
  closes: (life, pick) => {
    const computer = picked(life.computers, pick)!;
    const [pane] = computer.panes;
    if (pane !== undefined) closeOn(life, computer, pane);
    return Promise.resolve();
  },
  looks: async (life, pick) => {
    await picked(openPanes(life), pick)?.addin.refresh();
  },
  looksMeanwhile: (life, pick) => {
    void picked(openPanes(life), pick)?.addin.refresh();
    return Promise.resolve();
  },
  excludes: decides((pane, other) => pane.addin.exclude(other % 2 === 0 ? "notService" : "private")),
  includes: decides((pane) => pane.addin.include()),
  answeredByPhone: decides(async (pane, _other, { town }) => {
    const { view } = pane.addin.state();
    if (view.kind === "message" && view.standing !== null)
      await pane.addin.answeredAnotherWay("phone", town.clock.now());
  }),
  excludesRow: async (life, pick, other) => {
    const pane = picked(openPanes(life), other);
    const queue = pane?.addin.state().queue;
    const row = picked([...(queue?.overdue ?? []), ...(queue?.today ?? [])], pick);
    if (row !== null) await pane?.addin.excludeRows([row.internetMessageId], "private");
  },
  undoes: async (life) => {
    await life.lastStep?.addin.undo();
    life.lastStep = null;
  },
  setsFollowUp: async (life, pick) => {
    const [computer] = life.computers;
    const others = life.computers.filter(({ person }) => person === employee);
    // A pane reads the mailbox's settings when it begins: the other ones of this person begin anew.
    for (const each of others)
      for (const pane of each.panes.slice(each === computer ? 1 : 0)) closeOn(life, each, pane);
    const pane = computer!.panes[0] ?? (await openOn(life, computer!));
    life.followUp = pick % 2 === 0;
    await pane.addin.setFollowUp(life.followUp);
  },
  oneFault: ({ town }, pick, other) => {
    const kind = faultKinds[other % faultKinds.length]!;
    const of = pick % 3 === 0 ? ({ of: "items" } as const) : {};
    town.graph.graph.setFaults({ plan: [{ at: 1 + (pick % 12), kind, ...of }] });
    return Promise.resolve();
  },
  storm: ({ town }, pick, other) => {
    town.graph.graph.setFaults({ graph: faultKinds[other % faultKinds.length]!, rate: 0.1 + (pick % 9) / 10 });
    return Promise.resolve();
  },
  lags: ({ town }, pick) => {
    town.graph.graph.setFaults({ graphLagMs: 20 + (pick % 300) });
    return Promise.resolve();
  },
  loses: (life) => {
    life.setAway(true);
    return Promise.resolve();
  },
  calms: (life) => {
    calm(life);
    return Promise.resolve();
  },
  hours: passes(hourMs, 30),
  days: passes(24 * hourMs, 8),
  weeks: passes(7 * 24 * hourMs, 4),
} satisfies Record<string, Deed>;
