/** A department's figures, and who looked at them; whether the person may see the first is the service's to say. */
import type { LooksAnswer, TeamAnswer } from "./addin.ts";
import type { Desk } from "./desk.ts";
import { unlessRefused } from "./notices.ts";
import type { OutsideCode, Service } from "./ports.ts";

export function team(desk: Desk, department: string | null): Promise<TeamAnswer> {
  return asked(desk, async (service) => ({ ok: true, statistics: await service.statistics(department) }));
}

export function looks(desk: Desk, department: string | null): Promise<LooksAnswer> {
  return asked(desk, async (service) => ({ ok: true, entries: await service.audit(department) }));
}

async function asked<T>(
  { ports: { service } }: Desk,
  ask: (service: Service) => Promise<T>,
): Promise<T | { readonly ok: false; readonly why: OutsideCode }> {
  if (service === null) return { ok: false, why: "unsupported" };
  return unlessRefused<T | { readonly ok: false; readonly why: OutsideCode }>(ask(service), (refusal) => ({
    ok: false,
    why: refusal.code,
  }));
}
