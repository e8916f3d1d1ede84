/** settings.json, served beside the pane by whoever hosts it: the addresses and ids of one site. */
import type { Problem, Result } from "../domain/time.ts";

export interface SiteSettings {
  /** Origin of the service, without a trailing slash; absent: the pane works alone. */
  readonly service?: string;
  /** The API's scope, such as "api://<client id>/access_as_user". */
  readonly serviceScope?: string;
  /** Base of Microsoft Graph, such as "https://graph.microsoft.com/v1.0"; absent: Office.js alone. */
  readonly graph?: string;
  /**
   * Scopes asked of Graph; they decide how much the pane can do. Mail.ReadWrite, the default: everything, categories and
   * flags on every waiting message included. Mail.Read: the same knowledge, nothing is written. Mail.ReadBasic: no
   * preview, no In-Reply-To and no stamps. None for mail: Office.js alone.
   * Shared mailboxes are asked only with a `.Shared` scope beside, such as Mail.ReadWrite.Shared.
   */
  readonly graphScopes: readonly string[];
  /** Messages a page of changes, from 1 to 1,000; absent: 200. Fewer make smaller answers, and more of them. */
  readonly graphPageSize?: number;
  readonly clientId?: string;
  /** Such as "https://login.microsoftonline.com/<tenant id>". */
  readonly authority?: string;
  /** The add-in's id in the manifest: names its custom properties in Graph. */
  readonly addinId: string;
}

type Check = readonly [expected: string, accepts: (value: unknown) => boolean];

const isText = (value: unknown): value is string => typeof value === "string";
const isPageSize = (value: unknown) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1_000;
const text: Check = ["text", isText];
const address: Check = [
  "an address such as https://reply.city.example",
  (value) => isText(value) && /^https?:\/\/[^\s/]\S*$/.test(value),
];

const checks: Readonly<Record<keyof SiteSettings, Check>> = {
  service: address,
  serviceScope: text,
  graph: address,
  graphScopes: ["a list of scopes", (value) => Array.isArray(value) && value.every(isText)],
  graphPageSize: ["a whole number from 1 to 1000", isPageSize],
  clientId: text,
  authority: address,
  addinId: text,
};
const usualScopes = ["User.Read", "Mail.ReadWrite"];

/**
 * Reads it without a library: the pane waits for it before it can show anything.
 *
 * @returns the settings, other fields left out, or every problem with its field
 */
export function parseSettings(value: unknown): Result<SiteSettings> {
  const found = { graphScopes: usualScopes, ...(typeof value === "object" ? value : null) } as Record<string, unknown>;
  const given = Object.entries(checks).filter(([name]) => found[name] !== undefined || name === "addinId");
  const problems = given.flatMap(([path, [expected, accepts]]): readonly Problem[] =>
    accepts(found[path]) ? [] : [{ path, message: `must be ${expected}`, severity: "error" }],
  );
  if (problems.length > 0) return { ok: false, problems };
  const settings = Object.fromEntries(given.map(([name]) => [name, found[name]]));
  return { ok: true, value: settings as unknown as SiteSettings, warnings: [] };
}
