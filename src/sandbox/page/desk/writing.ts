/** A draft on the desk: where it is written, the pane beside it, and the launch event that runs for it. */
import type { BackgroundRun } from "../host/background.ts";
import type { EditedDraft } from "../mail/draft.ts";
import type { AddinButton } from "../manifest/manifest.ts";

/** The task pane beside a message or a draft. */
export interface Pane {
  readonly key: string;
  readonly button: AddinButton;
  readonly url: string;
  readonly mayPin: boolean;
  readonly pinned: boolean;
  /** JSON text for getInitializationContextAsync. */
  readonly context: string;
}

export interface Writing {
  readonly key: string;
  readonly draft: EditedDraft;
  readonly place: "inline" | "window";
  readonly pane: Pane | null;
  readonly launch: BackgroundRun | null;
  /** It began with a text, from the add-in: worth keeping though nobody wrote in it. */
  readonly prefilled: boolean;
  readonly sending: boolean;
}

/** A pane for a button of the ribbon; null for a button that opens none. */
export function paneOf(button: AddinButton, pinned: boolean, context = ""): Pane | null {
  if (button.action.kind !== "pane") return null;
  const { pinning, url } = button.action;
  return { key: crypto.randomUUID(), button, url, mayPin: pinning, pinned: pinned && pinning, context };
}
