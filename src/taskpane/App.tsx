/** The pane beside a message: one view at a time, notices below. */
import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Addin } from "../addin/addin.ts";
import { later } from "./chunks/later.tsx";
import { Footer } from "./Footer.tsx";
import { LookStatus } from "./LookStatus.tsx";
import { PaneProvider, usePane } from "./pane.tsx";
import { Results } from "./Results.tsx";
import type { Text } from "./text/text.ts";
import { TextProvider } from "./text/useText.tsx";
import { useTheme } from "./useTheme.ts";
import { Views } from "./Views.tsx";

const ReviewList = later(() =>
  import(/* webpackChunkName: "review" */ "./review/ReviewList.tsx").then((module) => module.ReviewList),
);

const useStyles = makeStyles({
  pane: {
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    maxWidth: "640px",
    marginInline: "auto",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  page: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground1 },
  // The view scrolls above the foot, so that what has the focus is never hidden behind it.
  view: { flexGrow: 1, minWidth: 0, overflowY: "auto" },
  foot: { flexShrink: 0, maxHeight: "50vh", overflowY: "auto" },
});

export interface AppProps {
  readonly addin: Addin;
  /** In the reader's language. */
  readonly text: Text;
  /** As the host has it; the system's where it does not say. */
  readonly theme?: "light" | "dark";
}

export function App({ addin, text, theme }: AppProps) {
  const styles = useStyles();
  return (
    <FluentProvider theme={useTheme(theme)} lang={text.language}>
      <TextProvider text={text}>
        <PaneProvider addin={addin}>
          <div className={styles.page}>
            <Frame />
          </div>
        </PaneProvider>
      </TextProvider>
    </FluentProvider>
  );
}

/** The review list takes the view's place until it is left; then the focus is where it was before. */
function Frame() {
  const styles = useStyles();
  const [reviewing, setReviewing] = useState(false);
  const left = useRef(false);
  const returnFocus = (link: HTMLButtonElement | null) => {
    if (link === null || !left.current) return;
    left.current = false;
    link.focus();
  };
  const leave = () => {
    left.current = true;
    setReviewing(false);
  };
  return (
    <div className={styles.pane}>
      {reviewing ? (
        <Main>
          <ReviewList onBack={leave} />
        </Main>
      ) : (
        <Main>
          <Views />
        </Main>
      )}
      <div className={styles.foot}>
        <Results />
        <LookStatus />
        <Footer reviewRef={returnFocus} onReview={reviewing ? null : () => setReviewing(true)} />
      </div>
    </div>
  );
}

function Main({ children }: { readonly children: ReactNode }) {
  const { state } = usePane();
  const styles = useStyles();
  return (
    <main className={styles.view} aria-busy={state.busy || state.view.kind === "starting"}>
      {children}
    </main>
  );
}
