/**
 * Waits for Office.js.
 *
 * @returns true inside Outlook with a mailbox; false in a plain browser tab, or where Office.js could not be loaded
 */
export async function startOffice(): Promise<boolean> {
  if (typeof Office === "undefined") return false;
  const { host } = await Office.onReady();
  // Office.js names no host when it finds itself outside; the types do not say so.
  return (host as Office.HostType | null) === Office.HostType.Outlook;
}
