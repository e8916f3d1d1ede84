/** What the pane shows beside a draft. */
import type { Rules } from "../domain/inquiry/derive.ts";
import { filledTemplates, offeredPromises } from "./templates.ts";
import type { DraftView } from "./addin.ts";
import type { Desk, DraftOnDesk } from "./desk.ts";
import { messageView } from "./view.ts";

export function draftView(desk: Desk, rules: Rules, draft: DraftOnDesk): DraftView {
  const now = desk.ports.clock.now();
  return {
    kind: "draft",
    composeType: draft.item.composeType,
    answering: desk.inquiry === null ? null : messageView(desk.inquiry, rules, now, null),
    templates: filledTemplates(desk, rules, null),
    promiseDays: offeredPromises(desk, rules),
    inserted: draft.inserted,
  };
}
