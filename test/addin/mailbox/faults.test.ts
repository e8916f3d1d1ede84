/** Each fault at each request of a look: nothing is lost, one sentence is said while it lasts, none when it is over. */
import { expect, test } from "@jest/globals";
import type { GraphFaultKind, PlannedFault } from "../../../src/sandbox/api.ts";
import { proofRuns } from "../../support/proofRuns.ts";
import { openOn, type Life } from "../../support/year/life.ts";
import type { Pane } from "../../support/year/pane.ts";
import { faultKinds } from "../../support/year/paneDeeds.ts";
import { goOn, makeScene, outcomeOf, type Scene } from "../../support/year/scene.ts";

/** Every request in the proof, every third in the sample. */
const stride = proofRuns(3, 1);

type Which = "first" | "later";

/** Comes to the moment before the look; @returns how to look, which opens the pane for a first one. */
async function before(which: Which, scene: Scene): Promise<() => Promise<Pane>> {
  const { life } = scene;
  const computer = life.computers[0]!;
  const opened = async () => {
    const pane = await openOn(life, computer);
    await life.town.quiet();
    return pane;
  };
  if (which === "first") return opened;
  const pane = await opened();
  await goOn(scene);
  return async () => {
    await pane.addin.refresh();
    await life.town.quiet();
    return pane;
  };
}

async function withoutFault(which: Which): Promise<{ readonly outcome: unknown; readonly requests: number }> {
  const scene = await makeScene();
  const look = await before(which, scene);
  const from = scene.life.town.requests();
  const pane = await look();
  const requests = scene.life.town.requests() - from;
  await lookAgain(scene.life, pane);
  return { outcome: await outcomeOf(scene, pane), requests };
}

async function lookAgain({ town }: Life, pane: Pane): Promise<void> {
  town.clock.pass(1_000);
  await pane.addin.refresh();
  await town.quiet();
}

const losses = /^(mailbox|signIn|service|facts|headers)/;
const noticesOf = ({ addin }: Pane) =>
  addin
    .state()
    .notices.map(({ code }) => code)
    .filter((code) => losses.test(code));

/** Looks while it goes wrong as planned, then while all is well. */
async function withFault(which: Which, plan: readonly PlannedFault[]) {
  const scene = await makeScene();
  const { town } = scene.life;
  const look = await before(which, scene);
  town.graph.graph.setFaults({ plan });
  const pane = await look();
  const during = { said: noticesOf(pane), lookedAt: pane.addin.state().lookedAt === town.clock.now() };
  town.graph.graph.setFaults({ graph: "none", plan: [] });
  await lookAgain(scene.life, pane);
  return { during, after: noticesOf(pane), outcome: await outcomeOf(scene, pane) };
}

const plans: Readonly<Record<string, (kind: GraphFaultKind, at: number) => readonly PlannedFault[]>> = {
  once: (kind, at) => [{ at, kind }],
  "from then on": (kind, at) => Array.from({ length: 100 }, (_, more) => ({ at: at + more, kind })),
};

for (const which of ["first", "later"] as const) {
  for (const kind of faultKinds) {
    test.each(Object.keys(plans))(
      `${kind} at any request of a ${which} look, %s, loses nothing and is said once`,
      async (how) => {
        const well = await withoutFault(which);
        for (let at = 1; at <= well.requests; at += stride) {
          const { during, after, outcome } = await withFault(which, plans[how]!(kind, at));
          const where = `request ${at} of ${well.requests}`;
          expect({ where, outcome }).toEqual({ where, outcome: well.outcome });
          expect({ where, ...during }).toEqual({
            where,
            lookedAt: during.said.length === 0,
            said: during.said.slice(0, 1),
          });
          expect({ where, after }).toEqual({ where, after: [] });
        }
      },
    );
  }
}
