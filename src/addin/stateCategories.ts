/** The four Outlook categories: their names in the city's language, and which state puts which one on. */
import type { Policy } from "../domain/policy/policy.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import { languageOf, type Language } from "../domain/wording/dates.ts";
import type { StateCategory } from "./ports.ts";

const names: Readonly<Record<Language, Readonly<Record<StateCategory, string>>>> = {
  en: {
    replyDueToday: "Reply due today",
    replyOverdue: "Reply overdue",
    replyDue: "Reply due",
    replied: "Replied",
  },
  fr: {
    replyDueToday: "Réponse due aujourd’hui",
    replyOverdue: "Réponse en retard",
    replyDue: "Réponse due",
    replied: "Répondu",
  },
};

/** On unless the city says otherwise; the other two would put a label on nearly every message. */
export const shownByDefault: ReadonlySet<StateCategory> = new Set(["replyDueToday", "replyOverdue"]);

/**
 * Names in the city's language, not the reader's: all who share a mailbox must mean the same label. The city's language
 * is the one in which its commitment is written first.
 */
export function categoryNames(policy: Policy): Readonly<Record<StateCategory, string>> {
  return names[languageOf(Object.keys(policy.commitment?.texts ?? {})[0] ?? "en")];
}

/** The category of a state, or null where none is put on; no standing means that the message is off the clock. */
export function categoryOf(standing: Standing | null, shown = shownByDefault): StateCategory | null {
  const category = standing === null ? null : stateCategory(standing);
  return category !== null && shown.has(category) ? category : null;
}

function stateCategory(standing: Standing): StateCategory | null {
  switch (standing.state) {
    case "dueToday":
      return "replyDueToday";
    case "overdue":
      return "replyOverdue";
    case "onTrack":
    case "dueSoon":
      return "replyDue";
    case "replied":
    case "repliedInTime":
    case "repliedLate":
      return "replied";
    case "promised":
    case "noDate":
    case "excluded":
      return null;
  }
}
