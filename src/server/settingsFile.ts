/** Settings from options, the environment and a file of NAME=value lines, as systemd's EnvironmentFile and .env have them. */
import { readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import type { Result } from "../domain/time.ts";
import type { Language } from "../domain/wording/dates.ts";
import { type Settings, settingsFrom, type Source } from "./settings.ts";
import { startWords } from "./startWording.ts";

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

/** @returns the settings, or every problem with the variable's name and what to do, never with a value */
export async function readSettings(sources: SettingsSources, language: Language = "en"): Promise<Result<Settings>> {
  const { env, options = {} } = sources;
  const file = sources.file ?? (env["CIVICREPLY_SETTINGS"] || null);
  if (file === null) return settingsFrom([options, env], language);
  const read = await sourceFrom(file, language);
  return read.ok ? settingsFrom([options, env, read.value], language) : read;
}
