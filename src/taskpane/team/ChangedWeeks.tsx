/** The weeks whose share is another than when it was stated, or whose dates were moved, a sentence each, below the chart. */
import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { WeekSinceStated } from "../../domain/timeliness/statistics.ts";
import { monthDay } from "../../domain/wording/dates.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { changeInWords, movesInWords } from "./share.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, color: tokens.colorNeutralForeground2 },
});

export function ChangedWeeks({ weeks }: { readonly weeks: readonly WeekSinceStated[] }) {
  const { state } = usePane();
  const text = useText();
  const styles = useStyles();
  const sentences = weeks.flatMap((week) => {
    const change = changeInWords(week, state.calendar, text);
    const name = monthDay(week.from, text.language);
    return [
      ...(change === null ? [] : [text.team.changedWeek(name, change.was, change.day, change.now)]),
      ...movesInWords(week, state.calendar, text).map((words) => text.team.ofWeek(name, words)),
    ];
  });
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.list}>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Caption1>{sentence}</Caption1>
        </li>
      ))}
    </ul>
  );
}
