/** Office.context.roamingSettings: the whole bag at once; Office.js itself keeps to 32 KB. */
import { ok } from "../answer.ts";
import { type Methods, onMailbox, textFields } from "../call.ts";

export const roamingSettings: Methods = {
  404: onMailbox(async ({ outlook, params }) => {
    // The bag comes as the only element of an array (outlook-host-protocol §6.5), which the frame turns into fields.
    await outlook.saveRoamingSettings(textFields(params["0"]));
    return ok();
  }),
};
