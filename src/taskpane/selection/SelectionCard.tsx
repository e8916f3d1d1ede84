/** Several messages are selected in Outlook's list: one word about all of them. */
import { Body1, Button, Caption1, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Selection } from "../../addin/addin.ts";
import { NoReplyNeeded } from "../message/NoReplyNeeded.tsx";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
  sentence: { ...typographyStyles.title3, margin: 0, outlineStyle: "none" },
  quiet: { color: tokens.colorNeutralForeground2 },
  steps: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function SelectionCard({ selection }: { readonly selection: Selection }) {
  const { addin, run } = usePane();
  const { selection: words, message } = useText();
  const styles = useStyles();
  const sentence = useRef<HTMLHeadingElement>(null);
  const [done, setDone] = useState<"excluded" | "included" | null>(null);
  const { count, names } = selection;
  const step = async (what: "excluded" | "included", taken: () => Promise<void>) => {
    setDone(null);
    if (!(await run(taken))) return;
    setDone(what);
    sentence.current?.focus();
  };
  return (
    <article className={styles.card}>
      <h1 ref={sentence} tabIndex={-1} className={styles.sentence}>
        {words.sentence(count)}
      </h1>
      {names.length < count && <Caption1 className={styles.quiet}>{words.unknown(count - names.length)}</Caption1>}
      {names.length > 0 && (
        <div className={styles.steps}>
          <NoReplyNeeded
            appearance="secondary"
            onChosen={(reason) => void step("excluded", () => addin.excludeRows(names, reason))}
          />
          <Button size="small" onClick={() => void step("included", () => addin.includeSelected(names))}>
            {message.needsReply}
          </Button>
        </div>
      )}
      <div role="status">{done !== null && <Body1>{message.undone[done]}</Body1>}</div>
    </article>
  );
}
