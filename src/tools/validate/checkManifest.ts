/** The project's own rules for manifest.xml, beside Microsoft's schema. */
import { filesExist, oneOrigin } from "./addresses.ts";
import { floor, functionsExist, runtimeMatches, sendEvent } from "./events.ts";
import type { Rule, Site } from "./manifest.ts";
import { elementOrder } from "./order.ts";
import { iconPixels, iconSizes } from "./pictures.ts";
import { idsAreUnique, referencesResolve, resourcesAreUsed } from "./references.ts";
import { bothLanguages, identity, lengths } from "./strings.ts";
import { readXml } from "./xml.ts";

export interface Check {
  readonly name: string;
  /** A sentence each; none when the check passed. */
  readonly problems: readonly string[];
  /** Why it could not be made; then it neither passed nor failed. */
  readonly notRun?: string;
}

const rules: readonly Rule[] = [
  elementOrder,
  identity,
  referencesResolve,
  resourcesAreUsed,
  idsAreUnique,
  lengths,
  bothLanguages,
  oneOrigin,
  filesExist,
  iconSizes,
  iconPixels,
  functionsExist,
  sendEvent,
  runtimeMatches,
  floor,
];

/**
 * Checks a manifest by the project's own rules.
 *
 * @param manifestText the text of manifest.xml
 * @param site.root the folder with dist/web (after a build) and assets
 * @returns every rule with what is wrong by it; a text that is no XML has that one check alone
 */
export async function checkManifest(manifestText: string, site: Site): Promise<{ checks: readonly Check[] }> {
  const name = "it is well-formed XML";
  const reading = readXml(manifestText);
  if (!reading.ok) return { checks: [{ name, problems: [reading.problem] }] };
  const checks = await Promise.all(
    rules.map(async (rule) => ({ name: rule.name, problems: await rule.problems(reading.root, site) })),
  );
  return { checks: [{ name, problems: [] }, ...checks] };
}
