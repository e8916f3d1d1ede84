/** Where the open message can go: a folder, Junk Email, or away for good. */
import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { DeleteDismissRegular, FolderArrowRightRegular, MailProhibitedRegular } from "@fluentui/react-icons";
import type { FolderName, MailItem } from "../../api.ts";
import { destinations, listedFolders } from "../mail/listed.ts";
import { useMailbox, useSandbox } from "./context.tsx";
import { focusList } from "./focusList.ts";
import { FolderIcon, folderName } from "./FolderIcon.tsx";

export function MoveMenu({ item }: { readonly item: MailItem | null }) {
  const { desk, text } = useSandbox();
  const focusBack = useRestoreFocusTarget();
  const listed = useMailbox();
  const { mailbox } = desk.parts;
  const trigger = (
    <ToolbarButton {...focusBack} disabled={item === null} icon={<FolderArrowRightRegular />} aria-label={text.move} />
  );
  if (item === null) return trigger;
  const move = (folder: FolderName) => (): void =>
    desk.attempt(async () => {
      await mailbox.move(item.id, folder);
      focusList();
    });
  const deleteForGood = async (): Promise<void> => {
    if (await desk.deleteForGood(item)) focusList();
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>{trigger}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          {destinations(listedFolders(listed), item.folder).map((folder) => (
            <MenuItem key={folder.name} icon={<FolderIcon folder={folder} />} onClick={move(folder.name)}>
              {folderName(folder, text)}
            </MenuItem>
          ))}
          <MenuDivider />
          {item.folder !== "junkemail" && (
            <MenuItem icon={<MailProhibitedRegular />} onClick={move("junkemail")}>
              {text.folder.junkemail}
            </MenuItem>
          )}
          <MenuItem icon={<DeleteDismissRegular />} onClick={() => desk.attempt(deleteForGood)}>
            {text.deleteForGood}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
