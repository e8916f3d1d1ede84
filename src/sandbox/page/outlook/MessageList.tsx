/** The list of a folder: one option per message, arrow keys move and open. */
import { type KeyboardEvent, useRef } from "react";
import { makeStyles, mergeClasses, Skeleton, SkeletonItem, Text, tokens } from "@fluentui/react-components";
import type { MailRow } from "../../api.ts";
import { listedFolders, sharedMailbox } from "../mail/listed.ts";
import { useMailbox, useSandbox } from "./context.tsx";
import { focusList } from "./focusList.ts";
import { folderName } from "./FolderIcon.tsx";
import { MessageRow } from "./MessageRow.tsx";
import { oneColumn } from "./widths.ts";

const useStyles = makeStyles({
  root: {
    width: "clamp(260px, 24vw, 344px)",
    flexShrink: 0,
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    overflow: "hidden",
    [oneColumn]: { width: "auto", flexGrow: 1 },
  },
  away: { [oneColumn]: { display: "none" } },
  heading: { margin: 0, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  mailbox: {
    color: tokens.colorNeutralForeground3,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    marginTop: `calc(-1 * ${tokens.spacingVerticalM})`,
  },
  list: { overflowY: "auto", flexGrow: 1, minHeight: 0, paddingBottom: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground3, padding: `0 ${tokens.spacingHorizontalL}` },
  skeleton: { display: "grid", rowGap: tokens.spacingVerticalL, padding: `0 ${tokens.spacingHorizontalL}` },
});

/** Where an arrow key leads among `count` rows; null for other keys. */
function target(key: string, index: number, count: number): number | null {
  if (key === "ArrowDown") return Math.min(index + 1, count - 1);
  if (key === "ArrowUp") return Math.max(index - 1, 0);
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

/** @param isAway something is read or written, which takes the place of the list where there is one column */
export function MessageList({ isAway }: { readonly isAway: boolean }) {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const listed = useMailbox();
  const { folder, rows, selected } = listed;
  const list = useRef<HTMLDivElement>(null);
  const select = (id: string): void => {
    if (id !== selected) desk.attempt(() => desk.select(id));
  };
  const remove = async (row: MailRow, forGood: boolean): Promise<void> => {
    await (forGood ? desk.deleteForGood(row) : desk.parts.mailbox.remove(row.id));
    focusList();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = rows?.findIndex((row) => row.id === selected) ?? -1;
    const marked = rows?.[index];
    if (event.key === "Delete" && marked) desk.attempt(() => remove(marked, event.shiftKey));
    const to = target(event.key, index, rows?.length ?? 0);
    const row = to === null ? undefined : rows?.[to];
    if (!row || to === null) return;
    event.preventDefault();
    select(row.id);
    (list.current?.children[to] as HTMLElement | undefined)?.focus();
  };
  const shown = listedFolders(listed).find(({ name }) => name === folder);
  const heading = shown && folderName(shown, text);
  const mailboxName = sharedMailbox(listed)?.name;
  const tabStop = rows?.some((row) => row.id === selected) ? selected : rows?.[0]?.id;
  return (
    <section
      className={mergeClasses(styles.root, isAway && styles.away)}
      aria-label={mailboxName ? `${mailboxName}: ${heading ?? ""}` : heading}
    >
      <Text as="h1" weight="semibold" size={400} className={styles.heading}>
        {heading}
      </Text>
      {mailboxName && <Text className={styles.mailbox}>{mailboxName}</Text>}
      {rows === null && (
        <Skeleton aria-label={text.loading} className={styles.skeleton}>
          {[1, 2, 3, 4].map((row) => (
            <SkeletonItem key={row} size={48} />
          ))}
        </Skeleton>
      )}
      {rows?.length === 0 && <Text className={styles.quiet}>{text.emptyFolder}</Text>}
      {rows && rows.length > 0 && (
        <div ref={list} role="listbox" aria-label={text.messages} className={styles.list} onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <MessageRow
              key={row.id}
              row={row}
              isSelected={row.id === selected}
              isTabStop={row.id === tabStop}
              onSelect={() => select(row.id)}
            />
          ))}
        </div>
      )}
    </section>
  );
}
