/** Functions of the add-in that run without a pane: ribbon commands and launch events, each in a hidden iframe. */
import { AddinFrame, type Completed, type FrameSettings } from "./frame.ts";

/** Status of event.completed when the page knows no function of that name. */
const noSuchFunction = 11_101;

/** An add-in may register its functions a little after Office.onReady (outlook-host-protocol §8.1). */
const graceMs = 3000;
const retryMs = 150;

/** No page of an add-in takes longer than this to load, unless it never will. */
const loadMs = 20_000;

/** `unavailable`: the add-in's page did not load, or has no such function. */
export type Outcome =
  { readonly kind: "completed"; readonly options: Completed["options"] } | { readonly kind: "unavailable" };

export interface BackgroundRun {
  readonly outcome: Promise<Outcome>;
  /** Ends the run by taking its frame away; Office.js knows no other way. */
  abandon(): void;
}

export type BackgroundSettings = Omit<FrameSettings, "container" | "title"> & {
  readonly functionName: string;
  readonly event: Readonly<Record<string, unknown>>;
  /** Called with the iframe as soon as there is one: the place for the sign-in bridge; returns how to detach. */
  readonly attach: (iframe: HTMLIFrameElement) => () => void;
};

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** True when the add-in's server answers at all: a frame cannot tell a page from the browser's error page. */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { mode: "no-cors", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

async function runWithGrace(frame: AddinFrame, settings: BackgroundSettings): Promise<Outcome> {
  const loaded = await Promise.race([frame.whenReady().then(() => true), after(loadMs).then(() => false)]);
  if (!loaded) return { kind: "unavailable" };
  for (let waited = 0; ; waited += retryMs) {
    const completed = await frame.run(settings.functionName, settings.event);
    if (completed.status === 0) return { kind: "completed", options: completed.options };
    if (completed.status !== noSuchFunction || waited >= graceMs) return { kind: "unavailable" };
    await after(retryMs);
  }
}

/** Starts one function in a hidden frame of its own, which goes when the function completes. */
export function runInBackground(settings: BackgroundSettings): BackgroundRun {
  const container = document.createElement("div");
  container.hidden = true;
  let abandoned = false;
  let end: () => void = () => (abandoned = true);
  const start = async (): Promise<Outcome> => {
    if (!(await answers(settings.url)) || abandoned) return { kind: "unavailable" };
    document.body.append(container);
    const frame = new AddinFrame({ ...settings, container, title: settings.functionName });
    const detach = settings.attach(frame.iframe);
    end = () => {
      detach();
      frame.dispose();
      container.remove();
    };
    return runWithGrace(frame, settings);
  };
  const outcome = start().finally(() => end());
  return { outcome, abandon: () => end() };
}
