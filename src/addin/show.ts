/** Shows the desk: derives the view from what lies open and from the time. */
import type { View } from "./addin.ts";
import type { Desk } from "./desk.ts";
import { draftView } from "./draftView.ts";
import { messageView } from "./view.ts";

export function viewOf(desk: Desk): View {
  const { rules, inquiry, opened, draft, lastStep } = desk;
  if (rules === null) return { kind: "starting" };
  if (draft !== null) return draftView(desk, rules, draft);
  if (opened === null || inquiry === null) return { kind: "nothing" };
  return messageView(inquiry, rules, desk.ports.clock.now(), lastStep?.kind ?? null);
}

/** Tells the listeners of the store how things stand now. */
export function show(desk: Desk): void {
  desk.store.set({ view: viewOf(desk), now: desk.ports.clock.now() });
}
