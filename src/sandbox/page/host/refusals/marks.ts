/** Refusals of what marks a message: categories, notifications, properties. */
import type { Refusal } from "./refusal.ts";

/** Office.js's "operation not supported". */
const notSupported = 5000;

export const marksRefusals = {
  categoriesInCompose: {
    call: "item.categories.addAsync",
    condition: "a draft is open: categories cannot be managed in compose on the web",
    code: notSupported,
    by: "host",
    source: "platform §2.1, office-js#4150, office-js#4588",
  },
  categoriesReadInCompose: {
    call: "item.categories.getAsync",
    condition: "a draft is open: categories cannot be managed in compose on the web",
    code: notSupported,
    by: "host",
    source: "types Categories.getAsync; office-js#4150 for the code",
  },
  unknownCategory: {
    call: "item.categories.addAsync",
    condition: "the name is not in the master list",
    code: 9044,
    by: "host",
    source: "platform §2.1, protocol §6.9",
  },
  duplicateMasterCategory: {
    call: "mailbox.masterCategories.addAsync",
    condition: "the master list has the name already",
    code: 9045,
    by: "host",
    source: "platform §2.1, protocol §6.9",
  },
  masterCategoriesOfOthers: {
    call: "mailbox.masterCategories.addAsync",
    condition: "beside a message of a shared mailbox: its list can be read, not changed",
    code: 7000,
    by: "host",
    source: "platform §2.1 (PermissionDenied); 7000 is Office.js's code of that name (protocol §6.9)",
  },
  tooManyNotifications: {
    call: "item.notificationMessages.addAsync",
    condition: "the message has five notifications",
    code: 9025,
    by: "host",
    source: "platform §2.1, protocol §6.9",
  },
  duplicateNotification: {
    call: "item.notificationMessages.addAsync",
    condition: "the key is in use",
    code: 9023,
    by: "host",
    source: "protocol §6.2",
  },
  unknownNotificationReplaced: {
    call: "item.notificationMessages.replaceAsync",
    condition: "no notification has the key",
    code: 9024,
    by: "host",
    source: "protocol §6.2",
  },
  unknownNotificationRemoved: {
    call: "item.notificationMessages.removeAsync",
    condition: "no notification has the key",
    code: 9024,
    by: "host",
    source: "protocol §6.2",
  },
  insightInRead: {
    call: "item.notificationMessages.addAsync",
    condition: "an InsightMessage on a received message, on the web",
    code: notSupported,
    by: "host",
    source: "platform §2.1; code chosen",
  },
  secondInsight: {
    call: "item.notificationMessages.addAsync",
    condition: "the draft has an InsightMessage of this add-in already",
    code: 9025,
    by: "host",
    source: "platform §2.1; code chosen",
  },
  persistentOnUnsavedDraft: {
    call: "item.notificationMessages.addAsync",
    condition: "persistent, on a draft that was never saved",
    code: 9028,
    by: "host",
    source: "protocol §6.9",
  },
  notificationKeyTooLong: {
    call: "item.notificationMessages.addAsync",
    condition: "a key of 33 characters",
    code: 0,
    by: "throws",
    source: "platform §2.1",
  },
  notificationTooLong: {
    call: "item.notificationMessages.addAsync",
    condition: "a message of 151 characters",
    code: 0,
    by: "throws",
    source: "platform §2.1",
  },
  informationalWithoutIcon: {
    call: "item.notificationMessages.addAsync",
    condition: "an InformationalMessage without an icon",
    code: 0,
    by: "throws",
    source: "platform §2.1",
  },
  customPropertiesTooLong: {
    call: "customProperties.saveAsync",
    condition: "more than 2,500 characters",
    code: 0,
    by: "throws",
    source: "platform §2.1",
  },
  roamingSettingsTooLong: {
    call: "roamingSettings.saveAsync",
    condition: "more than 32 KB",
    code: 9019,
    by: "Office.js",
    source: "platform §2.1",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
