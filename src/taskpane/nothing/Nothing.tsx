/** No message is open. */
import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { WhoLooked } from "../looks/WhoLooked.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  view: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  nothing: {
    ...typographyStyles.body1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
});

export function Nothing() {
  const { pane } = useText();
  const styles = useStyles();
  return (
    <div className={styles.view}>
      <h1 className={styles.nothing}>{pane.nothing}</h1>
      <WhoLooked />
    </div>
  );
}
