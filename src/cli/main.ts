#!/usr/bin/env node
/** The `civicreply` command: finds the language and the subcommand, and runs it. */
import { pathToFileURL } from "node:url";
import { realpathSync } from "node:fs";
import { messageOf } from "./errorCode.ts";
import { misused, processTerminal, say, warn, wordsOf, type Terminal } from "./terminal.ts";
import { namedLanguage, words } from "./wording/words.ts";

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

/** Loaded when asked for, so that each command starts quickly. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  policy: async () => (await import("./policy.ts")).policyCommand,
  due: async () => (await import("./due.ts")).dueCommand,
  explain: async () => (await import("./explain.ts")).explainCommand,
  figures: async () => (await import("./figures.ts")).figuresCommand,
  "business-time": async () => (await import("./businessTime.ts")).businessTimeCommand,
  holidays: async () => (await import("./holidays.ts")).holidaysCommand,
  triage: async () => (await import("./triage.ts")).triageCommand,
  serve: async () => (await import("./serve.ts")).serveCommand,
  backup: async () => (await import("./backup.ts")).backupCommand,
  restore: async () => (await import("./restore.ts")).restoreCommand,
  export: async () => (await import("./export.ts")).exportCommand,
  rebuild: async () => (await import("./rebuild.ts")).rebuildCommand,
  purge: async () => (await import("./purge.ts")).purgeCommand,
  move: async () => (await import("./move.ts")).moveCommand,
};

/**
 * @param terminal its language is the machine's; `--language` in `args` stands before it
 * @returns the exit status: 0 done, 1 something asked for has no answer, 2 the command line cannot be understood
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { tag, rest: given } = takeLanguage(args);
  const language = tag === null ? terminal.language : namedLanguage(tag);
  if (language === null) {
    warn(terminal, wordsOf(terminal).languages);
    return misused;
  }
  const spoken = { ...terminal, language };
  const [name, ...rest] = given;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    say(spoken, wordsOf(spoken).help.civicreply);
    return name === undefined ? misused : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    warn(spoken, wordsOf(spoken).noCommand(name));
    return misused;
  }
  const command = await load();
  return command(rest, spoken);
}

/** Every command speaks either language, so `--language` may stand anywhere before a "--". */
function takeLanguage(args: readonly string[]): { readonly tag: string | null; readonly rest: readonly string[] } {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  const at = options.findIndex((arg) => arg === "--language" || arg.startsWith("--language="));
  if (at < 0) return { tag: null, rest: args };
  const joined = args[at]?.split("=")[1];
  return {
    tag: joined ?? args[at + 1] ?? "",
    rest: args.filter((_, i) => i !== at && (joined !== undefined || i !== at + 1)),
  };
}

/** A closed pipe ("| head") ends the command quietly; anything unforeseen is one sentence, never a stack trace. */
async function main(): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  const terminal = processTerminal();
  try {
    process.exitCode = await run(process.argv.slice(2), terminal);
  } catch (error) {
    warn(terminal, words[terminal.language].unforeseen(messageOf(error)));
    process.exitCode = 1;
  }
}

const started = process.argv[1];
if (started !== undefined && pathToFileURL(realpathSync(started)).href === import.meta.url) await main();
