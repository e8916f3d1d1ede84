/** What rules put off the clock this week, those that may be wrong first; and the senders who never need a reply. */
import { Button, Caption1, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useRef } from "react";
import type { PutOff } from "../../addin/addin.ts";
import { ofThisWeek } from "../../addin/putOff.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { NeverList } from "./NeverList.tsx";
import { PutOffRow } from "./PutOffRow.tsx";
import { Section } from "./Section.tsx";

const useStyles = makeStyles({
  review: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingHorizontalL}`,
  },
  back: { alignSelf: "flex-start", marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`, minWidth: "auto" },
  top: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  sentence: { ...typographyStyles.title3, margin: 0, outlineStyle: "none" },
  scope: { color: tokens.colorNeutralForeground2 },
});

export function ReviewList({ onBack }: { readonly onBack: () => void }) {
  const { addin, state, run } = usePane();
  const { review } = useText();
  const styles = useStyles();
  const sentence = useRef<HTMLHeadingElement>(null);
  useEffect(() => sentence.current?.focus(), []);
  const week = ofThisWeek(state.putOff, state.now);

  /** The row is gone afterwards: the sentence, with its new count, takes the focus. */
  const step = async (taken: () => Promise<void>) => {
    if (await run(taken)) sentence.current?.focus();
  };
  const rows = (putOff: readonly PutOff[]) =>
    putOff.map((row) => (
      <PutOffRow
        key={row.internetMessageId}
        row={row}
        onOpen={() => void run(() => addin.openMessage(row.itemId))}
        onNeeded={() => void step(() => addin.needsReply(row.internetMessageId))}
      />
    ));
  const probable = week.filter((row) => row.probable);
  const certain = week.filter((row) => !row.probable);
  return (
    <article className={styles.review}>
      <div className={styles.top}>
        <Button
          appearance="subtle"
          size="small"
          className={styles.back}
          icon={<ArrowLeft16Regular aria-hidden />}
          onClick={onBack}
        >
          {review.back}
        </Button>
        <h1 ref={sentence} tabIndex={-1} className={styles.sentence}>
          {review.title(week.length)}
        </h1>
        <Caption1 className={styles.scope}>{review.scope}</Caption1>
      </div>
      {probable.length > 0 && <Section title={review.probable}>{rows(probable)}</Section>}
      {certain.length > 0 && <Section title={review.certain}>{rows(certain)}</Section>}
      {state.neverSenders.length > 0 && (
        <NeverList
          senders={state.neverSenders}
          week={week}
          onRemove={(sender) => void step(() => addin.removeNeverSender(sender))}
        />
      )}
    </article>
  );
}
