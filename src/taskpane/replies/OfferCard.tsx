/** Messages off the clock that may be customers' all the same: offered quietly, never coloured, never counted by looking. */
import { Body1, Button, Caption1, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { OfferedRow } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { shortMoment } from "../dayNames.ts";
import { usePane } from "../pane.tsx";
import { mailboxName } from "../policyWords.ts";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  sentence: { margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
  },
  subject: { textAlign: "left", minHeight: "24px", color: tokens.colorNeutralForeground1 },
  detail: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", paddingTop: tokens.spacingVerticalXS },
  apart: { columnGap: tokens.spacingHorizontalS },
  // Its words, not its box, stand on the left edge of the text.
  flush: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface OfferCardProps {
  readonly sentence: string;
  /** Said once the rows are shown. */
  readonly hint?: string;
  readonly rows: readonly OfferedRow[];
  readonly calendar: BusinessCalendar;
  /** Another answer than to look; null where there is none. */
  readonly onNotNow: (() => void) | null;
  /** Ends the offer; null where the list only folds up again. */
  readonly onClose: (() => void) | null;
  /** What can be said of a row besides opening it. @param subject as it is shown */
  readonly answers: (row: OfferedRow, subject: string) => ReactNode;
}

export function OfferCard({ sentence, hint, rows, calendar, onNotNow, onClose, answers }: OfferCardProps) {
  const { replies } = useText();
  const styles = useStyles();
  const [looking, setLooking] = useState(false);
  const card = useRef<HTMLElement>(null);
  const folded = useRef(false);
  // The button that was pressed is gone: the first of the rows takes the focus, or the button that shows them again.
  useLayoutEffect(() => {
    if (looking) card.current?.querySelector<HTMLElement>("[data-row] button")?.focus();
    else if (folded.current) card.current?.querySelector("button")?.focus();
    folded.current = looking;
  }, [looking]);
  return (
    <aside ref={card} className={styles.card} aria-label={sentence}>
      <Body1 as="p" block className={styles.sentence}>
        {sentence}
      </Body1>
      {looking && hint !== undefined && <Caption1 className={styles.detail}>{hint}</Caption1>}
      {looking && (
        <ul className={styles.list}>
          {rows.map((row) => (
            <Offered key={row.internetMessageId} row={row} calendar={calendar} answers={answers} />
          ))}
        </ul>
      )}
      <div className={mergeClasses(styles.buttons, styles.apart)}>
        {!looking && (
          <Button size="small" aria-expanded={false} onClick={() => setLooking(true)}>
            {replies.look}
          </Button>
        )}
        {!looking && onNotNow !== null && (
          <Button appearance="subtle" size="small" onClick={onNotNow}>
            {replies.notNow}
          </Button>
        )}
        {looking && (
          <Button
            appearance="subtle"
            size="small"
            className={styles.flush}
            onClick={onClose ?? (() => setLooking(false))}
          >
            {replies.close}
          </Button>
        )}
      </div>
    </aside>
  );
}

function Offered({ row, calendar, answers }: Pick<OfferCardProps, "calendar" | "answers"> & { row: OfferedRow }) {
  const { addin, state, run } = usePane();
  const text = useText();
  const styles = useStyles();
  const { replies, language } = text;
  const subject = row.subject.trim() === "" ? replies.noSubject : row.subject;
  const customer = row.customer?.name.trim() || row.customer?.address;
  const [day] = shortMoment(row.receivedAt, calendar, text);
  const details = [
    ...(customer === undefined ? [] : [customer]),
    replies.received(day),
    ...(row.mailbox === "" ? [] : [mailboxName(state.policy, row.mailbox, language)]),
  ];
  return (
    <li className={styles.row} data-row={row.internetMessageId}>
      <Link as="button" className={styles.subject} onClick={() => void run(() => addin.openRow(row))}>
        {subject}
      </Link>
      <Caption1 className={styles.detail}>{details.join(" · ")}</Caption1>
      <div className={mergeClasses(styles.buttons, styles.flush)}>{answers(row, subject)}</div>
    </li>
  );
}
