#!/usr/bin/env node
/** The `civicreply` command: finds the subcommand and runs it. */
import { pathToFileURL } from "node:url";
import { realpathSync } from "node:fs";
import { messageOf } from "./errorCode.ts";
import { misused, processTerminal, say, warn, type Terminal } from "./terminal.ts";

type Command = (args: string[], terminal: Terminal) => Promise<number>;

const usage = `civicreply COMMAND [options]

  policy check FILE   every problem of a policy document, and what the city has to confirm
  due                 when a reply is due
  explain             why it is due then
  business-time       office time between two instants
  holidays YEAR       proposes a year's closures
  triage FILE.eml     whether a message is on the clock, and why
  serve               runs the service

"civicreply COMMAND --help" shows what each takes.`;

/** Loaded when asked for, so that each command starts quickly. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  policy: async () => (await import("./policy.ts")).policyCommand,
  due: async () => (await import("./due.ts")).dueCommand,
  explain: async () => (await import("./explain.ts")).explainCommand,
  "business-time": async () => (await import("./businessTime.ts")).businessTimeCommand,
  holidays: async () => (await import("./holidays.ts")).holidaysCommand,
  triage: async () => (await import("./triage.ts")).triageCommand,
  serve: async () => (await import("./serve.ts")).serveCommand,
};

/** @returns the exit status: 0 done, 1 something asked for has no answer, 2 the command line cannot be understood */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    say(terminal, usage);
    return name === undefined ? misused : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    warn(terminal, `there is no command "${name}": "civicreply --help" lists them.`);
    return misused;
  }
  const command = await load();
  return command(rest, terminal);
}

/** A closed pipe ("| head") ends the command quietly; anything unforeseen is one sentence, never a stack trace. */
async function main(): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  try {
    process.exitCode = await run(process.argv.slice(2), processTerminal());
  } catch (error) {
    process.stderr.write(`civicreply: something unforeseen went wrong: ${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

const started = process.argv[1];
if (started !== undefined && pathToFileURL(realpathSync(started)).href === import.meta.url) await main();
