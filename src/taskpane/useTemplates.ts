/** The templates filled for the open message, with the day that the reader promises. */
import { useState } from "react";
import type { FilledTemplate } from "../domain/acknowledgement/draft.ts";
import type { LocalDay } from "../domain/time.ts";
import { usePane } from "./pane.tsx";

export interface TemplateChoice {
  readonly templates: readonly FilledTemplate[];
  readonly days: readonly LocalDay[];
  readonly day: LocalDay | null;
  readonly promise: (day: LocalDay) => void;
  /** True for a template that names the promised day. */
  readonly namesDay: (template: string) => boolean;
}

export function useTemplates(): TemplateChoice {
  const { addin } = usePane();
  const [chosen, promise] = useState<LocalDay | null>(null);
  const days = addin.promiseDays();
  const day = chosen !== null && days.includes(chosen) ? chosen : (days[0] ?? null);
  const templates = addin.templates(day);
  return {
    templates,
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
