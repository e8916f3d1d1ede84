import type { Rules } from "../../domain/inquiry/rules.ts";
import type { Desk } from "../desk.ts";
import type { Settling } from "./entry.ts";

/** What it takes to say where an inquiry stands now. */
export function settlingOf(desk: Desk, rules: Rules): Settling {
  const { clock, digest } = desk.ports;
  return { rules, now: clock.now(), hash: (text) => digest.sha256(text) };
}
