/** Where the policy comes from: the service, else what it last said, else the document that ships beside the pane. */
import type { ServedPolicy } from "../contract/served.ts";
import { addDays } from "../domain/calendar/localDay.ts";
import { missingZone, rulesOf } from "../domain/inquiry/rules.ts";
import { parsePolicy } from "../domain/policy/parsePolicy.ts";
import type { ZoneTable } from "../domain/policy/policy.ts";
import type { Desk } from "./desk.ts";
import { unlessRefused } from "./notices.ts";
import type { Memory } from "./ports.ts";

export const policyKey = "policy";
/** A calendar whose closures end this soon needs an administrator. */
const nearDays = 60;

/** The policy that this browser remembers, or null; what storage holds is read like any other document. */
export async function rememberedPolicy(memory: Memory): Promise<ServedPolicy | null> {
  const value = (await unlessRefused(memory.get(policyKey), () => null)) as Partial<ServedPolicy> | null | undefined;
  if (value?.policy === undefined || !Array.isArray(value.zones)) return null;
  const read = parsePolicy(value.policy);
  const zones = value.zones as readonly ZoneTable[];
  return read.ok && missingZone({ policy: read.value, zones }) === null ? { policy: read.value, zones } : null;
}

/**
 * A policy to begin with, at once: the remembered one, so that a slow service delays nothing. Without one the service
 * is asked, and without that the shipped document must do, which the pane says.
 */
export async function firstPolicy(desk: Desk): Promise<ServedPolicy> {
  const remembered = await rememberedPolicy(desk.ports.storage.memory);
  return remembered ?? (await askService(desk)) ?? (await shipped(desk));
}

async function shipped(desk: Desk): Promise<ServedPolicy> {
  if (desk.ports.service !== null) desk.notices.raise({ code: "shippedPolicy" });
  return desk.ports.shippedPolicy();
}

/** The service's policy, remembered for next time; null when there is none to be had. */
export async function askService(desk: Desk): Promise<ServedPolicy | null> {
  const { service, storage } = desk.ports;
  if (service === null) return null;
  const served = await unlessRefused<ServedPolicy | null>(service.policy(), (refusal) => {
    if (refusal.code === "signInNeeded") desk.notices.raise({ code: "signInNeeded" });
    return null;
  });
  if (served === null) return null;
  desk.notices.lower("shippedPolicy");
  await unlessRefused(storage.memory.set(policyKey, served), () => undefined);
  return served;
}

/** Lets the policy hold from now on, and says when its closures end soon. */
export function adopt(desk: Desk, served: ServedPolicy): void {
  const rules = rulesOf(served);
  desk.rules = rules;
  desk.store.set({ policy: rules.policy, calendar: rules.calendar });
  const { confirmedThrough } = rules.policy.calendar;
  const near = addDays(rules.calendar.localDay(desk.ports.clock.now()), nearDays);
  if (confirmedThrough !== undefined && confirmedThrough < near) {
    desk.notices.raise({ code: "calendarEnds", day: confirmedThrough });
  } else desk.notices.lower("calendarEnds");
}
