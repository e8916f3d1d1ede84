/** Where the keyboard goes when it leaves the add-in's frame: Office.js keeps Tab and Esc and tells the host. */

/** What `ContextActivationManager_notifyHost` says of the keyboard (outlook-host-protocol §4.2), as a step. */
const steps: ReadonlyMap<unknown, 1 | -1> = new Map<unknown, 1 | -1>([
  [13, 1], // Tab behind the last control
  [14, -1], // Shift+Tab before the first
  [15, -1], // Esc: back to the pane's own head
  [17, 1], // nothing in the page takes the focus
  [18, -1],
]);

const controls = "a[href], button, input, select, textarea, iframe, [tabindex], [contenteditable='true']";

/**
 * Moves the focus to the control before or after the frame, going round at the ends of the page or of the dialog that
 * the frame is in. Nothing happens for other notices, and while the focus is not in the frame.
 *
 * @param notice the action's number
 */
export function leaveFrame(frame: HTMLIFrameElement, notice: unknown): void {
  const step = steps.get(notice);
  if (step === undefined || document.activeElement !== frame) return;
  const scope = frame.closest("[aria-modal='true']") ?? document;
  const stops = [...scope.querySelectorAll<HTMLElement>(controls)].filter((one) => one === frame || isTabStop(one));
  const at = stops.indexOf(frame);
  stops[(at + step + stops.length) % stops.length]?.focus();
}

function isTabStop(element: HTMLElement): boolean {
  return (
    element.tabIndex >= 0 &&
    !element.matches(":disabled") &&
    element.closest("[inert], [aria-hidden='true']") === null &&
    element.checkVisibility({ visibilityProperty: true })
  );
}
