/** A department's figures, and who looked at them; whether the person may see the first is the service's to say. */
import type { LooksAnswer, TeamAnswer } from "./addin.ts";
import type { Desk } from "./desk.ts";
import { unlessRefused } from "./notices.ts";

export async function team(desk: Desk, department: string | null): Promise<TeamAnswer> {
  const { service } = desk.ports;
  if (service === null) return { ok: false, why: "unsupported" };
  return unlessRefused<TeamAnswer>(
    service.statistics(department).then((statistics) => ({ ok: true, statistics })),
    (refusal) => ({ ok: false, why: refusal.code }),
  );
}

export async function looks(desk: Desk, department: string | null): Promise<LooksAnswer> {
  const { service } = desk.ports;
  if (service === null) return { ok: false, why: "unsupported" };
  return unlessRefused<LooksAnswer>(
    service.audit(department).then((entries) => ({ ok: true, entries })),
    (refusal) => ({ ok: false, why: refusal.code }),
  );
}
