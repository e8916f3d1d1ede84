/** What the routes of the sandbox page work with. */
import type { BusinessCalendar } from "../domain/calendar/businessCalendar.ts";
import type { ZoneTable } from "../domain/policy/policy.ts";
import type { SandboxState } from "./api.ts";
import type { SandboxClock } from "./clock.ts";
import type { Events } from "./events.ts";
import type { SandboxGraph } from "./graph/graph.ts";
import type { Consents } from "./issuer/consents.ts";
import type { Issuer } from "./issuer/issuer.ts";
import type { Arrivals } from "./mailbox/arrivals.ts";
import type { Mailboxes } from "./mailbox/mailboxes.ts";
import type { UnreadableMail } from "./mailbox/ownMail.ts";

export type Origins = SandboxState["origins"] & { readonly page: string };

/** How the sandbox drives the service, which is a process of its own. */
export interface ServiceControl {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** @param offset milliseconds to add to the machine's clock */
  onClock(offset: number): void;
}

export interface SandboxParts {
  readonly origins: Origins;
  readonly mailboxes: Mailboxes;
  readonly arrivals: Arrivals;
  readonly clock: SandboxClock;
  readonly calendar: BusinessCalendar;
  readonly zone: ZoneTable;
  readonly events: Events;
  readonly issuer: Issuer;
  readonly consents: Consents;
  readonly service: ServiceControl;
  readonly graph: SandboxGraph;
  /** Changed by the faults route alone. */
  readonly faults: { service: "running" | "stopped" };
  readonly unreadable: readonly UnreadableMail[];
  /** The text of manifest.xml. */
  readonly manifest: string;
  readonly addinId: string;
}
