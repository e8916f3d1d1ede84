/** How much of the mailbox the pane sees and marks: the reader's own choice, within what the site allows. */
import { Field, makeStyles, Switch, tokens } from "@fluentui/react-components";
import { Disclosure } from "../Disclosure.tsx";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  switches: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  // The switch itself, not its margin, stands on the left edge of the text.
  field: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

export function WatchSettings() {
  const { addin, state, run } = usePane();
  const { replies } = useText();
  const styles = useStyles();
  const { watching, followUp } = state;
  if (watching === "off") return null;
  return (
    <Disclosure label={replies.settings}>
      <div className={styles.switches}>
        <Field hint={replies.watchingHint}>
          <Switch
            className={styles.field}
            label={replies.watching}
            checked={watching !== "stopped"}
            onChange={(_, { checked }) => void run(() => addin.setWatching(checked))}
          />
        </Field>
        {watching === "flagging" && (
          <Field hint={replies.flagsHint}>
            <Switch
              className={styles.field}
              label={replies.flags}
              checked={followUp}
              onChange={(_, { checked }) => void run(() => addin.setFollowUp(checked))}
            />
          </Field>
        )}
      </div>
    </Disclosure>
  );
}
