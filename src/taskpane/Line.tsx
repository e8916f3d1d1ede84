/** Parts what belongs together from the rest. */
import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  line: { width: "100%", margin: 0, border: "none", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

export function Line() {
  return <hr className={useStyles().line} />;
}
