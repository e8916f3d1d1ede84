/** What a row asks, once and in place: why it was deleted, and whether it was answered where nobody saw it. */
import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { QueueRow } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { namedDay } from "../dayNames.ts";
import { NoReplyNeeded } from "../message/NoReplyNeeded.tsx";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  // Under the row's words, not under its icon.
  question: { paddingLeft: `calc(16px + ${tokens.spacingHorizontalS})`, paddingBottom: tokens.spacingVerticalS },
  words: { display: "block", color: tokens.colorNeutralForeground2 },
  answers: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

interface RowQuestionsProps {
  readonly row: QueueRow;
  readonly subject: string;
  readonly calendar: BusinessCalendar;
  readonly onOpen: () => void;
  /** The question is gone, the row is not. */
  readonly onKept: () => void;
}

export function RowQuestions({ row, subject, calendar, onOpen, onKept }: RowQuestionsProps) {
  const { addin, state, run } = usePane();
  const text = useText();
  const styles = useStyles();
  const { replies } = text;
  const { internetMessageId: name, outlookSaysReplied: noted } = row;
  const keep = async () => {
    if (await run(() => addin.keepDeleted(name))) onKept();
  };
  const day = (at: NonNullable<typeof noted>) =>
    text.state.day(namedDay(calendar.localDay(at), calendar.localDay(state.now), text));
  return (
    <>
      {row.askWhyDeleted && (
        <div className={styles.question}>
          <Caption1 className={styles.words}>{replies.deleted}</Caption1>
          <div className={styles.answers}>
            <NoReplyNeeded
              appearance="secondary"
              label={replies.chooseReason}
              onChosen={(reason) => void run(() => addin.excludeRows([name], reason))}
            />
            <Button size="small" onClick={() => void keep()}>
              {replies.stillNeeded}
            </Button>
          </div>
        </div>
      )}
      {noted !== null && (
        <div className={styles.question}>
          <Caption1 className={styles.words}>{replies.outlookNotes(day(noted))}</Caption1>
          <div className={styles.answers}>
            <Button size="small" aria-label={replies.answeredOf(subject)} onClick={onOpen}>
              {replies.answered}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
