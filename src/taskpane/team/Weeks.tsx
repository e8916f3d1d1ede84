/** Nine weeks, as a chart or as a table. The chart's library is large and comes when it is wanted. */
import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { WeekSinceStated } from "../../domain/timeliness/statistics.ts";
import { later } from "../chunks/later.tsx";
import { useText } from "../text/useText.tsx";
import { ChangedWeeks } from "./ChangedWeeks.tsx";
import { WeeksTable } from "./WeeksTable.tsx";

const WeeksChart = later(
  () => import(/* webpackChunkName: "chart" */ "./WeeksChart.tsx").then((module) => module.WeeksChart),
  <WeeksSkeleton />,
);

const useStyles = makeStyles({
  weeks: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  shown: { width: "100%", minHeight: "180px" },
  waiting: { height: "180px" },
  toggle: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    minWidth: "auto",
    fontWeight: tokens.fontWeightRegular,
  },
});

export function Weeks({ weeks }: { readonly weeks: readonly WeekSinceStated[] }) {
  const { team } = useText();
  const styles = useStyles();
  const [asTable, setAsTable] = useState(false);
  return (
    <div className={styles.weeks}>
      <div className={styles.shown}>{asTable ? <WeeksTable weeks={weeks} /> : <WeeksChart weeks={weeks} />}</div>
      {!asTable && <ChangedWeeks weeks={weeks} />}
      <Button appearance="subtle" size="small" className={styles.toggle} onClick={() => setAsTable(!asTable)}>
        {asTable ? team.asChart : team.asTable}
      </Button>
    </div>
  );
}

function WeeksSkeleton() {
  const { team } = useText();
  const styles = useStyles();
  return (
    <Skeleton aria-label={team.weeksLoading}>
      <SkeletonItem className={styles.waiting} />
    </Skeleton>
  );
}
