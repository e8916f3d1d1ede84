/** What the host may ask of the desk for the add-in: forms, settings, categories. */
import type { CityTime } from "../cityTime.ts";
import type { OutlookWindow } from "../host/outlook.ts";
import { parseAddresses } from "../mail/addresses.ts";
import type { Desk } from "./desk.ts";

function base64(bytes: ArrayBuffer): string {
  let binary = "";
  for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** @param locale such as "fr-CA" */
export function outlookWindow(desk: Desk, locale: string, time: CityTime): OutlookWindow {
  const { mailbox } = desk.parts;
  const { server } = mailbox;
  const state = (): ReturnType<typeof mailbox.snapshot>["state"] => mailbox.snapshot().state;
  return {
    person: state().person,
    locale,
    masterCategories: () => state().masterCategories,
    async saveMasterCategories(categories) {
      mailbox.confirm({ masterCategories: await server.saveCategories(categories) });
    },
    roamingSettings: () => state().roamingSettings,
    async saveRoamingSettings(settings) {
      await server.saveRoaming(settings);
      mailbox.confirm({ roamingSettings: settings });
    },
    async attachment(item, id) {
      if (!item.attachments.some((one) => one.id === id)) return null;
      return base64(await mailbox.here.attachment(item.id, id));
    },
    // Outlook on the web opens an add-in's reply in a window of its own (outlook-platform §4).
    openReply: (item, replyAll, html) =>
      desk.attempt(() => desk.write({ composeType: "reply", replyAll, original: item.id, html }, "window")),
    openNew: ({ to, cc, bcc, subject, html }) =>
      desk.attempt(() =>
        desk.write({ composeType: "newMail", to: parseAddresses(to.join(";")), subject, html }, "window", {
          cc: parseAddresses(cc.join(";")),
          bcc: parseAddresses(bcc.join(";")),
        }),
      ),
    async openMessage(id) {
      const place = await server.place(id);
      if (place) await desk.open(place);
      return place !== null;
    },
    closeDraft(draft) {
      const writing = desk.writingOf(draft);
      if (writing) desk.attempt(() => desk.putAway(writing));
    },
    utcOffset: () => time.utcOffset(Date.now() + state().clockOffset),
    clockOffset: () => state().clockOffset,
    onClock(listener) {
      let offset = state().clockOffset;
      return mailbox.subscribe(() => {
        if (state().clockOffset === offset) return;
        offset = state().clockOffset;
        listener();
      });
    },
  };
}
