/** Attachments can be read; the sandbox takes no new ones. */
import { ok, refuse } from "../answer.ts";
import { type Methods, onDraft, onItem } from "../call.ts";
import { textOf } from "../envelope.ts";

const refused = onDraft(() => refuse("newAttachment"));

export const attachments: Methods = {
  16: refused,
  19: refused,
  148: refused,
  20: onDraft(() => refuse("unknownAttachmentRemoved")),
  149: onDraft(({ item }) => ok(item.now().attachments.map((one) => ({ ...one, attachmentType: 0 })))),
  150: onItem(async ({ item, outlook, params }) => {
    const content = await outlook.attachment(item.now(), textOf(params["id"]));
    return content === null ? refuse("unknownAttachment") : ok({ content, format: "base64" });
  }),
};
