/** What every view of the page stands on: the desk, its words and the city's time. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { CityTime } from "../cityTime.ts";
import type { Desk, DeskSnapshot } from "../desk/desk.ts";
import type { MailboxSnapshot } from "../mail/mailbox.ts";
import type { SandboxText } from "../text.ts";

export interface SandboxView {
  readonly desk: Desk;
  readonly text: SandboxText;
  readonly time: CityTime;
}

const SandboxContext = createContext<SandboxView | null>(null);

export const SandboxProvider = SandboxContext;

/** @throws Error outside of `SandboxProvider` */
export function useSandbox(): SandboxView {
  const view = useContext(SandboxContext);
  if (view === null) throw new Error("useSandbox outside of SandboxProvider");
  return view;
}

export function useMailbox(): MailboxSnapshot {
  const { mailbox } = useSandbox().desk.parts;
  return useSyncExternalStore(mailbox.subscribe, mailbox.snapshot);
}

export function useDesk(): DeskSnapshot {
  const { desk } = useSandbox();
  return useSyncExternalStore(desk.subscribe, desk.snapshot);
}

/** The sandbox's clock when the view was drawn: dates of the list need no more. */
export function useNow(): number {
  // eslint-disable-next-line react-hooks/purity -- the page shows the time; a stale minute in a date does no harm
  return Date.now() + useMailbox().state.clockOffset;
}
