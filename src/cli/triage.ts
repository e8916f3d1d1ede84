/** `civicreply triage`: which messages are on the clock, by which channel, and why. */
import { once } from "node:events";
import { basename } from "node:path";
import type { Policy } from "../domain/policy/policy.ts";
import type { MessageFacts } from "../domain/triage/message.ts";
import { triage } from "../domain/triage/triage.ts";
import { readMailbox } from "../mail/readMailbox.ts";
import { answerLines } from "./ndjson.ts";
import { openingPolicy } from "./opening.ts";
import { readOptions } from "./options.ts";
import { answer, done, misuse, refused, wordsOf, type Terminal } from "./terminal.ts";
import { readTriageLine } from "./triageInput.ts";

const options = {
  policy: { type: "string" },
  ndjson: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** @returns 0; 1 when a message could not be read or the policy cannot be used; 2 for options that cannot be understood */
export async function triageCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "triage");
  const { values, positionals } = asked;
  if (values.help === true) return answer(terminal, said.help.triage);
  if (values.ndjson !== true && positionals.length === 0) return misuse(terminal, said.sayMessages, "triage");
  const rules = await openingPolicy(terminal, values.policy);
  if (typeof rules === "number") return rules;
  if (values.ndjson !== true) return answerFiles(terminal, positionals, rules.policy);
  return answerLines(terminal, (line) => {
    const message = readTriageLine(line, said);
    return "error" in message ? message : decided(message, rules.policy);
  });
}

/** A line for each message, written as fast as the reader takes it. */
async function answerFiles(terminal: Terminal, files: readonly string[], policy: Policy): Promise<number> {
  const { unreadableMail } = wordsOf(terminal);
  let status = done;
  for (const file of files) {
    for await (const entry of readMailbox(file)) {
      if (!entry.ok) status = refused;
      const found = entry.ok
        ? decided(entry.message.facts, policy)
        : { error: unreadableMail[entry.reason] ?? entry.reason };
      const line = `${JSON.stringify({ id: basename(entry.file), ...found })}\n`;
      if (!terminal.output.write(line)) await once(terminal.output, "drain");
    }
  }
  return status;
}

function decided(message: MessageFacts, policy: Policy): object {
  const { onTheClock, reason, channel, rule, probable } = triage(message, policy);
  return { onTheClock, reason, channel, rule, probable };
}
