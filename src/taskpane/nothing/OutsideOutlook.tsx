/** The pane's page opened in a plain browser tab. */
import { FluentProvider, makeStyles, tokens, typographyStyles, webLightTheme } from "@fluentui/react-components";
import { textFor } from "../text/useText.tsx";

const useStyles = makeStyles({
  page: { minHeight: "100vh" },
  sentence: { ...typographyStyles.body1, margin: 0, padding: tokens.spacingHorizontalL },
});

export function OutsideOutlook({ language }: { readonly language: string }) {
  const styles = useStyles();
  return (
    <FluentProvider theme={webLightTheme} className={styles.page}>
      <h1 className={styles.sentence}>{textFor(language).pane.outsideOutlook}</h1>
    </FluentProvider>
  );
}
