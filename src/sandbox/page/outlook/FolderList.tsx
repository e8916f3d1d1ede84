/** The folders at the left, and the buttons that start a new message and a new folder. */
import { useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ComposeRegular, FolderAddRegular } from "@fluentui/react-icons";
import { useMailbox, useSandbox } from "./context.tsx";
import { FolderLine, FolderRow } from "./FolderRow.tsx";
import { NameDialog } from "./NameDialog.tsx";
import { SharedFolders } from "./SharedFolders.tsx";
import { foldedFolders, oneColumn } from "./widths.ts";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    width: "clamp(160px, 14vw, 196px)",
    flexShrink: 0,
    overflowY: "auto",
    [foldedFolders]: { width: "auto", overflowX: "hidden" },
    [oneColumn]: { flexDirection: "row", flexWrap: "wrap", overflow: "visible" },
  },
  compose: {
    flexShrink: 0,
    marginBottom: tokens.spacingVerticalM,
    [foldedFolders]: { minWidth: "40px", padding: tokens.spacingVerticalSNudge, "& > span": { margin: 0 } },
    [oneColumn]: { marginBottom: 0 },
  },
  name: { [foldedFolders]: { position: "absolute", clipPath: "inset(50%)", width: "1px", height: "1px" } },
});

function NewFolder() {
  const { desk, text } = useSandbox();
  const [isNaming, setIsNaming] = useState(false);
  const { mailbox } = desk.parts;
  const create = async (label: string): Promise<void> => {
    await mailbox.server.newFolder(label);
    await mailbox.refresh();
  };
  return (
    <>
      <FolderLine icon={<FolderAddRegular />} label={text.newFolder} onClick={() => setIsNaming(true)} />
      {isNaming && (
        <NameDialog
          title={text.newFolder}
          label={text.folderName}
          action={text.create}
          onName={(label) => desk.attempt(() => create(label))}
          onClose={() => setIsNaming(false)}
        />
      )}
    </>
  );
}

export function FolderList() {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { state } = useMailbox();
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
      {state.folders.map((folder) => (
        <FolderRow key={folder.name} folder={folder} shared={null} />
      ))}
      <NewFolder />
      {state.sharedMailboxes.map((mailbox) => (
        <SharedFolders key={mailbox.id} mailbox={mailbox} />
      ))}
    </nav>
  );
}
