/** A message off the clock: its subject opens it, and one click says that it needs a reply. */
import { Button, Caption1, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { PutOff } from "../../addin/addin.ts";
import { shortMoment } from "../dayNames.ts";
import { offWord } from "../message/offWords.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  subject: { textAlign: "left", minHeight: "24px", color: tokens.colorNeutralForeground1 },
  detail: { color: tokens.colorNeutralForeground2 },
  needed: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    minWidth: "auto",
    fontWeight: tokens.fontWeightRegular,
  },
});

interface PutOffRowProps {
  readonly row: PutOff;
  readonly onOpen: () => void;
  readonly onNeeded: () => void;
}

export function PutOffRow({ row, onOpen, onNeeded }: PutOffRowProps) {
  const { calendar } = usePane().state;
  const text = useText();
  const { review, message } = text;
  const styles = useStyles();
  const subject = row.subject.trim() === "" ? review.noSubject : row.subject;
  const [day] = calendar === null ? [""] : shortMoment(row.at, calendar, text);
  const who = [row.sender?.address, day].filter((part) => part !== undefined && part !== "");
  return (
    <li className={styles.row}>
      <Link as="button" className={styles.subject} onClick={onOpen}>
        {subject}
      </Link>
      <Caption1 className={styles.detail}>{who.join(" · ")}</Caption1>
      <Caption1 className={styles.detail}>
        {message.reason(offWord(row))} ({row.rule})
      </Caption1>
      <Button
        appearance="subtle"
        size="small"
        className={styles.needed}
        aria-label={review.needsReply(subject)}
        onClick={onNeeded}
      >
        {message.needsReply}
      </Button>
    </li>
  );
}
