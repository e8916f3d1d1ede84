/** The weeks as a table, for those who read figures or listen to them. */
import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { WeekSinceStated } from "../../domain/timeliness/statistics.ts";
import { shortDay } from "../../domain/wording/dates.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { changeInWords, movesInWords, shareInWords } from "./share.ts";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  caption: { textAlign: "left", color: tokens.colorNeutralForeground2, paddingBottom: tokens.spacingVerticalXS },
  name: { textAlign: "left", verticalAlign: "top", fontWeight: tokens.fontWeightRegular },
  number: { textAlign: "right", fontWeight: tokens.fontWeightRegular },
  changed: { color: tokens.colorNeutralForeground2, textWrap: "balance" },
});

export function WeeksTable({ weeks }: { readonly weeks: readonly WeekSinceStated[] }) {
  const { state } = usePane();
  const text = useText();
  const { team, language } = text;
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        <Caption1>{team.weeksLabel}</Caption1>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.name}>
            {team.week}
          </th>
          <th scope="col" className={styles.number}>
            {team.inTime}
          </th>
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => {
          const change = changeInWords(week, state.calendar, text);
          return (
            <tr key={week.from}>
              <th scope="row" className={styles.name}>
                {shortDay(week.from, language)}
                {index === weeks.length - 1 && ` (${team.soFar})`}
              </th>
              <td className={styles.number}>
                {week.due === 0 ? "–" : shareInWords(week, team)}
                {change !== null && (
                  <div className={styles.changed}>{team.changed(change.was, change.day, change.now)}</div>
                )}
                {movesInWords(week, state.calendar, text).map((words) => (
                  <div key={words} className={styles.changed}>
                    {words}
                  </div>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
