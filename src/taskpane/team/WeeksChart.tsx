/** A bar per week: the share of replies that kept the promise. */
import { VerticalBarChart } from "@fluentui/react-charts";
import { makeStyles, tokens } from "@fluentui/react-components";
import { percentOf } from "../../domain/timeliness/percent.ts";
import type { WeekSinceStated } from "../../domain/timeliness/statistics.ts";
import { monthDay, shortDay } from "../../domain/wording/dates.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { changeInWords, movesInWords, shareInWords } from "./share.ts";

const useStyles = makeStyles({ chart: { width: "100%", height: "180px" } });

export function WeeksChart({ weeks }: { readonly weeks: readonly WeekSinceStated[] }) {
  const { state } = usePane();
  const text = useText();
  const { team, language } = text;
  const styles = useStyles();
  const data = weeks.map((week) => {
    const day = shortDay(week.from, language);
    const share = week.due === 0 ? "–" : shareInWords(week, team);
    const change = changeInWords(week, state.calendar, text);
    const changes = change === null ? [] : [team.changed(change.was, change.day, change.now)];
    const inFull = [share, ...changes, ...movesInWords(week, state.calendar, text)].join(". ");
    return {
      x: monthDay(week.from, language),
      y: week.due === 0 ? 0 : percentOf(week),
      color: tokens.colorCompoundBrandBackground,
      xAxisCalloutData: team.weekOf(day),
      yAxisCalloutData: share,
      callOutAccessibilityData: { ariaLabel: `${team.weekOf(day)}: ${inFull}` },
    };
  });
  return (
    <div className={styles.chart} role="group" aria-label={team.weeksLabel}>
      <VerticalBarChart
        data={data}
        height={180}
        hideLegend
        useSingleColor
        hideLabels
        yMinValue={0}
        yMaxValue={100}
        yAxisTickCount={2}
        culture={language}
        chartTitle={team.weeksLabel}
        margins={{ top: 12, bottom: 28, left: 32, right: 8 }}
      />
    </div>
  );
}
