/** A line of My replies: one target that opens the message, and a menu for the rest. */
import { Body1, Caption1, createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { QueueRow } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { stateSigns, useToneStyles } from "../message/stateSigns.tsx";
import { usePane } from "../pane.tsx";
import { mailboxName } from "../policyWords.ts";
import { useText } from "../text/useText.tsx";
import { RowMenu } from "./RowMenu.tsx";
import { RowQuestions } from "./RowQuestions.tsx";
import { calmIcon, hurriedIcons } from "./rowSigns.ts";
import { rowWords } from "./rowWords.ts";

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  line: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    // The menu's icon ends where the text does.
    marginRight: `calc(-1 * ${tokens.spacingHorizontalXS})`,
  },
  target: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    flexGrow: 1,
    minWidth: 0,
    padding: `${tokens.spacingVerticalS} 0`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ...createFocusOutlineStyle(),
  },
  icon: { lineHeight: 0, paddingTop: "2px" },
  lines: { display: "flex", flexDirection: "column", minWidth: 0 },
  subject: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  detail: { overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
  state: { color: tokens.colorNeutralForeground1 },
  tag: {
    paddingInline: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
    whiteSpace: "nowrap",
  },
});

interface RowProps {
  readonly row: QueueRow;
  readonly calendar: BusinessCalendar;
  readonly onOpen: (row: QueueRow) => void;
}

export function Row({ row, calendar, onOpen }: RowProps) {
  const { policy, now } = usePane().state;
  const text = useText();
  const styles = useStyles();
  const tones = useToneStyles();
  const target = useRef<HTMLButtonElement>(null);
  const { replies, language } = text;
  const { sign, words } = rowWords(row, calendar, now, text);
  const Icon = hurriedIcons[sign] ?? calmIcon;
  const subject = row.subject.trim() === "" ? replies.noSubject : row.subject;
  const customer = row.customer?.name.trim() || row.customer?.address;
  const details = [
    ...(customer === undefined ? [] : [customer]),
    ...(row.waiting > 1 ? [replies.messages(row.waiting)] : []),
    ...(row.standing.claimedUntil === null ? [] : [replies.onIt]),
  ];
  return (
    <li className={styles.row} data-row={row.internetMessageId}>
      <div className={styles.line}>
        <button ref={target} type="button" className={styles.target} onClick={() => onOpen(row)}>
          <span className={mergeClasses(styles.icon, tones[stateSigns[sign].tone])}>
            <Icon aria-hidden />
          </span>
          <span className={styles.lines}>
            <Body1 className={styles.subject}>{subject}</Body1>
            <Caption1 className={styles.detail}>
              <span className={styles.state}>{words}</span>
              {details.map((detail) => ` · ${detail}`)}{" "}
              {row.mailbox !== "" && <span className={styles.tag}>{mailboxName(policy, row.mailbox, language)}</span>}
            </Caption1>
          </span>
        </button>
        <RowMenu row={row} subject={subject} />
      </div>
      <RowQuestions
        row={row}
        subject={subject}
        calendar={calendar}
        onOpen={() => onOpen(row)}
        onKept={() => target.current?.focus()}
      />
    </li>
  );
}
