/** A bar and its number per channel; the number says it, the bar only helps the eye. */
import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { percentOf } from "../../domain/timeliness/percent.ts";
import type { ChannelFigures } from "../../domain/timeliness/statistics.ts";
import { usePane } from "../pane.tsx";
import { channelName } from "../policyWords.ts";
import { useText } from "../text/useText.tsx";
import { Figure } from "./Figure.tsx";
import { shareInWords } from "./share.ts";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  line: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalS,
  },
  open: { color: tokens.colorNeutralForeground2 },
  track: {
    height: "6px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: "hidden",
    forcedColorAdjust: "none",
  },
  bar: {
    height: "100%",
    backgroundColor: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
});

export function ChannelBars({ channels }: { readonly channels: readonly ChannelFigures[] }) {
  const { state } = usePane();
  const { team, language } = useText();
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {channels.map((figures) => (
        <li key={figures.channel}>
          <div className={styles.line}>
            <Figure term="channel">
              {`${channelName(state.policy, figures.channel, language)} ${figures.due === 0 ? "–" : shareInWords(figures, team)}`}
            </Figure>
            <Caption1 className={styles.open}>{team.openOf(figures.open)}</Caption1>
          </div>
          <div className={styles.track} aria-hidden>
            <div className={styles.bar} style={{ width: figures.due === 0 ? 0 : `${percentOf(figures)}%` }} />
          </div>
        </li>
      ))}
    </ul>
  );
}
