/** Where the keyboard goes when the message that had it has left: the list, at the row that Tab would reach. */
export function focusList(): void {
  // Once the list is drawn anew.
  setTimeout(() => document.querySelector<HTMLElement>("[role='option'][tabindex='0']")?.focus());
}
