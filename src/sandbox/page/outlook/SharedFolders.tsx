/** A shared mailbox below the person's own folders: closed to its name, or open to its folders. */
import { useState } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { PeopleTeamRegular } from "@fluentui/react-icons";
import type { SharedMailboxState } from "../../api.ts";
import { useMailbox, useSandbox } from "./context.tsx";
import { FolderLine, FolderRow } from "./FolderRow.tsx";
import { foldedFolders, oneColumn } from "./widths.ts";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", minWidth: 0, [oneColumn]: { display: "contents" } },
  folders: {
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalM,
    // Folded there is no room to indent: a line says which icons belong together.
    [foldedFolders]: { paddingLeft: 0, borderLeft: `2px solid ${tokens.colorNeutralStroke1}` },
    [oneColumn]: { flexDirection: "row", flexWrap: "wrap" },
  },
});

export function SharedFolders({ mailbox }: { readonly mailbox: SharedMailboxState }) {
  const styles = useStyles();
  const { text } = useSandbox();
  const { shared } = useMailbox();
  const [isOpened, setIsOpened] = useState(false);
  // What is listed is never hidden: a message that the add-in opened may lie here.
  const isOpen = isOpened || shared === mailbox.id;
  const unread = mailbox.folders.find(({ name }) => name === "inbox")?.unread ?? 0;
  return (
    <div className={styles.group} role="group" aria-label={mailbox.name}>
      <FolderLine
        icon={<PeopleTeamRegular />}
        label={mailbox.name}
        count={isOpen ? 0 : unread}
        description={text.unread(unread)}
        expanded={isOpen}
        onClick={() => setIsOpened(!isOpen)}
      />
      {isOpen && (
        <div className={styles.folders}>
          {mailbox.folders.map((folder) => (
            <FolderRow key={folder.name} folder={folder} shared={mailbox.id} />
          ))}
        </div>
      )}
    </div>
  );
}
