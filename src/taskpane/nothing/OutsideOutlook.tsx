/** The pane's page opened in a plain browser tab. */
import { FluentProvider, makeStyles, tokens, typographyStyles, webLightTheme } from "@fluentui/react-components";
import type { Text } from "../text/text.ts";

const useStyles = makeStyles({
  page: { minHeight: "100vh" },
  sentence: { ...typographyStyles.body1, margin: 0, padding: tokens.spacingHorizontalL },
});

export function OutsideOutlook({ text }: { readonly text: Text }) {
  const styles = useStyles();
  return (
    <FluentProvider theme={webLightTheme} className={styles.page}>
      <h1 className={styles.sentence}>{text.pane.outsideOutlook}</h1>
    </FluentProvider>
  );
}
