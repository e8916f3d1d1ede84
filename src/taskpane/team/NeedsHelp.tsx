/** What needs somebody now: overdue, due today, and how long the oldest has waited. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { TeamStatistics } from "../../domain/timeliness/statistics.ts";
import { useText } from "../text/useText.tsx";
import { Figure } from "./Figure.tsx";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalM },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

export function NeedsHelp({ statistics }: { readonly statistics: TeamStatistics }) {
  const { team } = useText();
  const styles = useStyles();
  const { overdue, dueToday, oldestOpenDays, open } = statistics;
  return (
    <>
      {overdue + dueToday === 0 && <span>{team.nobodyWaits}</span>}
      {overdue > 0 && (
        <div className={styles.line}>
          <Figure term="overdue" className={styles.strong}>
            {team.overdue(overdue)}
          </Figure>
          {oldestOpenDays !== null && <Figure term="oldest">{team.oldest(oldestOpenDays)}</Figure>}
        </div>
      )}
      {dueToday > 0 && (
        <div className={styles.line}>
          <Figure term="dueToday">{team.dueToday(dueToday)}</Figure>
        </div>
      )}
      <div className={styles.line}>
        <Figure term="open">{team.open(open)}</Figure>
        {overdue === 0 && oldestOpenDays !== null && <Figure term="oldest">{team.oldest(oldestOpenDays)}</Figure>}
      </div>
    </>
  );
}
