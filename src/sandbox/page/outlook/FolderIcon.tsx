/** How a folder looks, and what people call it. */
import {
  ArchiveRegular,
  DeleteRegular,
  DraftsRegular,
  FolderRegular,
  type FluentIcon,
  MailInboxRegular,
  MailProhibitedRegular,
  SendClockRegular,
  SendRegular,
} from "@fluentui/react-icons";
import type { FolderState, WellKnownFolder } from "../../api.ts";
import type { SandboxText } from "../text.ts";

const icons: Readonly<Record<WellKnownFolder, FluentIcon>> = {
  inbox: MailInboxRegular,
  sentitems: SendRegular,
  drafts: DraftsRegular,
  deleteditems: DeleteRegular,
  junkemail: MailProhibitedRegular,
  archive: ArchiveRegular,
  outbox: SendClockRegular,
};

export function FolderIcon({ folder: { name, own } }: { readonly folder: FolderState }) {
  const Icon = own === null ? icons[name] : FolderRegular;
  return <Icon />;
}

export function folderName({ name, own }: FolderState, text: SandboxText): string {
  return own === null ? text.folder[name] : own.label;
}
