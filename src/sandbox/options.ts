/** What the sandbox is started with, and what it is once it runs. */
import type { ServedPolicy } from "../contract/served.ts";
import type { Instant } from "../domain/time.ts";
import type { SandboxGraph } from "./graph/graph.ts";
import type { GraphLimits } from "./graph/limits.ts";
import type { TlsPair } from "./httpsApp.ts";
import type { Mailboxes } from "./mailbox/mailboxes.ts";
import type { Origins, ServiceControl } from "./parts.ts";
import type { SampleOutcome } from "./samples/seedTimeliness.ts";

export interface SandboxPorts {
  readonly page: number;
  readonly addin: number;
  /** Not opened here: the service is a process of its own. */
  readonly service: number;
  readonly issuer: number;
  readonly graph: number;
}

export interface SandboxOptions {
  readonly ports: SandboxPorts;
  /** PEM texts, for localhost. */
  readonly certificate: TlsPair;
  /** Somebody's own mail: a folder of .eml files or an .mbox; null: the invented mail. */
  readonly mailboxPath: string | null;
  /** The sandbox keeps its data in a folder of its own inside it. */
  readonly dataFolder: string;
  /** Forget what an earlier start kept. */
  readonly fresh: boolean;
  /** The clock's first reading where nothing is kept; null: the machine's. */
  readonly at?: Instant | null;
  /** dist/web: the add-in as it ships. */
  readonly distWeb: string;
  /** The built sandbox page. */
  readonly pageRoot: string;
  /** Folder of @microsoft/office-js/dist. */
  readonly officeJs: string;
  /** assets/sandbox: folders `mail` and `arrivals`. */
  readonly assets: string;
  /** The text of manifest.xml. */
  readonly manifest: string;
  readonly policy: ServedPolicy;
  readonly service: ServiceControl;
  /** True: each person is asked once before Graph may be used; false: an administrator has allowed it. */
  readonly askConsent?: boolean;
  /** Where exchanges with Graph are written, a JSON object a line. */
  readonly recordGraph?: string | null;
  /** Of the liberties that Graph's deltas take; null: none are taken. */
  readonly graphSeed?: number | null;
  readonly graphLimits?: GraphLimits;
  readonly log: (line: string) => void;
}

export interface Sandbox {
  readonly origins: Origins;
  /** For tests in the same process: faults, and mailboxes to change behind everybody's back. */
  readonly graph: SandboxGraph;
  readonly mailboxes: Mailboxes;
  /** Sends the colleagues' invented inquiries of a year to the service; once per data folder, later calls send nothing. */
  sendSamples(): Promise<SampleOutcome>;
  /** The issuer signs with a new key from now on. */
  rotateKeys(): Promise<void>;
  /** Closes the servers in order and resolves when everything is on disk. */
  stop(): Promise<void>;
}

export function originsOf(ports: SandboxPorts): Origins {
  const origin = (port: number): string => `https://localhost:${port}`;
  return {
    page: origin(ports.page),
    addin: origin(ports.addin),
    service: origin(ports.service),
    issuer: origin(ports.issuer),
    graph: origin(ports.graph),
  };
}
