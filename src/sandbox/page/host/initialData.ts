/** The answer to GetInitialData, and the payload of ItemChanged (outlook-host-protocol §5). */
import type { MailAddress, MailItem } from "../../api.ts";
import { hostVersion } from "./appContext.ts";
import { ewsId, type HostedAddin, type OpenItem, type OutlookWindow } from "./outlook.ts";

/** On the wire 2 and 3 stand the other way round than one would think. */
const permissionLevels = { Restricted: 0, ReadItem: 1, ReadWriteMailbox: 2, ReadWriteItem: 3 } as const;

const itemTypes = { message: 1, messageCompose: 4, itemless: 6 } as const;

const recipientTypes = { user: 2, externalUser: 3 } as const;

/** Outlook's REST API is no more: the host gives an address that leads nowhere. */
export const restUrl = "https://rest.invalid/api";

export interface WireAddress {
  readonly address: string;
  readonly name: string;
  readonly recipientType: number;
}

/** An address as Office.js takes it; people of the same domain as the person are "user". */
export function wireAddress(address: MailAddress, own: string): WireAddress {
  const domain = own.slice(own.indexOf("@")).toLowerCase();
  const inside = address.address.toLowerCase().endsWith(domain);
  return { ...address, recipientType: inside ? recipientTypes.user : recipientTypes.externalUser };
}

/** What Office.js needs of the mailbox and the open item; with no item, of the mailbox alone. */
export function initialData(
  addin: HostedAddin,
  outlook: OutlookWindow,
  item: OpenItem | null,
): Readonly<Record<string, unknown>> {
  const mailbox = {
    permissionLevel: permissionLevels[addin.permission],
    hostVersion,
    owaView: "ThreeColumns",
    userDisplayName: outlook.person.name,
    userEmailAddress: outlook.person.address,
    userTimeZone: "",
    userProfileType: "office365",
    timeZoneOffsets: [{ start: -62_135_596_800_000, end: 253_402_300_800_000, offset: outlook.utcOffset() }],
    ewsUrl: "https://ews.invalid/EWS/Exchange.asmx",
    restUrl,
    isRestIdSupported: false,
    extensionId: addin.id,
    openWindowOpen: false,
    isFromSharedFolder: Boolean(item?.sharedFrom),
  };
  if (item === null) return { ...mailbox, itemType: itemTypes.itemless };
  const mail = item.now();
  if (item.mode === "compose")
    return { ...mailbox, itemType: itemTypes.messageCompose, conversationId: mail.conversationId, seriesId: null };
  return { ...mailbox, itemType: itemTypes.message, ...messageData(mail, outlook.person.address) };
}

function messageData(mail: MailItem, own: string): Readonly<Record<string, unknown>> {
  const wire = (address: MailAddress): WireAddress => wireAddress(address, own);
  return {
    id: ewsId(mail.id),
    itemClass: mail.itemClass,
    conversationId: mail.conversationId,
    internetMessageId: mail.internetMessageId,
    subject: mail.subject,
    normalizedSubject: mail.subject.replace(/^((re|fw|fwd|tr|rép)\s?:\s?)+/i, ""),
    from: mail.from && wire(mail.from),
    sender: mail.sender && wire(mail.sender),
    to: mail.to.map(wire),
    cc: mail.cc.map(wire),
    bcc: mail.bcc.map(wire),
    attachments: mail.attachments.map(({ id, name, size, contentType, isInline }) => ({
      id,
      name,
      size,
      contentType,
      isInline,
      attachmentType: 0,
    })),
    dateTimeCreated: mail.createdAt,
    dateTimeModified: mail.createdAt,
    dateTimeSent: mail.sentAt,
    isRead: mail.isRead,
    entities: null,
    filteredEntities: null,
    regExMatches: null,
    selectedEntities: null,
    selectedRegExMatches: null,
  };
}
