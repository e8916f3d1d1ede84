/** Mail from before the first day, offered once and quietly: never coloured, never counted unless a person says so. */
import { Body1, Button, Caption1, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState } from "react";
import type { OlderRow } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { shortMoment } from "../dayNames.ts";
import { usePane } from "../pane.tsx";
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
  buttons: { display: "flex", gap: tokens.spacingHorizontalS, paddingTop: tokens.spacingVerticalXS },
  // Its words, not its box, stand on the left edge of the text.
  flush: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface OlderCardProps {
  readonly rows: readonly OlderRow[];
  readonly calendar: BusinessCalendar;
  readonly onClosed: () => void;
}

export function OlderCard({ rows, calendar, onClosed }: OlderCardProps) {
  const { addin, run } = usePane();
  const { replies } = useText();
  const styles = useStyles();
  const [looking, setLooking] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  // The button that showed them is gone: the first of them takes the focus.
  useLayoutEffect(() => {
    if (looking) list.current?.querySelector("button")?.focus();
  }, [looking]);
  const close = async () => {
    if (await run(() => addin.closeOlder())) onClosed();
  };
  return (
    <aside className={styles.card} aria-label={replies.older(rows.length)}>
      <Body1 as="p" block className={styles.sentence}>
        {replies.older(rows.length)}
      </Body1>
      {looking && (
        <ul ref={list} className={styles.list}>
          {rows.map((row) => (
            <Older key={row.internetMessageId} row={row} calendar={calendar} />
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        {!looking && (
          <Button size="small" aria-expanded={false} onClick={() => setLooking(true)}>
            {replies.look}
          </Button>
        )}
        <Button
          appearance="subtle"
          size="small"
          className={looking ? styles.flush : undefined}
          onClick={() => void close()}
        >
          {looking ? replies.close : replies.notNow}
        </Button>
      </div>
    </aside>
  );
}

function Older({ row, calendar }: { readonly row: OlderRow; readonly calendar: BusinessCalendar }) {
  const { addin, run } = usePane();
  const text = useText();
  const styles = useStyles();
  const { replies, review, message } = text;
  const subject = row.subject.trim() === "" ? replies.noSubject : row.subject;
  const customer = row.customer?.name.trim() || row.customer?.address;
  const [day] = shortMoment(row.receivedAt, calendar, text);
  return (
    <li className={styles.row} data-row={row.internetMessageId}>
      <Link as="button" className={styles.subject} onClick={() => void run(() => addin.openMessage(row.itemId))}>
        {subject}
      </Link>
      <Caption1 className={styles.detail}>
        {[...(customer === undefined ? [] : [customer]), replies.received(day)].join(" · ")}
      </Caption1>
      <div className={styles.buttons}>
        <Button
          appearance="subtle"
          size="small"
          className={styles.flush}
          aria-label={review.needsReply(subject)}
          onClick={() => void run(() => addin.includeOlder(row.internetMessageId))}
        >
          {message.needsReply}
        </Button>
      </div>
    </li>
  );
}
