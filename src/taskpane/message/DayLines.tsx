/** A small vertical timeline: counted days have a filled dot with their number, skipped days an open one. */
import { Caption1, Caption1Strong, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

export interface DayLine {
  /** A number: counted; "open": not counted; "due": the last line. */
  readonly mark: number | "open" | "due";
  readonly words: string;
}

const dot = "18px";
const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: `${dot} 1fr`,
    columnGap: tokens.spacingHorizontalM,
    position: "relative",
    paddingBottom: tokens.spacingVerticalS,
    ":not(:last-child)::before": {
      content: '""',
      position: "absolute",
      left: "8.5px",
      top: dot,
      bottom: 0,
      borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    },
  },
  dot: {
    boxSizing: "border-box",
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    width: dot,
    height: dot,
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightSemibold,
  },
  counted: {
    backgroundColor: tokens.colorNeutralForeground2,
    color: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralForeground2}`,
  },
  open: {
    width: "10px",
    height: "10px",
    margin: "4px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  due: {
    width: "10px",
    height: "10px",
    margin: "4px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralForeground1}`,
  },
  words: { color: tokens.colorNeutralForeground2 },
});

export function DayLines({ lines }: { readonly lines: readonly DayLine[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {lines.map(({ mark, words }) => (
        <li key={words} className={styles.line}>
          <span
            aria-hidden
            className={mergeClasses(styles.dot, typeof mark === "number" ? styles.counted : styles[mark])}
          >
            {typeof mark === "number" ? mark : null}
          </span>
          {mark === "open" ? (
            <Caption1 className={styles.words}>{words}</Caption1>
          ) : (
            <Caption1Strong>{words}</Caption1Strong>
          )}
        </li>
      ))}
    </ol>
  );
}
