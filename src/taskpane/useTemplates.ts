/** The templates filled for the open message, with the day that the reader promises. */
import { useState } from "react";
import type { View } from "../addin/addin.ts";
import type { FilledTemplate } from "../domain/acknowledgement/draft.ts";
import { whyFirst, type FitReason } from "../domain/acknowledgement/fit.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import type { LocalDay } from "../domain/time.ts";
import { usePane } from "./pane.tsx";

export interface TemplateChoice {
  /** Best fit first. */
  readonly templates: readonly FilledTemplate[];
  /** Why the first one is. */
  readonly why: FitReason;
  readonly days: readonly LocalDay[];
  readonly day: LocalDay | null;
  readonly promise: (day: LocalDay) => void;
  /** True for a template that names the promised day. */
  readonly namesDay: (template: string) => boolean;
}

export function useTemplates(): TemplateChoice {
  const { addin, state } = usePane();
  const [chosen, promise] = useState<LocalDay | null>(null);
  const days = addin.promiseDays();
  const day = chosen !== null && days.includes(chosen) ? chosen : (days[0] ?? null);
  const templates = addin.templates(day);
  const [best] = templates;
  const met = state.policy?.counting.met ?? [];
  return {
    templates,
    why: best === undefined ? "usual" : whyFirst(best.replyKind, standingIn(state.view), met),
    days,
    day,
    promise,
    namesDay: (template) =>
      templates.some(
        (filled) =>
          filled.template === template && (filled.promisedDay !== null || filled.missing.includes("promisedDay")),
      ),
  };
}

function standingIn(view: View): Standing | null {
  if (view.kind === "message") return view.standing;
  return view.kind === "draft" ? (view.answering?.standing ?? null) : null;
}
