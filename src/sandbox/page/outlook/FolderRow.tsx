/** One line of the folders: a folder, or what else stands among them; folded, its icon alone. */
import type { JSX } from "react";
import {
  Button,
  CounterBadge,
  makeStyles,
  mergeClasses,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import type { FolderState } from "../../api.ts";
import { sharedMailbox } from "../mail/listed.ts";
import { useMailbox, useSandbox } from "./context.tsx";
import { FolderIcon, folderName } from "./FolderIcon.tsx";
import { foldedFolders } from "./widths.ts";

const useStyles = makeStyles({
  row: { position: "relative", display: "flex" },
  count: {
    position: "absolute",
    right: tokens.spacingHorizontalM,
    top: "8px",
    pointerEvents: "none",
    [foldedFolders]: { top: "-2px", right: "-2px" },
  },
  button: {
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
  name: {
    flexGrow: 1,
    textAlign: "left",
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
    [foldedFolders]: { position: "absolute", clipPath: "inset(50%)", width: "1px", height: "1px" },
  },
});

export interface FolderLineProps {
  readonly icon: JSX.Element;
  readonly label: string;
  /** Shown where the pointer rests; the label unless said. */
  readonly title?: string;
  readonly onClick: () => void;
  /** Shown as a number at the end, unless it is 0. */
  readonly count?: number;
  readonly isCurrent?: boolean;
  readonly description?: string | undefined;
  readonly expanded?: boolean;
}

export function FolderLine({ icon, label, title = label, onClick, count = 0, ...more }: FolderLineProps) {
  const { description, expanded, isCurrent = false } = more;
  const styles = useStyles();
  const focusBack = useRestoreFocusTarget();
  return (
    <div className={styles.row}>
      <Button
        {...focusBack}
        appearance="subtle"
        className={mergeClasses(styles.button, isCurrent && styles.current)}
        icon={icon}
        title={title}
        aria-current={isCurrent ? "page" : undefined}
        aria-expanded={expanded}
        aria-description={description}
        onClick={onClick}
      >
        <span className={styles.name}>{label}</span>
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
}

/** @param shared id of the shared mailbox that the folder is of; null: the person's own */
export function FolderRow({ folder, shared }: { readonly folder: FolderState; readonly shared: string | null }) {
  const { desk, text } = useSandbox();
  const listed = useMailbox();
  const open = async (): Promise<void> => {
    await desk.select(null);
    await desk.parts.mailbox.openFolder(folder.name, shared);
  };
  const label = folderName(folder, text);
  const mailbox = sharedMailbox({ ...listed, shared });
  const isDrafts = folder.name === "drafts";
  return (
    <FolderLine
      icon={<FolderIcon folder={folder} />}
      label={label}
      title={mailbox ? `${mailbox.name}: ${label}` : label}
      count={isDrafts ? folder.total : folder.unread}
      description={isDrafts ? undefined : text.unread(folder.unread)}
      isCurrent={folder.name === listed.folder && shared === listed.shared}
      onClick={() => desk.attempt(open)}
    />
  );
}
