/** Messages triaged per second: the sandbox's mail, read before the clock starts. */
import path from "node:path";
import type { Policy } from "../../domain/policy/policy.ts";
import type { MessageFacts } from "../../domain/triage/message.ts";
import { triage } from "../../domain/triage/triage.ts";
import { readMailbox } from "../../mail/readMailbox.ts";
import { perSecond } from "./measure.ts";

export interface TriageSpeed {
  readonly messages: number;
  readonly perSecond: number;
}

/** @param assets folder with `sandbox/mail` */
export async function triageSpeed(assets: string, policy: Policy): Promise<TriageSpeed> {
  const messages: MessageFacts[] = [];
  for await (const entry of readMailbox(path.join(assets, "sandbox/mail"))) {
    if (entry.ok) messages.push(entry.message.facts);
  }
  if (messages.length === 0) throw new Error("the sandbox has no mail to triage");
  const all = (): void => {
    for (const message of messages) triage(message, policy);
  };
  return { messages: messages.length, perSecond: perSecond(messages.length, all) };
}
