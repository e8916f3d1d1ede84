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

/** Folders that every mailbox has, by Graph's well-known names. */
export type WellKnownFolder = "inbox" | "sentitems" | "drafts" | "deleteditems" | "junkemail" | "archive" | "outbox";
/** A folder that a person made; its name for people is its label. */
export type OwnFolderName = `own-${string}`;
export type FolderName = WellKnownFolder | OwnFolderName;

export interface OwnFolder {
  readonly name: OwnFolderName;
  readonly label: string;
}

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

/** `own` is null for a well-known folder, whose name for people is the page's. */
export type FolderState = { readonly unread: number; readonly total: number } & (
  { readonly name: WellKnownFolder; readonly own: null } | { readonly name: OwnFolderName; readonly own: OwnFolder }
);

/**
 * What Microsoft Graph does wrong, for as long as it is set:
 * "throttled" 429 · "unavailable" 503 · "timeouts" no answer for a while, then 504 · "lostAnswers" the request is
 * carried out and its answer lost · "gone" every delta link so far is 410, until one has been heard · "expiredTokens"
 * each person's present token is 401 until another one comes · "claimsChallenge" the same, asking for more proof ·
 * "slow" each answer takes its time · "lostMarks" categories and flags are answered as set, and are not.
 */
export type GraphFaultKind =
  | "none"
  | "throttled"
  | "unavailable"
  | "timeouts"
  | "lostAnswers"
  | "gone"
  | "expiredTokens"
  | "claimsChallenge"
  | "slow"
  | "lostMarks";

export interface GraphFaults {
  readonly graph: GraphFaultKind;
  /** What arrives or changes is to be seen through Graph's lists and deltas only so many milliseconds later. */
  readonly graphLagMs: number;
}

/** A fault at the `at`-th request from now, or at each `every`-th; `of` "items": items of batches are counted. */
export interface PlannedFault {
  readonly at?: number;
  readonly every?: number;
  readonly of?: "requests" | "items";
  readonly kind: GraphFaultKind;
}

export interface SandboxFaults extends GraphFaults {
  readonly service: "running" | "stopped";
}

/** A mailbox that several people work in, as one of them sees it. */
export interface SharedMailboxState {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Ids of the people who work in it. */
  readonly members: readonly string[];
  readonly folders: readonly FolderState[];
  readonly masterCategories: readonly MasterCategory[];
}

/** Where a message lies. */
export interface MessagePlace {
  /** Id of the shared mailbox; null: the person's own. */
  readonly shared: string | null;
  /** The message's immutable id, whatever form it was asked by. */
  readonly id: string;
  readonly folder: FolderName;
}

/** GET /api/state?person=ID */
export interface SandboxState {
  readonly people: readonly SandboxPerson[];
  readonly person: SandboxPerson;
  readonly folders: readonly FolderState[];
  /** Those that the person works in. */
  readonly sharedMailboxes: readonly SharedMailboxState[];
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
  readonly faults: SandboxFaults;
  /** Files of --mailbox that could not be read, with the reason. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
  /** The text of manifest.xml, whose buttons the ribbon shows. */
  readonly manifest: string;
  readonly addinId: string;
  readonly clientId: string;
  readonly locale: string;
}

/*
 * Where messages and folders are asked for, &mailbox=ID names a shared mailbox that the person works in.
 *
 * GET    /api/state?person=ID                     -> SandboxState
 * GET    /api/messages?person=ID&folder=NAME      -> MailRow[]        newest first
 * GET    /api/messages/:id?person=ID              -> MailItem | 404
 * GET    /api/places/:id?person=ID                -> MessagePlace | null: in any mailbox of theirs, by either form of id
 * GET    /api/conversations/:id?person=ID         -> MailItem[]       oldest first, drafts last, Inbox and Sent Items together
 * PATCH  /api/messages/:id?person=ID              MailPatch -> MailItem
 * DELETE /api/messages/:id?person=ID              -> 204 (to Deleted Items; a draft is dropped; &forGood=1: anything is)
 * POST   /api/drafts?person=ID                    NewDraft -> MailItem
 * POST   /api/drafts/:id/send?person=ID           -> MailItem (in Sent Items) | 400 {message}
 * PUT    /api/categories?person=ID                MasterCategory[] -> MasterCategory[]
 * PUT    /api/roaming?person=ID                   Record<string,string> -> same
 * POST   /api/folders?person=ID                   {label} -> OwnFolder
 * POST   /api/messages/:id/move?person=ID         {folder} -> MailItem
 * POST   /api/behind?person=ID                    Behind -> MailRow[] of what is new or changed | 400, 404 {message}
 * POST   /api/arrivals?person=ID                  {id} or message/rfc822 bytes -> MailRow | 400 {message}; a file that is no message: {refused: sentence}
 * POST   /api/clock                               {to:"tomorrow"|"nextDue"|"now"} or {at: ms} -> {clockOffset}
 * POST   /api/faults                              FaultsRequest -> SandboxFaults
 * POST   /api/broker?person=ID                    {method, tokenParams, origin, interactive} -> body of a NestedAppAuthResponse
 * GET    /api/attachments/:messageId/:id?person=  -> bytes
 * GET    /api/events?person=ID                    server-sent events, SandboxEvent each
 * Office.js itself: /office-js/office.js (shim + Microsoft's bytes + relay), /office-js/* (Microsoft's bytes).
 */

/** Whatever is left out stays as it is; a plan replaces the one before and counts from now. */
export interface FaultsRequest {
  readonly service?: "running" | "stopped";
  readonly graph?: GraphFaultKind;
  readonly graphLagMs?: number;
  /** 0 to 1: the share of requests that meets the fault; 1 unless said. */
  readonly graphRate?: number;
  /** Retry-After of 429 and 503, which CORS hides; null: none. 10 unless said. */
  readonly graphRetryAfterS?: number | null;
  /** How long "timeouts" hang (30 000 unless said) and "slow" answers take (2 000). */
  readonly graphDelayMs?: number;
  readonly graphPlan?: readonly PlannedFault[];
}

/**
 * What happens without the add-in: `message` is the id of one in the mailbox at hand. "arrives" goes once to everybody
 * in the sandbox whom it is addressed to; "answeredByColleague" answers a shared mailbox's message, from its address;
 * "deliveryFailed" is Exchange's report about a message of Sent Items.
 */
export type Behind =
  | {
      readonly what: "arrives";
      readonly from: MailAddress;
      readonly to: readonly string[];
      readonly cc?: readonly string[];
      readonly subject: string;
      readonly text: string;
      /** Internet message ids of the thread, the answered one last. */
      readonly references?: readonly string[];
    }
  | { readonly what: "answeredFromPhone"; readonly message: string; readonly text?: string }
  | { readonly what: "answeredByColleague"; readonly message: string; readonly by: string; readonly text?: string }
  | { readonly what: "moved"; readonly message: string; readonly folder: FolderName }
  | { readonly what: "movedToJunk" | "deleted" | "deletedForGood"; readonly message: string }
  | { readonly what: "subjectEdited"; readonly message: string; readonly subject: string }
  | { readonly what: "readMarked"; readonly message: string; readonly isRead: boolean }
  | { readonly what: "deliveryFailed"; readonly message: string; readonly recipients?: readonly string[] };

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
  /** `mailbox` names a shared one. */
  | { readonly type: "mailbox"; readonly ids: readonly string[]; readonly mailbox?: string }
  | { readonly type: "clock"; readonly clockOffset: number }
  | { readonly type: "faults"; readonly faults: SandboxState["faults"] };
