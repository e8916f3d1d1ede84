/** Every Outlook call that the host answers, by dispatch id (outlook-host-protocol §6). */
import { type Answer, refuse } from "./answer.ts";
import type { Call, Methods } from "./call.ts";
import { attachments } from "./calls/attachments.ts";
import { body } from "./calls/body.ts";
import { categories } from "./calls/categories.ts";
import { customProperties } from "./calls/customProperties.ts";
import { drafts } from "./calls/drafts.ts";
import { forms } from "./calls/forms.ts";
import { internetHeaders } from "./calls/internetHeaders.ts";
import { mailbox } from "./calls/mailbox.ts";
import { masterCategories } from "./calls/masterCategories.ts";
import { notifications } from "./calls/notifications.ts";
import { recipients } from "./calls/recipients.ts";
import { roamingSettings } from "./calls/roamingSettings.ts";
import { sessionData } from "./calls/sessionData.ts";
import { isDraft, type OpenItem } from "./outlook.ts";

const methods: Methods = {
  ...attachments,
  ...body,
  ...categories,
  ...customProperties,
  ...drafts,
  ...forms,
  ...internetHeaders,
  ...mailbox,
  ...masterCategories,
  ...notifications,
  ...recipients,
  ...roamingSettings,
  ...sessionData,
};

/** APICallFailedDueToItemChange: the item was closed while the call was under way (outlook-host-protocol §6.9). */
const itemClosed: Answer = { error: true, errorCode: 9030 };

/**
 * Answers one call. A call that this host does not know, or whose item closed meanwhile, is answered with the code
 * that Outlook has for it: an add-in must never wait for ever (§6).
 */
export async function answer(dispatchId: number, call: Call<OpenItem | null>): Promise<Answer> {
  const method = methods[dispatchId];
  if (method === undefined) return refuse("unknownCall");
  if (method.needs === "nothing") return method.run(call);
  const { item } = call;
  if (item === null) return itemClosed;
  if (method.needs === "item") return method.run({ ...call, item });
  return isDraft(item) ? method.run({ ...call, item }) : itemClosed;
}
