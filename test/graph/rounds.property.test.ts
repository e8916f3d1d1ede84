import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { graphMail } from "../../src/graph/graphMail.ts";
import { instant } from "../../src/domain/time.ts";
import { emptyCopy, finishRounds, turnPage, type Copy } from "../support/foldRounds.ts";
import { addinId } from "../support/graphMessages.ts";
import { scriptedFolders, type ScriptedFolders } from "../support/scriptedFolder.ts";
import { scriptedGraph } from "../support/scriptedGraph.ts";
import { at } from "../support/time.ts";

const paths = ["/me/mailFolders/inbox", "/me/mailFolders/sentitems", "/users/p%40pinewood.example/mailFolders/inbox"];
const since = at("Fri 2026-11-20 08:00");

interface Step {
  readonly kind: "put" | "change" | "remove" | "page";
  readonly folder: number;
  readonly id: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("put", "put", "put", "change", "change", "remove", "page", "page", "page"),
  folder: fc.nat(2),
  id: fc.nat(9),
});

function seededDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** An id's time of receipt is its own for ever: three of ten are older than what is asked for. */
function play(folders: ScriptedFolders, { kind, folder, id: number }: Step, count: number): void {
  const [path, id] = [paths[folder]!, `m${number}`];
  const old = folders.content(path).get(id);
  if (kind === "put" && old === undefined)
    folders.put(path, id, { receivedAt: instant(since + (number - 3) * 3_600_000), categories: [] });
  if (kind === "change" && old !== undefined) folders.put(path, id, { ...old, categories: [`c${count}`] });
  if (kind === "remove") folders.remove(path, id);
}

function expectTruth(folders: ScriptedFolders, copies: readonly Copy[]): void {
  for (const [index, copy] of copies.entries()) {
    const truth = [...folders.content(paths[index]!)].filter(
      ([, { receivedAt }]) => copy.since === null || receivedAt >= copy.since,
    );
    const told = [...copy.known].map(([id, { receivedAt, categories }]) => [id, { receivedAt, categories }] as const);
    expect(new Map(told)).toEqual(new Map(truth));
  }
}

test("whatever pages, replays, tombstones and faults come: when the rounds are over, the copies are the folders", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.integer(), fc.boolean(), async (steps, seed, faults) => {
      const folders = scriptedFolders(seededDice(seed), { faults });
      const { request } = scriptedGraph(folders.script);
      const { reader } = graphMail(request, { addinId, scopes: ["Mail.Read", "Mail.Read.Shared"], pageSize: 3 })!;
      const copies = [
        emptyCopy("", "inbox", since),
        emptyCopy("", "sentitems", null),
        emptyCopy("p@pinewood.example", "inbox", since),
      ];
      for (const [count, each] of steps.entries()) {
        if (each.kind === "page")
          await turnPage(reader, [copies[each.folder]!, ...(each.id < 5 ? [copies[(each.folder + 1) % 3]!] : [])]);
        else play(folders, each, count);
      }
      await finishRounds(reader, copies);
      // What changed while a page was on its way comes with the next round.
      await finishRounds(reader, copies);
      expectTruth(folders, copies);
    }),
    { numRuns: 150 },
  );
}, 60_000);
