/** How each refusal of the table is tried: what must be open, and the call, written as an add-in would write it. */
import type { RefusalName } from "../../../src/sandbox/page/host/refusals.ts";

type Answered = (result: Office.AsyncResult<unknown>) => void;

/** Runs inside the add-in's frame, so it uses nothing from outside itself. */
type Call = (mailbox: Office.Mailbox, answered: Answered) => void;

type Read = Office.MessageRead;
type Draft = Office.MessageCompose;

export interface Trial {
  /** A message; one of a shared mailbox; a draft never saved; the same in plain text; the event that runs when a draft is opened. */
  readonly where: "message" | "sharedMessage" | "draft" | "textDraft" | "launchEvent";
  readonly call: Call;
}

const onMessage = (call: Call): Trial => ({ where: "message", call });
const onSharedMessage = (call: Call): Trial => ({ where: "sharedMessage", call });
const onDraft = (call: Call): Trial => ({ where: "draft", call });
const onTextDraft = (call: Call): Trial => ({ where: "textDraft", call });
const onLaunchEvent = (call: Call): Trial => ({ where: "launchEvent", call });

export const trials: Readonly<Record<RefusalName, Trial>> = {
  categoriesInCompose: onDraft(({ item }, answered) => (item as Draft).categories.addAsync(["Reply due"], answered)),
  categoriesReadInCompose: onDraft(({ item }, answered) => (item as Draft).categories.getAsync(answered)),
  unknownCategory: onMessage(({ item }, answered) => (item as Read).categories.addAsync(["No such name"], answered)),
  duplicateMasterCategory: onMessage(({ masterCategories }, answered) => {
    const twice = [{ displayName: "Added twice", color: Office.MailboxEnums.CategoryColor.Preset3 }];
    masterCategories.addAsync(twice, () => masterCategories.addAsync(twice, answered));
  }),
  masterCategoriesOfOthers: onSharedMessage(({ masterCategories }, answered) =>
    masterCategories.addAsync(
      [{ displayName: "Added by a member", color: Office.MailboxEnums.CategoryColor.Preset3 }],
      answered,
    ),
  ),
  tooManyNotifications: onMessage(({ item }, answered) => {
    const add = (left: number): void =>
      (item as Read).notificationMessages.addAsync(
        `many${left}`,
        { type: Office.MailboxEnums.ItemNotificationMessageType.ErrorMessage, message: "one more" },
        (result) =>
          left === 0 || result.status === Office.AsyncResultStatus.Failed ? answered(result) : add(left - 1),
      );
    add(5);
  }),
  duplicateNotification: onMessage(({ item }, answered) => {
    const { notificationMessages } = item as Read;
    const bar = { type: Office.MailboxEnums.ItemNotificationMessageType.ErrorMessage, message: "the same key" };
    notificationMessages.addAsync("same", bar, () => notificationMessages.addAsync("same", bar, answered));
  }),
  unknownNotificationReplaced: onMessage(({ item }, answered) =>
    (item as Read).notificationMessages.replaceAsync(
      "nowhere",
      { type: Office.MailboxEnums.ItemNotificationMessageType.ErrorMessage, message: "nothing to replace" },
      answered,
    ),
  ),
  unknownNotificationRemoved: onMessage(({ item }, answered) =>
    (item as Read).notificationMessages.removeAsync("nowhere", answered),
  ),
  insightInRead: onMessage(({ item }, answered) =>
    (item as Read).notificationMessages.addAsync(
      "insight",
      {
        type: Office.MailboxEnums.ItemNotificationMessageType.InsightMessage,
        message: "with a button",
        icon: "Icon.16x16",
        actions: [
          {
            actionType: Office.MailboxEnums.ActionType.ShowTaskPane,
            actionText: "Open",
            commandId: "read.promise",
            contextData: {},
          },
        ],
      },
      answered,
    ),
  ),
  secondInsight: onDraft(({ item }, answered) => {
    const insight = {
      type: Office.MailboxEnums.ItemNotificationMessageType.InsightMessage,
      message: "with a button",
      icon: "Icon.16x16",
      actions: [
        {
          actionType: Office.MailboxEnums.ActionType.ShowTaskPane,
          actionText: "Open",
          commandId: "compose.acknowledge",
          contextData: {},
        },
      ],
    };
    const { notificationMessages } = item as Draft;
    notificationMessages.addAsync("first", insight, () => notificationMessages.addAsync("second", insight, answered));
  }),
  persistentOnUnsavedDraft: onDraft(({ item }, answered) =>
    (item as Draft).notificationMessages.addAsync(
      "kept",
      {
        type: Office.MailboxEnums.ItemNotificationMessageType.InformationalMessage,
        message: "kept",
        icon: "Icon.16x16",
        persistent: true,
      },
      answered,
    ),
  ),
  notificationKeyTooLong: onMessage(({ item }, answered) =>
    (item as Read).notificationMessages.addAsync(
      "k".repeat(33),
      { type: Office.MailboxEnums.ItemNotificationMessageType.ErrorMessage, message: "long key" },
      answered,
    ),
  ),
  notificationTooLong: onMessage(({ item }, answered) =>
    (item as Read).notificationMessages.addAsync(
      "long",
      { type: Office.MailboxEnums.ItemNotificationMessageType.ErrorMessage, message: "m".repeat(151) },
      answered,
    ),
  ),
  informationalWithoutIcon: onMessage(({ item }, answered) =>
    (item as Read).notificationMessages.addAsync(
      "bare",
      {
        type: Office.MailboxEnums.ItemNotificationMessageType.InformationalMessage,
        message: "no icon",
        persistent: false,
      },
      answered,
    ),
  ),
  customPropertiesTooLong: onMessage(({ item }, answered) =>
    (item as Read).loadCustomPropertiesAsync(({ value }) => {
      value.set("long", "x".repeat(2500));
      try {
        value.saveAsync(answered);
      } catch {
        // Thrown inside a callback: told as the sandbox's other answers are.
        answered({ status: "failed", error: { code: "throws" } } as never);
      }
    }),
  ),
  roamingSettingsTooLong: onMessage((_, answered) => {
    const { roamingSettings } = Office.context;
    roamingSettings.set("long", "x".repeat(33_000));
    roamingSettings.saveAsync((result) => {
      roamingSettings.remove("long");
      answered(result);
    });
  }),
  replyTooLong: onMessage(({ item }, answered) =>
    (item as Read).displayReplyFormAsync("x".repeat(32 * 1024 + 1), answered),
  ),
  newMessageTooLong: onMessage((mailbox, answered) =>
    mailbox.displayNewMessageFormAsync({ htmlBody: "x".repeat(32 * 1024 + 1) }, answered),
  ),
  newMessageSubjectTooLong: onMessage((mailbox, answered) =>
    mailbox.displayNewMessageFormAsync({ subject: "x".repeat(256) }, answered),
  ),
  newMessageRecipients: onMessage((mailbox) => {
    const toRecipients = Array.from({ length: 101 }, (_, index) => `person${index}@homes.example`);
    mailbox.displayNewMessageForm({ toRecipients });
  }),
  newMessageAttachment: onMessage((mailbox, answered) =>
    mailbox.displayNewMessageFormAsync(
      { attachments: [{ type: "file", name: "map.png", url: "https://maps.example/map.png" }] },
      answered,
    ),
  ),
  bodyTooLong: onDraft(({ item }, answered) => (item as Draft).body.setAsync("x".repeat(1_000_001), answered)),
  htmlSetInTextBody: onTextDraft(({ item }, answered) =>
    (item as Draft).body.setAsync("<p>x</p>", { coercionType: Office.CoercionType.Html }, answered),
  ),
  htmlPrependedToTextBody: onTextDraft(({ item }, answered) =>
    (item as Draft).body.prependAsync("<p>x</p>", { coercionType: Office.CoercionType.Html }, answered),
  ),
  htmlInsertedInTextBody: onTextDraft(({ item }, answered) =>
    (item as Draft).body.setSelectedDataAsync("<p>x</p>", { coercionType: Office.CoercionType.Html }, answered),
  ),
  htmlSignatureInTextBody: onTextDraft(({ item }, answered) =>
    (item as Draft).body.setSignatureAsync("<p>x</p>", { coercionType: Office.CoercionType.Html }, answered),
  ),
  appendWithoutPermission: onDraft(({ item }, answered) =>
    (item as Draft).body.appendOnSendAsync("x", { coercionType: Office.CoercionType.Text }, answered),
  ),
  tooManyRecipientsAtOnce: onDraft(({ item }, answered) => {
    const people = Array.from({ length: 101 }, (_, index) => `person${index}@homes.example`);
    (item as Draft).to.setAsync(people, answered);
  }),
  tooManyRecipients: onDraft(({ item }, answered) => {
    const add = (left: number): void => {
      const people = Array.from({ length: 100 }, (_, index) => `person${left}.${index}@homes.example`);
      (item as Draft).to.addAsync(people, (result) => (left === 0 ? answered(result) : add(left - 1)));
    };
    add(5);
  }),
  subjectTooLong: onDraft(({ item }, answered) => (item as Draft).subject.setAsync("x".repeat(256), answered)),
  draftNotSaved: onDraft(({ item }, answered) => (item as Draft).getItemIdAsync(answered)),
  unknownAttachment: onMessage(({ item }, answered) => (item as Read).getAttachmentContentAsync("nowhere", answered)),
  unknownAttachmentRemoved: onDraft(({ item }, answered) => (item as Draft).removeAttachmentAsync("nowhere", answered)),
  newAttachment: onDraft(({ item }, answered) =>
    (item as Draft).addFileAttachmentFromBase64Async("aGVsbG8=", "hello.txt", answered),
  ),
  sessionDataTooLong: onDraft(({ item }, answered) =>
    (item as Draft).sessionData.setAsync("long", "x".repeat(50_000), answered),
  ),
  unknownSessionKey: onDraft(({ item }, answered) => (item as Draft).sessionData.getAsync("nowhere", answered)),
  unknownSessionKeyRemoved: onDraft(({ item }, answered) =>
    (item as Draft).sessionData.removeAsync("nowhere", answered),
  ),
  unknownMessage: onMessage((mailbox, answered) => mailbox.displayMessageFormAsync("AAMkNowhere", answered)),
  appointmentForm: onMessage((mailbox, answered) =>
    mailbox.displayNewAppointmentFormAsync({ subject: "A meeting" }, answered),
  ),
  legacyToken: onMessage((mailbox, answered) => mailbox.getCallbackTokenAsync({ isRest: true }, answered)),
  identityToken: onMessage((mailbox, answered) => mailbox.getUserIdentityTokenAsync(answered)),
  exchangeWebServices: onMessage((mailbox, answered) => mailbox.makeEwsRequestAsync("<a/>", answered)),
  accessToken: onMessage((_, answered) => {
    const told = (error: unknown): void => answered({ status: "failed", error } as never);
    Office.auth.getAccessToken({}).then(() => answered({ status: "succeeded" } as never), told);
  }),
  dialog: onMessage((_, answered) =>
    Office.context.ui.displayDialogAsync(location.href, { displayInIframe: true, promptBeforeOpen: false }, answered),
  ),
  formFromLaunchEvent: onLaunchEvent((mailbox, answered) =>
    mailbox.displayNewMessageFormAsync({ subject: "Another" }, answered),
  ),
  messageFromLaunchEvent: onLaunchEvent((mailbox, answered) =>
    mailbox.displayMessageFormAsync("AAMkNowhere", answered),
  ),
  unknownCall: onDraft(({ item }, answered) =>
    (item as Draft).delayDeliveryTime.setAsync(new Date(2_000_000_000_000), answered),
  ),
};
