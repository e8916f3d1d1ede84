/** Microsoft's own validation, which needs the network: office-addin-manifest sends the file to a service. */
import type { Check } from "./checkManifest.ts";

/** What this check reads of office-addin-manifest's answer. */
export interface MicrosoftAnswer {
  readonly isValid: boolean;
  /** HTTP status. */
  readonly status?: number;
  readonly report?: {
    readonly status?: string;
    readonly errors?: readonly { readonly title?: string; readonly content?: string }[];
  };
}

/** office-addin-manifest's `validateManifest`: rejects when the service cannot be reached. */
export type MicrosoftValidator = (manifestFile: string) => Promise<MicrosoftAnswer>;

const name = "Microsoft's validation service accepts it";

async function validator(): Promise<MicrosoftValidator> {
  const { validateManifest } = await import("office-addin-manifest");
  return validateManifest;
}

function late(limitMs: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), limitMs).unref();
  });
}

/**
 * Asks Microsoft's service. No network, no answer in time and a service out of order are "not run", never a failure.
 *
 * @param manifestFile path of manifest.xml
 * @param limitMs how long to wait, in milliseconds
 */
export async function askMicrosoft(
  manifestFile: string,
  limitMs: number,
  validate?: MicrosoftValidator,
): Promise<Check> {
  const ask = validate ?? (await validator());
  const answer = await Promise.race([ask(manifestFile).catch(() => null), late(limitMs)]);
  if (answer === null) return { name, problems: [], notRun: "no network" };
  if (answer.isValid) return { name, problems: [] };
  if (answer.report === undefined)
    return { name, problems: [], notRun: `the service answered ${String(answer.status ?? "nothing")}` };
  const said = (answer.report.errors ?? []).map(({ title, content }) => [title, content].filter(Boolean).join(": "));
  return { name, problems: said.length > 0 ? said : [`refused: ${answer.report.status ?? "without a reason"}`] };
}
