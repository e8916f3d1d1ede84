/** Shows the pane in a named state, as a person would meet it. */
import "../support/dom.ts";
import { act, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "../../src/taskpane/App.tsx";
import { loadChunks } from "../../src/addin/chunk.ts";
import { english } from "../../src/taskpane/text/en.ts";
import { french } from "../../src/taskpane/text/fr.ts";
import { sampleAddin } from "../support/views.ts";
import type { SampleAddin, SampleState, SampleWishes } from "../support/views.ts";

// As in a pane that has been open for a moment.
await loadChunks();

export interface Shown {
  readonly addin: SampleAddin;
  readonly person: ReturnType<typeof userEvent.setup>;
  readonly container: HTMLElement;
}

export function show(state: SampleState, wishes: SampleWishes = {}): Shown {
  const addin = sampleAddin(state, wishes);
  const { container } = render(<App addin={addin} text={wishes.language === "fr" ? french : english} />);
  return { addin, container, person: userEvent.setup() };
}

/** A live update while the pane is open. */
export function update(addin: SampleAddin, state: SampleState): void {
  act(() => addin.show(sampleAddin(state).state()));
}
