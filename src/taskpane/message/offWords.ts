/** Under which name the catalogue knows why a message is off the clock. */
import type { MessageView } from "../../addin/addin.ts";
import type { TriageDecision } from "../../domain/triage/message.ts";

/** The rules' own decision on a message off the clock; null where a person's word put it there. */
export function ruleOff({ triage, standing }: Pick<MessageView, "triage" | "standing">): TriageDecision | null {
  if (triage.onTheClock) return null;
  const said = standing?.excludedReason ?? triage.reason;
  return said === triage.reason || said === triage.rule ? triage : null;
}

/** A rule that says more than its reason has words of its own. */
export function offWord({ rule, reason }: Pick<TriageDecision, "rule" | "reason">): string {
  return rule === "sender-never" || reason === null ? rule : reason;
}
