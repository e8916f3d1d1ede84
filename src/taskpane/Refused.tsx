/** What could not be had from the service: one plain sentence, and what can be done about it. */
import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { OutsideCode } from "../addin/ports.ts";
import { usePane } from "./pane.tsx";
import type { Refusals } from "./text/text.ts";
import { useText } from "./text/useText.tsx";

const useStyles = makeStyles({
  sentence: { ...typographyStyles.body1, margin: 0 },
  refused: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalM },
});

interface RefusedProps {
  readonly why: OutsideCode;
  readonly words: Refusals;
  /** The sentence is the view's own, or stands in a part of one. */
  readonly as: "h1" | "p";
  readonly again: () => void;
}

export function Refused({ why, words, as: Sentence, again }: RefusedProps) {
  const { addin, run } = usePane();
  const { pane } = useText();
  const styles = useStyles();
  const signIn = async () => {
    if (await run(() => addin.signIn())) again();
  };
  return (
    <div className={styles.refused} role="status">
      <Sentence className={styles.sentence}>{words[why] ?? words.other}</Sentence>
      {why === "signInNeeded" && <Button onClick={() => void signIn()}>{pane.signIn}</Button>}
      {why !== "signInNeeded" && why !== "forbidden" && why !== "unsupported" && (
        <Button onClick={again}>{pane.tryAgain}</Button>
      )}
    </div>
  );
}
