/** The folders at the left, and the button that starts a new message. */
import { Button, CounterBadge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ArchiveRegular,
  ComposeRegular,
  DeleteRegular,
  DraftsRegular,
  FolderRegular,
  type FluentIcon,
  MailInboxRegular,
  MailProhibitedRegular,
  SendClockRegular,
  SendRegular,
} from "@fluentui/react-icons";
import type { FolderName, WellKnownFolder } from "../../api.ts";
import { useMailbox, useSandbox } from "./context.tsx";
import { foldedFolders, oneColumn } from "./widths.ts";

const icons: Readonly<Record<WellKnownFolder, FluentIcon>> = {
  inbox: MailInboxRegular,
  sentitems: SendRegular,
  drafts: DraftsRegular,
  deleteditems: DeleteRegular,
  junkemail: MailProhibitedRegular,
  archive: ArchiveRegular,
  outbox: SendClockRegular,
};

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    width: "clamp(160px, 14vw, 196px)",
    flexShrink: 0,
    [foldedFolders]: { width: "auto" },
    [oneColumn]: { flexDirection: "row", flexWrap: "wrap" },
  },
  compose: {
    marginBottom: tokens.spacingVerticalM,
    [foldedFolders]: { minWidth: "40px", padding: tokens.spacingVerticalSNudge, "& > span": { margin: 0 } },
    [oneColumn]: { marginBottom: 0 },
  },
  row: { position: "relative", display: "flex" },
  count: {
    position: "absolute",
    right: tokens.spacingHorizontalM,
    top: "8px",
    pointerEvents: "none",
    [foldedFolders]: { top: "-2px", right: "-2px" },
  },
  folder: {
    flexGrow: 1,
    paddingRight: tokens.spacingHorizontalXXXL,
    justifyContent: "flex-start",
    fontWeight: tokens.fontWeightRegular,
    minWidth: 0,
    [foldedFolders]: {
      justifyContent: "center",
      minWidth: "40px",
      padding: tokens.spacingVerticalSNudge,
      "& > span": { margin: 0 },
    },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  // Folded, the name is still there for those who do not see the icon.
  name: { [foldedFolders]: { position: "absolute", clipPath: "inset(50%)", width: "1px", height: "1px" } },
  folderName: { flexGrow: 1, textAlign: "left", whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
});

export function FolderList() {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { folder: current, state } = useMailbox();
  const { mailbox } = desk.parts;
  const open = async (name: FolderName): Promise<void> => {
    await desk.select(null);
    await mailbox.openFolder(name);
  };
  return (
    <nav className={styles.root} aria-label={text.folders}>
      <Button
        className={styles.compose}
        appearance="primary"
        icon={<ComposeRegular />}
        title={text.newMessage}
        onClick={() => desk.attempt(() => desk.write({ composeType: "newMail" }, "inline"))}
      >
        <span className={styles.name}>{text.newMessage}</span>
      </Button>
      {state.folders.map(({ name, own, total, unread }) => {
        const Icon = own === null ? icons[name] : FolderRegular;
        const label = own === null ? text.folder[name] : own.label;
        const count = name === "drafts" ? total : unread;
        return (
          <div key={name} className={styles.row}>
            <Button
              appearance="subtle"
              className={mergeClasses(styles.folder, name === current && styles.current)}
              icon={<Icon />}
              title={label}
              aria-current={name === current ? "page" : undefined}
              aria-description={name === "drafts" ? undefined : text.unread(count)}
              onClick={() => desk.attempt(() => open(name))}
            >
              <span className={mergeClasses(styles.folderName, styles.name)}>{label}</span>
            </Button>
            {count > 0 && (
              <CounterBadge
                aria-hidden
                className={styles.count}
                count={count}
                overflowCount={999}
                appearance="filled"
                color="informative"
                size="small"
              />
            )}
          </div>
        );
      })}
    </nav>
  );
}
