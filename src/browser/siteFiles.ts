/** The two files that a site serves beside the pane. */
import { OutsideError } from "../addin/ports.ts";
import type { ServedPolicy } from "../contract/served.ts";
import { parseSettings, type SiteSettings } from "../contract/settings.ts";
import type { Result } from "../domain/time.ts";
import { servedPolicyFrom } from "./servedPolicy.ts";

/** @param address of settings.json, relative to the page; @throws OutsideError when it is missing or wrong */
export async function siteSettings(address: string): Promise<SiteSettings> {
  return understood(address, parseSettings(await readJson(address)));
}

/** @param address of policy.json, relative to the page; @throws OutsideError when it is missing or wrong */
export async function sitePolicy(address: string): Promise<ServedPolicy> {
  return understood(address, servedPolicyFrom(await readJson(address)));
}

async function readJson(address: string): Promise<unknown> {
  const answer = await fetch(address).catch((error: unknown) => {
    throw new OutsideError("offline", `${address}: ${String(error)}`);
  });
  if (!answer.ok) throw new OutsideError("gone", `${address}: ${answer.status}`);
  return answer.json().catch(() => null) as Promise<unknown>;
}

function understood<T>(address: string, result: Result<T>): T {
  if (result.ok) return result.value;
  const [first] = result.problems;
  throw new OutsideError("unexpected", `${address}: ${first?.path ?? ""} ${first?.message ?? ""}`);
}
