import { parseWith } from "../contract/parse.ts";
import { servedPolicySchema, type ServedPolicy } from "../contract/served.ts";
import { parsePolicy } from "../domain/policy/parsePolicy.ts";
import type { Result } from "../domain/time.ts";

/** A policy as a server sends it, with the offsets of every zone it names. */
export function servedPolicyFrom(value: unknown): Result<ServedPolicy> {
  const envelope = parseWith(servedPolicySchema, value);
  if (!envelope.ok) return envelope;
  const policy = parsePolicy(envelope.value.policy);
  if (!policy.ok) return policy;
  const { zones } = envelope.value;
  const { timeZone } = policy.value.calendar;
  if (zones.some(({ zone }) => zone === timeZone)) {
    return { ok: true, value: { policy: policy.value, zones }, warnings: policy.warnings };
  }
  const message = `the offsets of ${timeZone} are missing`;
  return { ok: false, problems: [{ path: "zones", message, severity: "error" }] };
}
