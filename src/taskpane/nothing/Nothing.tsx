/** No message is open. */
import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  nothing: {
    ...typographyStyles.body1,
    margin: 0,
    padding: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
  },
});

export function Nothing() {
  const { pane } = useText();
  const styles = useStyles();
  return <h1 className={styles.nothing}>{pane.nothing}</h1>;
}
