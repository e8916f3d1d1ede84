/** What the pane shows: the open item, what waits, the team. With only the open item known there is no choice to make. */
import { makeStyles, Tab, tokens, useId } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { AddinState } from "../addin/addin.ts";
import { DraftPanel } from "./compose/DraftPanel.tsx";
import { MessageCard } from "./message/MessageCard.tsx";
import { Nothing } from "./nothing/Nothing.tsx";
import { Starting } from "./nothing/Starting.tsx";
import { usePane } from "./pane.tsx";
import { RepliesSkeleton } from "./replies/RepliesSkeleton.tsx";
import { SelectionCard } from "./selection/SelectionCard.tsx";
import { Tabs } from "./Tabs.tsx";
import { TeamSkeleton } from "./team/TeamSkeleton.tsx";
import { useText } from "./text/useText.tsx";

/** Beside a message they are not needed: each comes in a chunk of its own. */
const TeamPanel = lazy(() => import("./team/TeamPanel.tsx").then((module) => ({ default: module.TeamPanel })));
const Replies = lazy(() => import("./replies/Replies.tsx").then((module) => ({ default: module.Replies })));

const useStyles = makeStyles({
  views: { paddingInline: tokens.spacingHorizontalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

type ViewName = "message" | "replies" | "team";

interface Choice {
  readonly view: ViewName;
  /** What lay open when it was made. */
  readonly item: string;
}

/** Says whether another item lies open. */
function itemOf({ view, selection }: AddinState): string {
  if (selection !== null) return "selection";
  return view.kind === "message" ? `message ${view.internetMessageId}` : view.kind;
}

/** A choice holds until another item is opened: the pane follows its item. Whoever looks at the team stays there. */
function useChoice(offered: readonly ViewName[]): readonly [ViewName, (view: ViewName) => void] {
  const { state } = usePane();
  const item = itemOf(state);
  const [choice, setChoice] = useState<Choice | null>(null);
  const holds = choice !== null && (choice.item === item || choice.view === "team");
  if (choice !== null && !holds) setChoice(null);
  const first: ViewName = item === "nothing" && offered.includes("replies") ? "replies" : "message";
  const chosen = holds && offered.includes(choice.view) ? choice.view : first;
  return [chosen, (view) => setChoice({ view, item })];
}

export function Views() {
  const { state } = usePane();
  const { pane, replies, selection } = useText();
  const styles = useStyles();
  const id = useId("view");
  const names: Readonly<Record<ViewName, string>> = {
    message: state.selection === null ? pane.thisMessage : selection.tab,
    replies: replies.tab,
    team: pane.team,
  };
  const offered: readonly ViewName[] = [
    "message",
    ...(state.watching === "off" ? [] : (["replies"] as const)),
    ...(state.roles.length === 0 ? [] : (["team"] as const)),
  ];
  const [chosen, choose] = useChoice(offered);
  if (offered.length === 1) return <OpenItem />;
  return (
    <>
      <Tabs
        size="small"
        aria-label={pane.views}
        className={styles.views}
        selectedValue={chosen}
        onTabSelect={(_, { value }) => choose(value as ViewName)}
      >
        {offered.map((view) => (
          <Tab key={view} id={`${id}-${view}`} value={view} aria-controls={id}>
            {names[view]}
          </Tab>
        ))}
      </Tabs>
      <div role="tabpanel" id={id} aria-labelledby={`${id}-${chosen}`}>
        {chosen === "message" && <OpenItem />}
        {chosen === "replies" && <Waiting onOpenAlready={() => choose("message")} />}
        {chosen === "team" && (
          <Suspense fallback={<TeamSkeleton />}>
            <TeamPanel />
          </Suspense>
        )}
      </div>
    </>
  );
}

function OpenItem() {
  const { view, calendar, selection } = usePane().state;
  if (selection !== null) return <SelectionCard key={selection.names.join(" ")} selection={selection} />;
  if (view.kind === "nothing") return <Nothing />;
  if (view.kind === "starting" || calendar === null) return <Starting />;
  if (view.kind === "draft") return <DraftPanel view={view} calendar={calendar} />;
  return <MessageCard key={view.internetMessageId} view={view} calendar={calendar} />;
}

function Waiting({ onOpenAlready }: { readonly onOpenAlready: () => void }) {
  const { queue, calendar } = usePane().state;
  if (queue === null || calendar === null) return <RepliesSkeleton />;
  return (
    <Suspense fallback={<RepliesSkeleton />}>
      <Replies queue={queue} calendar={calendar} onOpenAlready={onOpenAlready} />
    </Suspense>
  );
}
