/** My replies: what needs the reader, in one sentence, and what waits, in the order in which it needs somebody. */
import { Body1, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useRef } from "react";
import type { Queue, QueueRow } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { WhoLooked } from "../looks/WhoLooked.tsx";
import { JunkCard } from "./JunkCard.tsx";
import { OlderCard } from "./OlderCard.tsx";
import { Row } from "./Row.tsx";
import { RowSection } from "./RowSection.tsx";
import { needsOf, sectionsOf } from "./sections.ts";
import { useRowFocus } from "./useRowFocus.ts";
import { WatchSettings } from "./WatchSettings.tsx";

const useStyles = makeStyles({
  replies: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  top: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  sentence: { ...typographyStyles.title3, margin: 0, outlineStyle: "none" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface RepliesProps {
  readonly queue: Queue;
  readonly calendar: BusinessCalendar;
  /** The row's message lies open already. */
  readonly onOpenAlready: () => void;
}

export function Replies({ queue, calendar, onOpenAlready }: RepliesProps) {
  const { addin, state, run } = usePane();
  const text = useText();
  const styles = useStyles();
  const sentence = useRef<HTMLHeadingElement>(null);
  const { container, onFocus } = useRowFocus(sentence);
  const { replies } = text;
  const { view, lookedAt, notices, watching, older, junk, looking } = state;
  const today = calendar.localDay(state.now);
  const unseen = watching === "stopped" || notices.some(({ code }) => code === "mailboxUnseen");
  const needs = needsOf(queue, today, !unseen);
  const unread = lookedAt === null && watching !== "stopped";

  const open = async (row: QueueRow) => {
    const isOpen = view.kind === "message" && view.internetMessageId === row.internetMessageId;
    if (isOpen) onOpenAlready();
    else await run(() => addin.openRow(row));
  };
  const quiet = [
    ...(needs.promised > 0 && needs.overdue + needs.today > 0 ? [replies.promisesDue(needs.promised)] : []),
    ...(unread && needs.all > 0 ? [looking === null ? replies.unread : replies.firstLookSoFar] : []),
    ...(watching === "stopped" ? [replies.stopped] : []),
  ];
  return (
    <article ref={container} className={styles.replies} onFocus={onFocus}>
      <div className={styles.top}>
        <h1 ref={sentence} tabIndex={-1} className={styles.sentence}>
          {unread && needs.all === 0
            ? looking === null
              ? replies.unread
              : replies.firstLook
            : replies.sentence(needs)}
        </h1>
        {quiet.map((words) => (
          <Body1 key={words} as="p" block className={styles.quiet}>
            {words}
          </Body1>
        ))}
      </div>
      {sectionsOf(queue, today, text).map(({ key, title, rows }) => (
        <RowSection
          key={key}
          title={title}
          rows={rows.map((row) => (
            <Row key={row.internetMessageId} row={row} calendar={calendar} onOpen={(opened) => void open(opened)} />
          ))}
        />
      ))}
      {junk.length > 0 && <JunkCard rows={junk} calendar={calendar} />}
      {older !== null && <OlderCard rows={older} calendar={calendar} onClosed={() => sentence.current?.focus()} />}
      <WatchSettings />
      <WhoLooked />
    </article>
  );
}
