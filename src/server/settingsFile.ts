/** Settings from options, the environment and a file of NAME=value lines, as systemd's EnvironmentFile and .env have them. */
import { readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import type { Result } from "../domain/time.ts";
import type { Language } from "../domain/wording/dates.ts";
import { databaseIn, type Settings, settingsFrom, type Source } from "./settings.ts";
import { startWords } from "./startWording.ts";
import type { DatabasePlace } from "./store/openStore.ts";

export interface SettingsSources {
  readonly env: Source;
  /** Of a command line; they win over the environment, which wins over the file. */
  readonly options?: Source;
  /** Null: the one that CIVICREPLY_SETTINGS names in the environment, if any. */
  readonly file?: string | null;
}

function unreadable(message: string): Result<never> {
  return { ok: false, problems: [{ path: "CIVICREPLY_SETTINGS", message, severity: "error" }] };
}

async function sourceFrom(file: string, language: Language): Promise<Result<Source>> {
  const said = startWords[language];
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    return unreadable(said.noSettingsFile(file, (error as NodeJS.ErrnoException).code ?? ""));
  }
  // parseEnv joins a line without "=" to the next name, and drops it at the end: there it meets this one.
  const source = parseEnv(`${text.replace(/^\uFEFF/, "")}\nEND=`);
  const joined = Object.keys(source).find((name) => !/^\w+$/.test(name));
  // No more than its first word: what follows may be a secret.
  if (joined !== undefined) return unreadable(said.notNameValue(/^\w*/.exec(joined)?.[0] ?? ""));
  return { ok: true, value: source, warnings: [] };
}

/** The sources, the first of which wins. */
async function sourcesFrom(named: SettingsSources, language: Language): Promise<Result<readonly Source[]>> {
  const { env, options = {} } = named;
  const file = named.file ?? (env["CIVICREPLY_SETTINGS"] || null);
  if (file === null) return { ok: true, value: [options, env], warnings: [] };
  const read = await sourceFrom(file, language);
  return read.ok ? { ...read, value: [options, env, read.value] } : read;
}

/** @returns the settings, or every problem with the variable's name and what to do, never with a value */
export async function readSettings(named: SettingsSources, language: Language = "en"): Promise<Result<Settings>> {
  const sources = await sourcesFrom(named, language);
  return sources.ok ? settingsFrom(sources.value, language) : sources;
}

/** Which database they name, whatever else they lack; problems as of all settings. */
export async function readDatabase(named: SettingsSources, language: Language = "en"): Promise<Result<DatabasePlace>> {
  const sources = await sourcesFrom(named, language);
  return sources.ok ? databaseIn(sources.value, language) : sources;
}
