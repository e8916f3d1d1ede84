/** A triage rule: a name, when it applies, and what follows. The order of the table is the order of evidence. */
import type { Address, OffReason } from "./message.ts";
import type { Reading } from "./reading.ts";

/** A message that needs no reply. */
export interface OffRule {
  readonly id: string;
  readonly when: (reading: Reading) => boolean;
  readonly off: OffReason;
  /** True, or when it is true, that a person should confirm. Default: false. */
  readonly probable?: boolean | ((reading: Reading) => boolean);
}

/** A message whose clock runs. */
export interface OnRule {
  readonly id: string;
  readonly when: (reading: Reading) => boolean;
  readonly on: (reading: Reading) => OnTheClock;
}

export interface OnTheClock {
  readonly channel: string;
  readonly customer: Address | null;
  readonly customerInText?: true;
  readonly probable: boolean;
}

export type Rule = OffRule | OnRule;
