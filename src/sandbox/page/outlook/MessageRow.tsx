/** One message of the list. Its name says what the eye sees: sender, subject, time, unread, flag, categories. */
import { Caption1, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { AttachRegular, CheckmarkRegular, FlagFilled } from "@fluentui/react-icons";
import type { MailRow } from "../../api.ts";
import { nameOf } from "../mail/addresses.ts";
import { listedCategories } from "../mail/listed.ts";
import { Unseen } from "./Unseen.tsx";
import { CategoryPills } from "./CategoryPills.tsx";
import { useMailbox, useNow, useSandbox } from "./context.tsx";

const useStyles = makeStyles({
  row: {
    position: "relative",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    cursor: "pointer",
    "&:hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  content: { display: "grid", rowGap: "1px" },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    "&:hover": { backgroundColor: tokens.colorBrandBackground2Hover },
    // Where a person's own colours replace ours, a frame marks the row.
    "@media (forced-colors: active)": {
      "&::after": {
        content: '""',
        position: "absolute",
        inset: "3px",
        border: "2px solid Highlight",
        pointerEvents: "none",
      },
    },
  },
  unread: {
    "&::before": {
      content: '""',
      position: "absolute",
      left: 0,
      top: "10px",
      bottom: "10px",
      width: "3px",
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorBrandForeground1,
      "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
    },
  },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  grow: { flexGrow: 1, minWidth: 0 },
  time: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  new: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  preview: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  marks: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    paddingTop: "3px",
  },
  flag: { color: tokens.colorPaletteRedForeground1, fontSize: "14px", flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: "14px", flexShrink: 0 },
  due: { color: tokens.colorPaletteRedForeground1, whiteSpace: "nowrap" },
});

export interface MessageRowProps {
  readonly row: MailRow;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onSelect: () => void;
}

/** Who stands at the head of a row: the sender, or on our own mail the recipients. */
function useWho(row: MailRow): string {
  const { text } = useSandbox();
  const ours = row.folder === "sentitems" || row.isDraft;
  const people = ours ? row.to.map(nameOf).join("; ") : nameOf(row.from);
  return row.isDraft ? `${text.draftMark}${people ? `: ${people}` : ""}` : people || text.noSender;
}

export function MessageRow({ row, isSelected, isTabStop, onSelect }: MessageRowProps) {
  const styles = useStyles();
  const { text, time } = useSandbox();
  const listed = useMailbox();
  const now = useNow();
  const who = useWho(row);
  const subject = row.subject || text.noSubject;
  const when = time.short(row.receivedAt, now);
  const due = row.flag.due === null ? null : time.day(row.flag.due, now);
  const flag = { notFlagged: "", complete: text.flagComplete, flagged: due ? text.flaggedDue(due) : text.flagged };
  // The lines are for the eye alone: this says them in one breath. Categories are read where they stand.
  const name = [who, subject, when, row.isRead ? "" : text.unreadMark, flag[row.flag.status]];
  if (row.hasAttachments) name.push(text.attachmentMark);
  return (
    <div
      role="option"
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      className={mergeClasses(styles.row, isSelected && styles.selected, !row.isRead && styles.unread)}
      onClick={onSelect}
    >
      <Unseen>{name.filter(Boolean).join(", ")}</Unseen>
      <div className={styles.content} aria-hidden>
        <div className={styles.line}>
          <Text truncate wrap={false} className={styles.grow} weight={row.isRead ? "regular" : "semibold"}>
            {who}
          </Text>
          {row.hasAttachments && <AttachRegular className={styles.quiet} />}
          {row.flag.status === "flagged" && <FlagFilled className={styles.flag} />}
          {row.flag.status === "complete" && <CheckmarkRegular className={styles.quiet} />}
        </div>
        <div className={styles.line}>
          <Text truncate wrap={false} className={mergeClasses(styles.grow, !row.isRead && styles.new)}>
            {subject}
          </Text>
          <Caption1 className={mergeClasses(styles.time, !row.isRead && styles.new)}>{when}</Caption1>
        </div>
        <Text truncate wrap={false} className={styles.preview}>
          {row.preview}
        </Text>
      </div>
      {(row.categories.length > 0 || due) && (
        <div className={styles.marks}>
          <CategoryPills names={row.categories} master={listedCategories(listed)} />
          {due && row.flag.status === "flagged" && (
            <Caption1 aria-hidden className={styles.due}>
              {time.shortDay(row.flag.due ?? "")}
            </Caption1>
          )}
        </div>
      )}
    </div>
  );
}
