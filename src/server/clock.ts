/** The service's clock. In the sandbox the parent process shifts it, so that a due date can be reached without waiting. */
import * as z from "zod";
import { type Instant, instant } from "../domain/time.ts";

export type Now = () => Instant;

const shift = z.strictObject({ type: z.literal("clock"), offset: z.number() });

export interface ShiftedClock {
  readonly now: Now;
  /** Takes {type: "clock", offset} in milliseconds; anything else is left alone. */
  readonly receive: (message: unknown) => void;
}

export const machineClock: Now = () => instant(Date.now());

export function shiftedClock(base: Now = machineClock): ShiftedClock {
  let offset = 0;
  return {
    now: () => instant(base() + offset),
    receive(message) {
      const read = shift.safeParse(message);
      if (read.success) offset = read.data.offset;
    },
  };
}
