/**
 * What the sandbox page and the sandbox server say to each other (JSON over https, same origin, /api/…).
 * The server owns the mailboxes; the page shows them and plays Outlook to Microsoft's Office.js.
 */

export interface SandboxPerson {
  /** Short id: "employee", "colleague", "supervisor", "administrator". */
  readonly id: string;
  readonly oid: string;
  readonly name: string;
  readonly address: string;
  readonly title: string;
  readonly roles: readonly string[];
}

/** An Office dispatch id's categories use "Preset0"…"Preset24" and "None"; Graph writes them in lower case. */
export interface MasterCategory {
  readonly id: string;
  readonly displayName: string;
  readonly color: string;
}

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

export interface MailAttachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly isInline: boolean;
}

export interface MailFlag {
  readonly status: "notFlagged" | "flagged" | "complete";
  /** Local day, or null. */
  readonly due: string | null;
}

/** A row of the message list. */
export interface MailRow {
  /** Immutable id; the same in every folder. */
  readonly id: string;
  readonly folder: FolderName;
  readonly conversationId: string;
  readonly internetMessageId: string;
  readonly subject: string;
  readonly from: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly receivedAt: number;
  readonly sentAt: number;
  readonly isRead: boolean;
  readonly isDraft: boolean;
  readonly preview: string;
  readonly hasAttachments: boolean;
  readonly categories: readonly string[];
  readonly flag: MailFlag;
}

export type FolderName = "inbox" | "sentitems" | "drafts" | "deleteditems" | "junkemail";

/** A whole message, as the reading pane and Office.js need it. */
export interface MailItem extends MailRow {
  readonly sender: MailAddress | null;
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly replyTo: readonly MailAddress[];
  readonly createdAt: number;
  readonly itemClass: string;
  /** Sanitised by the server: no script, no handler, no outside address. */
  readonly html: string;
  readonly text: string;
  /** Raw transport headers, "Name: value\r\n" lines; "" on drafts and sent mail. */
  readonly headers: string;
  readonly attachments: readonly MailAttachment[];
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Custom properties of the add-in, as Office.js stores them. */
  readonly customProperties: Readonly<Record<string, unknown>>;
  readonly notifications: readonly ItemNotification[];
  readonly sessionData: Readonly<Record<string, string>>;
  readonly composeType: "newMail" | "reply" | "forward" | null;
  readonly bodyType: "html" | "text";
}

/** Wire shape of Office.js: type 0 informational, 1 progress, 2 error, 3 insight. */
export interface ItemNotification {
  readonly key: string;
  readonly type: number;
  readonly message: string;
  readonly icon?: string;
  readonly persistent?: boolean;
  readonly actions?: unknown;
}

/** GET /api/state?person=ID */
export interface SandboxState {
  readonly people: readonly SandboxPerson[];
  readonly person: SandboxPerson;
  readonly folders: readonly { readonly name: FolderName; readonly unread: number; readonly total: number }[];
  readonly masterCategories: readonly MasterCategory[];
  /** Milliseconds to add to the machine's clock. */
  readonly clockOffset: number;
  /** IANA zone table of the policy, to show local times. */
  readonly zone: {
    readonly zone: string;
    readonly tzdata: string;
    readonly base: number;
    readonly transitions: readonly (readonly [number, number])[];
  };
  readonly origins: {
    readonly addin: string;
    readonly service: string;
    readonly issuer: string;
    readonly graph: string;
  };
  readonly roamingSettings: Readonly<Record<string, string>>;
  /** What "a new message arrives" offers. */
  readonly arrivals: readonly { readonly id: string; readonly label: string }[];
  readonly faults: { readonly service: "running" | "stopped" };
  /** Files of --mailbox that could not be read, with the reason. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
  /** The text of manifest.xml, whose buttons the ribbon shows. */
  readonly manifest: string;
  readonly addinId: string;
  readonly clientId: string;
  readonly locale: string;
}

/*
 * GET    /api/state?person=ID                     -> SandboxState
 * GET    /api/messages?person=ID&folder=NAME      -> MailRow[]        newest first
 * GET    /api/messages/:id?person=ID              -> MailItem | 404
 * GET    /api/conversations/:id?person=ID         -> MailItem[]       oldest first, drafts last, Inbox and Sent Items together
 * PATCH  /api/messages/:id?person=ID              MailPatch -> MailItem
 * DELETE /api/messages/:id?person=ID              -> 204 (to Deleted Items; a draft is dropped)
 * POST   /api/drafts?person=ID                    NewDraft -> MailItem
 * POST   /api/drafts/:id/send?person=ID           -> MailItem (in Sent Items) | 400 {message}
 * PUT    /api/categories?person=ID                MasterCategory[] -> MasterCategory[]
 * PUT    /api/roaming?person=ID                   Record<string,string> -> same
 * POST   /api/arrivals?person=ID                  {id} or message/rfc822 bytes -> MailRow | 400 {message}; a file that is no message: {refused: sentence}
 * POST   /api/clock                               {to:"tomorrow"|"nextDue"|"now"} or {at: ms} -> {clockOffset}
 * POST   /api/faults                              {service:"stopped"|"running"} -> faults
 * POST   /api/broker?person=ID                    {method, tokenParams, origin, interactive} -> body of a NestedAppAuthResponse
 * GET    /api/attachments/:messageId/:id?person=  -> bytes
 * GET    /api/events?person=ID                    server-sent events, SandboxEvent each
 * Office.js itself: /office-js/office.js (shim + Microsoft's bytes + relay), /office-js/* (Microsoft's bytes).
 */

export interface NewDraft {
  readonly composeType: "newMail" | "reply" | "forward";
  readonly replyAll?: boolean;
  /** The message answered or forwarded. */
  readonly original?: string;
  /** Put above the quoted thread. */
  readonly html?: string;
  readonly subject?: string;
  readonly to?: readonly MailAddress[];
}

export interface MailPatch {
  readonly isRead?: boolean;
  readonly categories?: readonly string[];
  readonly flag?: MailFlag;
  readonly customProperties?: Readonly<Record<string, unknown>>;
  readonly notifications?: readonly ItemNotification[];
  readonly sessionData?: Readonly<Record<string, string>>;
  /** Drafts only. */
  readonly subject?: string;
  readonly html?: string;
  /** A person turned the draft into plain text, or back. */
  readonly bodyType?: "html" | "text";
  readonly to?: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  readonly bcc?: readonly MailAddress[];
  /** Internet headers that the add-in sets on a draft. */
  readonly internetHeaders?: Readonly<Record<string, string>>;
}

export type SandboxEvent =
  | { readonly type: "mailbox"; readonly ids: readonly string[] }
  | { readonly type: "clock"; readonly clockOffset: number }
  | { readonly type: "faults"; readonly faults: SandboxState["faults"] };
