import { parseWith } from "../contract/parse.ts";
import { servedPolicySchema, type ServedPolicy } from "../contract/served.ts";
import { missingZone } from "../domain/inquiry/rules.ts";
import { parsePolicy } from "../domain/policy/parsePolicy.ts";
import type { Result } from "../domain/time.ts";

/** A policy as a server sends it, with the offsets of every zone it names. */
export function servedPolicyFrom(value: unknown): Result<ServedPolicy> {
  const envelope = parseWith(servedPolicySchema, value);
  if (!envelope.ok) return envelope;
  const policy = parsePolicy(envelope.value.policy);
  if (!policy.ok) return policy;
  const served = { policy: policy.value, zones: envelope.value.zones };
  const missing = missingZone(served);
  if (missing === null) return { ok: true, value: served, warnings: policy.warnings };
  const message = `the offsets of ${missing} are missing`;
  return { ok: false, problems: [{ path: "zones", message, severity: "error" }] };
}
