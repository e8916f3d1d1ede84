/** How many are off the clock, and for which reasons: the most frequent first. */
import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { TeamStatistics } from "../../domain/timeliness/statistics.ts";
import { Disclosure } from "../Disclosure.tsx";
import { useText } from "../text/useText.tsx";
import { Figure } from "./Figure.tsx";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, color: tokens.colorNeutralForeground2 },
});

type Excluded = Pick<TeamStatistics, "excluded" | "excludedReasons" | "excludedAfterDue">;

export function OffTheClock({ excluded, excludedReasons, excludedAfterDue }: Excluded) {
  const { team, message } = useText();
  const styles = useStyles();
  const reasons = Object.entries(excludedReasons).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const lines = [
    ...reasons.map(([reason, count]) => team.excludedFor(message.reason(reason), count)),
    ...(excludedAfterDue > 0 ? [team.excludedAfterDue(excludedAfterDue)] : []),
  ];
  return (
    <div>
      <Figure term="excluded">{team.excluded(excluded)}</Figure>
      {lines.length > 0 && (
        <Disclosure label={team.whyExcluded}>
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line}>
                <Caption1>{line}</Caption1>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
