/** For who listens: that a long look is under way, once; the counts that grow meanwhile are for the eye alone. */
import { makeStyles } from "@fluentui/react-components";
import { usePane } from "./pane.tsx";
import { useText } from "./text/useText.tsx";

const useStyles = makeStyles({
  heard: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

export function LookStatus() {
  const { looking } = usePane().state;
  const { pane } = useText();
  return (
    <div aria-live="polite" className={useStyles().heard}>
      {looking === null ? null : pane.lookTakesLong}
    </div>
  );
}
