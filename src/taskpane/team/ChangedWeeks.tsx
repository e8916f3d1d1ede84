/** The weeks whose share is another than when it was stated, a sentence each, below the chart. */
import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { WeekSinceStated } from "../../domain/timeliness/statistics.ts";
import { monthDay } from "../../domain/wording/dates.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { changeInWords } from "./share.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, color: tokens.colorNeutralForeground2 },
});

export function ChangedWeeks({ weeks }: { readonly weeks: readonly WeekSinceStated[] }) {
  const { state } = usePane();
  const text = useText();
  const styles = useStyles();
  const sentences = weeks.flatMap((week) => {
    const change = changeInWords(week, state.calendar, text);
    if (change === null) return [];
    const name = monthDay(week.from, text.language);
    return [{ name, sentence: text.team.changedWeek(name, change.was, change.day, change.now) }];
  });
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.list}>
      {sentences.map(({ name, sentence }) => (
        <li key={name}>
          <Caption1>{sentence}</Caption1>
        </li>
      ))}
    </ul>
  );
}
