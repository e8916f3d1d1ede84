/// <reference lib="dom" />
/**
 * The frame's half of nested app authentication: what msal-browser finds as `window.nestedAppAuthBridge`, relayed to
 * the page around the frame in the wire format of Microsoft's hubs (facts on sign-in §6).
 *
 * Runs after office.js, as in the real one from the CDN, and uses nothing from outside itself.
 */
export function signInRelay(): void {
  interface FrameName {
    readonly hostInfo?: string;
    readonly xdmInfo?: string;
  }
  const named = (): FrameName => {
    try {
      return (JSON.parse(window.name) ?? {}) as FrameName;
    } catch {
      return {};
    }
  };
  const { hostInfo = "", xdmInfo = "" } = named();
  const hostPage = xdmInfo.split(/\||\$|%7C/)[2] ?? "";
  // Dialogs of an add-in have no bridge in Outlook either.
  const isDialog = hostInfo.split("$")[5] === "isDialog";
  const page = window as unknown as { nestedAppAuthBridge?: unknown };
  if (window.parent === window || !URL.canParse(hostPage) || isDialog || page.nestedAppAuthBridge) return;

  const hostOrigin = new URL(hostPage).origin;
  const listeners = new Map<unknown, (message: MessageEvent<unknown>) => void>();
  let count = 0;
  const responseIn = (data: unknown): string | null => {
    const args: unknown = (data as { readonly args?: unknown } | null)?.args;
    const text: unknown = Array.isArray(args) ? args[1] : null;
    return typeof text === "string" && text.includes("NestedAppAuthResponse") ? text : null;
  };
  page.nestedAppAuthBridge = {
    addEventListener(kind: string, callback: (text: string) => void): void {
      if (kind !== "message") return;
      const listener = (message: MessageEvent<unknown>): void => {
        if (message.source !== window.parent || message.origin !== hostOrigin) return;
        const text = responseIn(message.data);
        if (text !== null) callback(text);
      };
      listeners.set(callback, listener);
      window.addEventListener("message", listener);
    },
    removeEventListener(_kind: string, callback: unknown): void {
      const listener = listeners.get(callback);
      if (listener) window.removeEventListener("message", listener);
      listeners.delete(callback);
    },
    postMessage(text: string): void {
      count += 1;
      const func = "nestedAppAuth.execute";
      const envelope = { id: count, uuid: crypto.randomUUID(), func, timestamp: Date.now(), args: [], data: text };
      window.parent.postMessage(envelope, hostOrigin);
    },
  };
}
