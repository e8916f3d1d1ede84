/** A department's figures; whether the person may see them is the service's to say. */
import type { TeamAnswer } from "./addin.ts";
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
