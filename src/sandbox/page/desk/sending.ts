/** Whether a draft may leave: the add-in's OnMessageSend handler, and the person's last word (outlook-platform §1.3). */
import type { BackgroundRun, Outcome } from "../host/background.ts";
import { textOf } from "../host/envelope.ts";
import type { LaunchEvent } from "../manifest/manifest.ts";
import type { Questions } from "./questions.ts";

/** After this the person is told that the add-in is slow, and may send without it. */
const patienceMs = 5000;

/** After this Outlook gives the handler up. */
const limitMs = 300_000;

/** What the dialog shows of the add-in's message. */
const longestMessage = 500;

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms));
}

/** The handler's outcome, or the person's answer when they would not wait. */
async function outcomeOrAnswer(
  run: BackgroundRun,
  mayInsist: boolean,
  questions: Questions,
): Promise<Outcome | boolean> {
  const soon = await Promise.race([run.outcome, after(patienceMs, null)]);
  if (soon !== null) return soon;
  const asked = questions.ask({ kind: "slow", mayInsist });
  const late = after<Outcome>(limitMs - patienceMs, { kind: "unavailable" });
  const first = await Promise.race([run.outcome, asked.answer, late]);
  asked.withdraw();
  return first;
}

/**
 * Runs the handler and settles whether the draft is sent.
 *
 * @param event from the manifest; its send mode decides what the person may overrule
 * @returns true: send; false: back to the draft
 */
export async function mayLeave(event: LaunchEvent, run: BackgroundRun, questions: Questions): Promise<boolean> {
  const mayInsist = event.sendMode === "PromptUser";
  const outcome = await outcomeOrAnswer(run, mayInsist, questions);
  run.abandon();
  if (typeof outcome === "boolean") return outcome;
  if (outcome.kind === "unavailable") {
    if (event.sendMode !== "Block") return true;
    return questions.ask({ kind: "unavailable" }).answer;
  }
  if (outcome.options["allowEvent"] !== false) return true;
  const message = textOf(outcome.options["errorMessage"]).slice(0, longestMessage);
  return questions.ask({ kind: "held", message, mayInsist }).answer;
}
