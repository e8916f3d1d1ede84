/** What every view shares: the add-in, its present state, and how a step that fails is told. */
import { createContext, useCallback, useContext, useMemo, useState, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import type { Addin, AddinState } from "../addin/addin.ts";
import { OutsideError, type OutsideCode } from "../addin/ports.ts";

export interface Pane {
  readonly addin: Addin;
  readonly state: AddinState;
  /** Why the last step did not work, until the next one is taken. */
  readonly failure: OutsideCode | null;
  /** Takes a step; false when the outside world refused it. A bug is told to the console as well. */
  readonly run: (step: () => Promise<void>) => Promise<boolean>;
}

const PaneContext = createContext<Pane | null>(null);

export function PaneProvider({ addin, children }: { readonly addin: Addin; readonly children: ReactNode }) {
  const subscribe = useCallback((listener: () => void) => addin.subscribe(listener), [addin]);
  const state = useSyncExternalStore(subscribe, () => addin.state());
  const [failure, setFailure] = useState<OutsideCode | null>(null);
  const run = useCallback(async (step: () => Promise<void>) => {
    setFailure(null);
    try {
      await step();
      return true;
    } catch (error) {
      setFailure(error instanceof OutsideError ? error.code : "unexpected");
      if (!(error instanceof OutsideError)) reportError(error);
      return false;
    }
  }, []);
  const pane = useMemo(() => ({ addin, state, failure, run }), [addin, state, failure, run]);
  return <PaneContext value={pane}>{children}</PaneContext>;
}

/** @throws Error outside a PaneProvider: a bug */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error("usePane needs a PaneProvider above it");
  return pane;
}
