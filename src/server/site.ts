/** What the settings point at: policy, certificate, files and database, read and checked before the service starts. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseSettings } from "../contract/settings.ts";
import type { Problem, Result } from "../domain/time.ts";
import type { Language } from "../domain/wording/dates.ts";
import { readCertificate } from "./certificate.ts";
import { currentPolicy, type CurrentPolicy } from "./currentPolicy.ts";
import type { AppParts } from "./parts.ts";
import type { Settings } from "./settings.ts";
import { startWords, type StartWords } from "./startWording.ts";
import { databaseProblem } from "./store/reach.ts";

export interface Site extends Pick<AppParts, "tls" | "web"> {
  readonly policy: CurrentPolicy;
  /** PEM of the certificate authority of a self-signed issuer. */
  readonly ca: string | null;
}

function wrong(setting: string, message: string): Result<never> {
  return { ok: false, problems: [{ path: `CIVICREPLY_${setting}`, message, severity: "error" }] };
}

function good<T>(value: T, warnings: readonly Problem[] = []): Result<T> {
  return { ok: true, value, warnings };
}

/** Problems of a document, under the name of the setting that names its file. */
function within(setting: string, file: string, said: StartWords) {
  return ({ path: place, message, severity }: Problem): Problem => ({
    path: `CIVICREPLY_${setting}`,
    message: said.within(file, place, message),
    severity,
  });
}

async function textOf(setting: string, file: string, said: StartWords): Promise<Result<string>> {
  try {
    return good(await readFile(file, "utf8"));
  } catch (error) {
    return wrong(setting, said.noFile(file, (error as NodeJS.ErrnoException).code ?? ""));
  }
}

/** A JSON document read by `parse`, beside its text. */
async function documentOf<T>(
  setting: string,
  file: string,
  said: StartWords,
  parse: (document: unknown) => Result<T>,
): Promise<Result<{ readonly value: T; readonly text: string }>> {
  const text = await textOf(setting, file, said);
  if (!text.ok) return text;
  let document: unknown;
  try {
    document = JSON.parse(text.value);
  } catch (error) {
    return wrong(setting, said.notJson(file, (error as SyntaxError).message));
  }
  const read = parse(document);
  const inFile = within(setting, file, said);
  if (!read.ok) return { ok: false, problems: read.problems.map(inFile) };
  return good({ value: read.value, text: text.value }, read.warnings.map(inFile));
}

async function policyOf({ policyFile }: Settings, language: Language): Promise<Result<CurrentPolicy>> {
  const read = await documentOf("POLICY", policyFile, startWords[language], (document) =>
    currentPolicy(document, language),
  );
  return read.ok ? good(read.value.value, read.warnings) : read;
}

async function webOf(settings: Settings, said: StartWords): Promise<Result<AppParts["web"]>> {
  const { webRoot: root, siteSettingsFile, addinOrigin: origin } = settings;
  if (root === null) return good(null);
  if (!existsSync(path.join(root, "taskpane.html"))) return wrong("WEB_ROOT", said.noWebRoot(root));
  const warnings: readonly Problem[] =
    origin === null ? [{ path: "CIVICREPLY_ADDIN_ORIGIN", message: said.noAddinOrigin, severity: "warning" }] : [];
  if (siteSettingsFile === null) return good({ root, origin, siteSettings: null }, warnings);
  const read = await documentOf("SITE_SETTINGS", siteSettingsFile, said, parseSettings);
  return read.ok ? good({ root, origin, siteSettings: read.value.text }, warnings) : read;
}

/** @returns all of it, or every problem at once, each under the setting that is to be changed; no value is a secret's */
export async function readSite(settings: Settings, language: Language): Promise<Result<Site>> {
  const said = startWords[language];
  const [policy, tls, web, ca, database] = await Promise.all([
    policyOf(settings, language),
    settings.tls ? readCertificate(settings.tls, said, Date.now()) : good(null),
    webOf(settings, said),
    settings.caFile === null ? good(null) : textOf("CA", settings.caFile, said),
    databaseProblem(settings.database, language),
  ]);
  const parts = [policy, tls, web, ca];
  const warnings = parts.flatMap((part) => (part.ok ? part.warnings : []));
  if (policy.ok && tls.ok && web.ok && ca.ok && database === null)
    return good({ policy: policy.value, tls: tls.value, web: web.value, ca: ca.value }, warnings);
  const problems = parts.flatMap((part) => (part.ok ? [] : part.problems));
  return { ok: false, problems: [...problems, ...(database === null ? [] : [database]), ...warnings] };
}
