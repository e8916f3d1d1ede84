/** What the last step did, said politely and with a way back. It stands at the foot of the pane, so nothing above it moves. */
import { Body1, Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { usePane } from "./pane.tsx";
import { useText } from "./text/useText.tsx";

const useStyles = makeStyles({
  results: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
  },
  bar: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export function Results() {
  const { addin, state, failure, run } = usePane();
  const { pane, message } = useText();
  const styles = useStyles();
  const undo = state.view.kind === "message" ? state.view.undo : null;
  const sentence = failure !== null ? pane.failure[failure] : undo !== null ? message.undone[undo] : null;
  return (
    <div className={mergeClasses(styles.results, sentence !== null && styles.bar)}>
      <div role="status" aria-live="polite">
        {sentence !== null && <Body1>{sentence}</Body1>}
      </div>
      {failure === null && undo !== null && (
        <Button size="small" onClick={() => void run(() => addin.undo())}>
          {message.undo}
        </Button>
      )}
    </div>
  );
}
