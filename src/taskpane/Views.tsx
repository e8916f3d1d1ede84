/** What the pane shows: the open item, what waits, the team. With only the open item known there is no choice to make. */
import { useId } from "@fluentui/react-components";
import { useState } from "react";
import type { AddinState } from "../addin/addin.ts";
import { later } from "./chunks/later.tsx";
import { MessageCard } from "./message/MessageCard.tsx";
import { Nothing } from "./nothing/Nothing.tsx";
import { Starting } from "./nothing/Starting.tsx";
import { usePane } from "./pane.tsx";
import { RepliesSkeleton } from "./replies/RepliesSkeleton.tsx";
import { Tabs } from "./Tabs.tsx";
import { TeamSkeleton } from "./team/TeamSkeleton.tsx";
import { useText } from "./text/useText.tsx";

/** Beside a message they are not needed. */
const DraftPanel = later(
  () => import(/* webpackChunkName: "draft" */ "./compose/DraftPanel.tsx").then((module) => module.DraftPanel),
  <Starting />,
);
const SelectionCard = later(() =>
  import(/* webpackChunkName: "selection" */ "./selection/SelectionCard.tsx").then((module) => module.SelectionCard),
);
const Replies = later(
  () => import(/* webpackChunkName: "replies" */ "./replies/Replies.tsx").then((module) => module.Replies),
  <RepliesSkeleton />,
);
const TeamPanel = later(
  () => import(/* webpackChunkName: "team" */ "./team/TeamPanel.tsx").then((module) => module.TeamPanel),
  <TeamSkeleton />,
);

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
        label={pane.views}
        tabs={offered.map((view) => ({ value: view, id: `${id}-${view}`, words: names[view] }))}
        chosen={chosen}
        onChosen={choose}
        panel={id}
      />
      <div role="tabpanel" id={id} aria-labelledby={`${id}-${chosen}`}>
        {chosen === "message" && <OpenItem />}
        {chosen === "replies" && <Waiting onOpenAlready={() => choose("message")} />}
        {chosen === "team" && <TeamPanel />}
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
  return <Replies queue={queue} calendar={calendar} onOpenAlready={onOpenAlready} />;
}
