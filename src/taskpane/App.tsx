/** The pane beside a message: one view at a time, notices below. */
import { FluentProvider, makeStyles, Tab, TabList, tokens, useId } from "@fluentui/react-components";
import { lazy, Suspense, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Addin } from "../addin/addin.ts";
import { DraftPanel } from "./compose/DraftPanel.tsx";
import { Footer } from "./Footer.tsx";
import { MessageCard } from "./message/MessageCard.tsx";
import { Nothing } from "./nothing/Nothing.tsx";
import { Starting } from "./nothing/Starting.tsx";
import { PaneProvider, usePane } from "./pane.tsx";
import { Results } from "./Results.tsx";
import { ReviewList } from "./review/ReviewList.tsx";
import { TeamSkeleton } from "./team/TeamSkeleton.tsx";
import { TextProvider, textFor, useText } from "./text/useText.tsx";
import { useTheme } from "./useTheme.ts";

/** Supervisors alone need it: it comes in a chunk of its own. */
const TeamPanel = lazy(() => import("./team/TeamPanel.tsx").then((module) => ({ default: module.TeamPanel })));

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
  views: { paddingInline: tokens.spacingHorizontalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // The view scrolls above the foot, so that what has the focus is never hidden behind it.
  view: { flexGrow: 1, minWidth: 0, overflowY: "auto" },
  foot: { flexShrink: 0, maxHeight: "50vh", overflowY: "auto" },
});

export interface AppProps {
  readonly addin: Addin;
  /** BCP 47, such as "fr-CA"; English where there is no catalogue. */
  readonly language: string;
  /** As the host has it; the system's where it does not say. */
  readonly theme?: "light" | "dark";
}

export function App({ addin, language, theme }: AppProps) {
  const styles = useStyles();
  return (
    <FluentProvider theme={useTheme(theme)} lang={textFor(language).language}>
      <TextProvider language={language}>
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
        <Views />
      )}
      <div className={styles.foot}>
        <Results />
        <Footer reviewRef={returnFocus} onReview={reviewing ? null : () => setReviewing(true)} />
      </div>
    </div>
  );
}

/** People with a role get a quiet switch; everyone else sees their message and nothing more. */
function Views() {
  const { state } = usePane();
  const { pane } = useText();
  const styles = useStyles();
  const id = useId("view");
  const [chosen, setChosen] = useState<"message" | "team">("message");
  if (state.roles.length === 0)
    return (
      <Main>
        <OpenItem />
      </Main>
    );
  return (
    <Main>
      <TabList
        size="small"
        aria-label={pane.views}
        className={styles.views}
        selectedValue={chosen}
        onTabSelect={(_, { value }) => setChosen(value === "team" ? "team" : "message")}
      >
        <Tab id={`${id}-message`} value="message" aria-controls={id}>
          {pane.thisMessage}
        </Tab>
        <Tab id={`${id}-team`} value="team" aria-controls={id}>
          {pane.team}
        </Tab>
      </TabList>
      <div role="tabpanel" id={id} aria-labelledby={`${id}-${chosen}`}>
        {chosen === "message" ? <OpenItem /> : <Team />}
      </div>
    </Main>
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

function Team() {
  return (
    <Suspense fallback={<TeamSkeleton />}>
      <TeamPanel />
    </Suspense>
  );
}

function OpenItem() {
  const { view, calendar } = usePane().state;
  if (view.kind === "nothing") return <Nothing />;
  if (view.kind === "starting" || calendar === null) return <Starting />;
  if (view.kind === "draft") return <DraftPanel view={view} calendar={calendar} />;
  return <MessageCard key={view.internetMessageId} view={view} calendar={calendar} />;
}
