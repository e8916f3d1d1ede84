/// <reference lib="dom" />
/**
 * Lets `Date` in the add-in's frame read the sandbox's clock, so that a due date can be reached without waiting.
 *
 * Runs before office.js and uses nothing from outside itself. The offset comes with the frame's name at first, and from
 * the page around the frame when it changes; the frame hears of it as it hears that it is looked at again.
 */
export function sandboxClock(): void {
  const named = (): Record<string, unknown> => {
    try {
      const read: unknown = JSON.parse(window.name);
      return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
    } catch {
      return {};
    }
  };
  const first = named()["sandboxClock"];
  let offset = typeof first === "number" && Number.isFinite(first) ? first : 0;

  const RealDate = Date;
  const now = (): number => RealDate.now() + offset;
  const MovedDate = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === "now" ? now : (Reflect.get(target, key) as unknown)),
  });
  // So that `someDate.constructor` is the same `Date` as everybody's.
  Object.defineProperty(RealDate.prototype, "constructor", { value: MovedDate, configurable: true, writable: true });
  window.Date = MovedDate;

  const told = named()["xdmInfo"];
  const xdmInfo = typeof told === "string" ? told : "";
  const [, , hostPage = ""] = xdmInfo.split(/\||\$|%7C/);
  const hostOrigin = URL.canParse(hostPage) ? new URL(hostPage).origin : null;
  window.addEventListener("message", (message: MessageEvent<unknown>) => {
    if (message.source !== window.parent || message.origin !== hostOrigin) return;
    const moved = (message.data as { readonly sandboxClock?: unknown } | null)?.sandboxClock;
    if (typeof moved !== "number" || !Number.isFinite(moved) || moved === offset) return;
    offset = moved;
    // A reload of the frame begins with the same time.
    window.name = JSON.stringify({ ...named(), sandboxClock: offset });
    document.dispatchEvent(new Event("visibilitychange"));
  });
}
