import { expect, test } from "@jest/globals";
import { faultsOn } from "../../../src/sandbox/page/faultsOn.ts";
import { english } from "../../../src/sandbox/page/textEn.ts";
import { french } from "../../../src/sandbox/page/textFr.ts";

const well = { service: "running", graph: "none", graphLagMs: 0 } as const;

test("nothing is said while all is well", () => {
  expect(faultsOn(well, english)).toBe("");
});

test("one line says everything that is on", () => {
  expect(faultsOn({ service: "stopped", graph: "throttled", graphLagMs: 10_000 }, english)).toBe(
    "Service stopped · Microsoft Graph: Busy (429) · Changes are seen 10 seconds later",
  );
  expect(faultsOn({ ...well, graphLagMs: 300_000 }, french)).toBe("Changements visibles 5 min plus tard");
});
