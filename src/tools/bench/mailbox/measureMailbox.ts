import { existsSync } from "node:fs";
import path from "node:path";
import type { ServedPolicy } from "../../../contract/served.ts";
import { startFarGraph } from "./farGraph.ts";
import { lookCosts, type LookCosts } from "./lookCosts.ts";
import type { MailboxMeasurements } from "./mailboxReport.ts";
import { paneLoad } from "./paneLoad.ts";

const sizes: readonly number[] = [1_000, 10_000, 50_000];
const besidePane = 50_000;

/** Measures looks at each size, and the shipped pane beside one of them. @param root the package's folder */
export async function measureMailbox(root: string, served: ServedPolicy): Promise<MailboxMeasurements> {
  const looks: LookCosts[] = [];
  for (const whole of [false, true]) {
    for (const messages of sizes) looks.push(await lookCosts(startFarGraph, served, messages, whole));
  }
  const isBuilt = existsSync(path.join(root, "dist/web/taskpane.html"));
  return { looks, pane: isBuilt ? await paneLoad(root, served, besidePane) : null };
}
