/** Beside a draft: which message it answers, and a template to put at its top. */
import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { DraftView } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { namedDay, timeOn } from "../dayNames.ts";
import { stateWords } from "../message/stateWords.ts";
import { usePane } from "../pane.tsx";
import { templateName } from "../policyWords.ts";
import { PromiseDay } from "../PromiseDay.tsx";
import { useText } from "../text/useText.tsx";
import { useTemplates } from "../useTemplates.ts";
import { Preview } from "./Preview.tsx";
import { TemplateList } from "./TemplateList.tsx";
import { templatesWith } from "./templateSearch.ts";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  answering: { margin: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  // Always in reach, however long the preview is.
  insert: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
    position: "sticky",
    bottom: 0,
    paddingBlock: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface DraftPanelProps {
  readonly view: DraftView;
  readonly calendar: BusinessCalendar;
}

/** "Answering: due tomorrow, 4:30 p.m."; the state's own sentence where no date is pressing. */
function useAnswering(view: DraftView, calendar: BusinessCalendar): string | null {
  const { state } = usePane();
  const text = useText();
  const { answering } = view;
  if (answering === null) return null;
  const { standing } = answering;
  const due = standing?.due ?? null;
  const waits = standing?.state === "onTrack" || standing?.state === "dueSoon" || standing?.state === "dueToday";
  if (due === null || !waits) return text.compose.answering(stateWords(answering, calendar, state.now, text).sentence);
  const day = namedDay(due.dueDay, calendar.localDay(state.now), text);
  return text.compose.answeringDue(text.state.day(day), timeOn(due.dueDay, due.dueAt, calendar, text));
}

export function DraftPanel({ view, calendar }: DraftPanelProps) {
  const { addin, state, run } = usePane();
  const text = useText();
  const styles = useStyles();
  const choice = useTemplates();
  const [chosen, setChosen] = useState<string | null>(null);
  const answering = useAnswering(view, calendar);
  const [typed, setTyped] = useState("");
  const found = templatesWith(typed, choice.templates, (id) => templateName(state.policy, id, text.language));
  const filled = found.find(({ template }) => template === chosen) ?? found[0];
  const inserted = view.inserted !== null;
  return (
    <section className={styles.panel} aria-label={text.compose.label}>
      <Subtitle2 as="h1" className={styles.answering}>
        {answering ?? text.compose.newMessage}
      </Subtitle2>
      {answering === null && (
        <Caption1 as="p" block className={styles.hint}>
          {text.compose.newMessageHint}
        </Caption1>
      )}
      {choice.templates.length === 0 ? (
        <Body1>{text.compose.noTemplates}</Body1>
      ) : (
        <TemplateList
          choice={choice}
          found={found}
          chosen={filled?.template ?? ""}
          onChosen={setChosen}
          typed={typed}
          onTyped={setTyped}
        />
      )}
      {filled !== undefined && (
        <>
          <Preview filled={filled} />
          {choice.namesDay(filled.template) && <PromiseDay choice={choice} label={text.compose.promise} />}
          <div className={styles.insert}>
            <Button
              appearance={inserted ? "secondary" : "primary"}
              onClick={() => void run(() => addin.insert(filled.template, filled.promisedDay))}
            >
              {text.compose.insert}
            </Button>
            <div role="status" aria-live="polite">
              {inserted && <Body1>{text.compose.inserted}</Body1>}
            </div>
          </div>
        </>
      )}
    </section>
  );
}
