/** Loads a person's mailbox, chooses words and theme, and starts anew when the person changes. */
import { useEffect, useState, useSyncExternalStore } from "react";
import {
  FluentProvider,
  makeStyles,
  Spinner,
  Text,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { languageOf } from "../../../domain/wording/dates.ts";
import type { SandboxState } from "../../api.ts";
import { cityTime } from "../cityTime.ts";
import { tokenBroker } from "../desk/broker.ts";
import { Desk } from "../desk/desk.ts";
import { Questions } from "../desk/questions.ts";
import { Mailbox } from "../mail/mailbox.ts";
import { readManifest } from "../manifest/manifest.ts";
import { SandboxServer } from "../server.ts";
import { textFor } from "./catalogue.ts";
import { SandboxProvider, type SandboxView } from "./context.tsx";
import { Sandbox } from "./Sandbox.tsx";

const useStyles = makeStyles({
  alone: { display: "grid", placeItems: "center", height: "100dvh", backgroundColor: tokens.colorNeutralBackground3 },
});

const dark = window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(listener: () => void): () => void {
  dark.addEventListener("change", listener);
  return () => dark.removeEventListener("change", listener);
}

/** Everything that one person's page stands on. */
function viewOf(server: SandboxServer, state: SandboxState): SandboxView {
  const text = textFor(state.locale);
  const time = cityTime(state.zone, languageOf(state.locale), text.yesterday);
  const mailbox = new Mailbox(server, state);
  const questions = new Questions();
  const manifest = readManifest(state.manifest, state.locale, state.origins.addin);
  const broker = tokenBroker(server, questions);
  const desk = new Desk({ mailbox, manifest, questions, broker }, state.locale, time);
  return { desk, text, time };
}

export function Root() {
  const styles = useStyles();
  const isDark = useSyncExternalStore(subscribe, () => dark.matches);
  // "?person=colleague" in the address: two windows can be two people.
  const [person, setPerson] = useState(() => new URLSearchParams(window.location.search).get("person") ?? "");
  const [view, setView] = useState<SandboxView | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const first = new SandboxServer(person);
    first
      .state()
      .then((state) => {
        document.documentElement.lang = languageOf(state.locale);
        setView(viewOf(new SandboxServer(state.person.id), state));
      })
      .catch((problem: unknown) => {
        console.warn("The sandbox could not be read:", problem);
        setFailed(true);
      });
  }, [person]);
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      {view ? (
        <SandboxProvider key={view.desk.outlook.person.id} value={view}>
          <Sandbox onPerson={setPerson} />
        </SandboxProvider>
      ) : (
        <div className={styles.alone}>
          {failed ? <Text role="alert">{textFor(navigator.language).serverGone}</Text> : <Spinner />}
        </div>
      )}
    </FluentProvider>
  );
}
