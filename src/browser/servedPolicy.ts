import type { ServedPolicy } from "../contract/served.ts";
import { missingZone } from "../domain/inquiry/rules.ts";
import { parsePolicy } from "../domain/policy/parsePolicy.ts";
import type { ZoneTable } from "../domain/policy/policy.ts";
import type { Result } from "../domain/time.ts";

/** A policy as a server sends it, with the offsets of every zone it names. */
export function servedPolicyFrom(value: unknown): Result<ServedPolicy> {
  const { policy: document, zones } = (value ?? {}) as Partial<Record<keyof ServedPolicy, unknown>>;
  if (!Array.isArray(zones) || !zones.every(isZoneTable)) return wrongZones("the offsets");
  const policy = parsePolicy(document);
  if (!policy.ok) return policy;
  const served = { policy: policy.value, zones };
  const missing = missingZone(served);
  if (missing === null) return { ok: true, value: served, warnings: policy.warnings };
  return wrongZones(`the offsets of ${missing}`);
}

function wrongZones(missing: string): Result<ServedPolicy> {
  return { ok: false, problems: [{ path: "zones", message: `${missing} are missing`, severity: "error" }] };
}

/** Checked without a library: the pane waits for its policy before it can show anything. */
function isZoneTable(value: unknown): value is ZoneTable {
  const { zone, tzdata, base, transitions } = (value ?? {}) as Partial<Record<keyof ZoneTable, unknown>>;
  const isStep = (step: unknown) =>
    Array.isArray(step) && step.length === 2 && step.every((each) => typeof each === "number");
  return (
    typeof zone === "string" &&
    typeof tzdata === "string" &&
    typeof base === "number" &&
    Array.isArray(transitions) &&
    transitions.every(isStep)
  );
}
