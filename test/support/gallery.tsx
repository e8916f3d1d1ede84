/** The page behind `npm run gallery`: the pane in the sample state, language and theme that its address names. */
import { createRoot } from "react-dom/client";
import { App } from "../../src/taskpane/App.tsx";
import { textFor } from "../../src/taskpane/text/useText.tsx";
import { sampleAddin, sampleStates } from "./views.ts";
import type { SampleState } from "./views.ts";

const wishes = new URLSearchParams(location.search);
const state = wishes.get("state") as SampleState | null;
const language = wishes.get("language") === "fr" ? "fr" : "en";
const theme = wishes.get("theme") === "dark" ? "dark" : "light";
const container = document.getElementById("root");

document.documentElement.dataset["states"] = sampleStates.join(" ");
document.documentElement.lang = language;
if (container !== null && state !== null) {
  const text = await textFor(language);
  createRoot(container).render(<App addin={sampleAddin(state, { language })} text={text} theme={theme} />);
}
