/** What does not work just now, on request, in one line. */
import type { SandboxFaults } from "../api.ts";
import type { SandboxText } from "./text.ts";

/** How much later Graph may show a change, in milliseconds. */
export const lags: readonly number[] = [0, 10_000, 60_000, 300_000];

/** @returns "" when all is well */
export function faultsOn({ service, graph, graphLagMs }: SandboxFaults, text: SandboxText): string {
  const on: string[] = [];
  if (service === "stopped") on.push(text.serviceStopped);
  if (graph !== "none") on.push(text.graphIs(text.graphFault[graph]));
  if (graphLagMs > 0) on.push(`${text.changesSeen} ${text.later(graphLagMs)}`);
  return on.join(" · ");
}
