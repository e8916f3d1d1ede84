/** `civicreply triage`: which messages are on the clock, by which channel, and why. */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { parsePolicy } from "../domain/policy/parsePolicy.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { MessageFacts } from "../domain/triage/message.ts";
import { triage } from "../domain/triage/triage.ts";
import { readMailbox } from "../mail/readMailbox.ts";
import { parseTriageLine } from "./triageInput.ts";

const usage = `civicreply triage --policy FILE FILE.eml…
civicreply triage --policy FILE --ndjson < messages.ndjson

Says of each message, one JSON object a line, whether it is on the clock:
  {"id","onTheClock","reason","channel","rule","probable"}
An .eml file's id is its name; folders and .mbox files are read message by message.
With --ndjson each line of the input is a message:
  {"id","from":{"name","address"},"sender"?,"replyTo":[…],"to":[…],"cc":[…],"subject",
   "headers":[["name","value"],…],"itemClass"?,"parts":[{"type","method"?,"reportType"?,"embedded"?}],"receivedAt"}
What cannot be read is answered in its place with {"id","error"}, and the exit status is 1.
`;

const options = {
  policy: { type: "string" },
  ndjson: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

interface Answer {
  readonly failed: boolean;
  readonly line: object;
}

/** @returns 0; 1 when a message could not be read; 2 for options or a policy that cannot be used */
export async function triageCommand(args: string[]): Promise<number> {
  const asked = read(args);
  if (typeof asked === "string") return refuse(`${asked}\n\n${usage}`);
  if (asked.help) {
    process.stdout.write(usage);
    return 0;
  }
  const policy = await policyFrom(asked.policy);
  if (typeof policy === "string") return refuse(`${policy}\n`);
  return print(asked.ndjson ? answersToLines(process.stdin, policy) : answersToFiles(asked.files, policy));
}

function read(args: string[]): { help: boolean; policy: string; ndjson: boolean; files: readonly string[] } | string {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { help = false, ndjson = false, policy = "" } = values;
    if (help) return { help, policy, ndjson, files: [] };
    if (policy === "") return "Name the policy with --policy FILE.";
    if (!ndjson && positionals.length === 0) return "Name at least one .eml file, or use --ndjson.";
    return { help, policy, ndjson, files: positionals };
  } catch (error) {
    return (error as Error).message;
  }
}

/** The policy, or what is wrong with the file. */
async function policyFrom(file: string): Promise<Policy | string> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    return `${file}: ${(error as Error).message}`;
  }
  const parsed = parsePolicy(value);
  if (parsed.ok) return parsed.value;
  return parsed.problems
    .filter(({ severity }) => severity === "error")
    .map(({ path, message }) => `${file}: ${path === "" ? "" : `${path}: `}${message}`)
    .join("\n");
}

async function* answersToFiles(files: readonly string[], policy: Policy): AsyncGenerator<Answer> {
  for (const file of files) {
    for await (const entry of readMailbox(file)) {
      const id = basename(entry.file);
      yield entry.ok ? decided(id, entry.message.facts, policy) : { failed: true, line: { id, error: entry.reason } };
    }
  }
}

async function* answersToLines(input: NodeJS.ReadableStream, policy: Policy): AsyncGenerator<Answer> {
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    if (text.trim() === "") continue;
    const line = parseTriageLine(text);
    yield line.ok ? decided(line.id, line.message, policy) : { failed: true, line: { id: line.id, error: line.error } };
  }
}

function decided(id: string | number, message: MessageFacts, policy: Policy): Answer {
  const { onTheClock, reason, channel, rule, probable } = triage(message, policy);
  return { failed: false, line: { id, onTheClock, reason, channel, rule, probable } };
}

/** Writes as fast as the reader takes it. */
async function print(answers: AsyncGenerator<Answer>): Promise<number> {
  let status = 0;
  for await (const { failed, line } of answers) {
    if (failed) status = 1;
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, "drain");
  }
  return status;
}

function refuse(sentence: string): number {
  process.stderr.write(sentence);
  return 2;
}
