/** What the app is put together from; main.ts makes them, tests make others. */
import type { Logger } from "pino";
import type { Now } from "./clock.ts";
import type { LivePolicy } from "./livePolicy.ts";
import type { DepartmentsByGroup } from "./identity/access.ts";
import type { TokenVerifier } from "./identity/verifier.ts";
import type { Metrics } from "./metrics.ts";
import type { StandardParts } from "./standard/routes.ts";
import type { Limits } from "./limits.ts";
import type { FactStore } from "./store/factStore.ts";
import type { TrustProxy } from "./trustProxy.ts";

export interface AppParts {
  readonly store: FactStore;
  readonly policy: LivePolicy;
  readonly verify: TokenVerifier;
  readonly now: Now;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Base64url. */
  readonly inquiryKey: string;
  readonly departmentsByGroup: DepartmentsByGroup;
  /** Origins without a trailing slash. */
  readonly allowedOrigins: readonly string[];
  /** True where invented data is among the figures. */
  readonly sampleData: boolean;
  /** Certificate and key in PEM; null: plain HTTP, for a proxy in front. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** For the published standard's page; null where the site does without it. */
  readonly standard: StandardParts | null;
  /** The add-in's files, where this service hosts them too, and the origin under which people reach them. */
  readonly web: {
    readonly root: string;
    readonly siteSettings: string | null;
    readonly origin: string | null;
  } | null;
  readonly limits: Limits;
  readonly trustProxy: TrustProxy;
}
