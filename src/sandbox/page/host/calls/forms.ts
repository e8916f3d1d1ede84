/** Opening a reply, a new message or another message from the add-in. */
import { ok, refuse } from "../answer.ts";
import { type Method, type Methods, onItem, onMailbox, textsOf } from "../call.ts";
import { textOf } from "../envelope.ts";
import { restId } from "../outlook.ts";

function reply(all: boolean): Method {
  return onItem(({ item, outlook, params }) => {
    outlook.openReply(item.now(), all, textOf(params["htmlBody"]));
    return ok();
  });
}

const openMessage = onMailbox(async ({ outlook, params, surface }) => {
  if (surface === "launchEvent") return refuse("messageFromLaunchEvent");
  return (await outlook.openMessage(restId(textOf(params["itemId"])))) ? ok() : refuse("unknownMessage");
});

// Office.js offers these beside a received message only, so no launch event can call them.
const newMessage = onMailbox(({ outlook, params }) => {
  const { attachments } = params;
  if (Array.isArray(attachments) && attachments.length > 0) return refuse("newMessageAttachment");
  outlook.openNew({
    to: textsOf(params["toRecipients"]),
    cc: textsOf(params["ccRecipients"]),
    bcc: textsOf(params["bccRecipients"]),
    subject: textOf(params["subject"]),
    html: textOf(params["htmlBody"]),
  });
  return ok();
});

const appointment = onMailbox(() => refuse("appointmentForm"));

/** Each form has two ids, without and with a callback; a reply two more, by the type of its argument. */
export const forms: Methods = {
  10: reply(false),
  30: reply(false),
  181: reply(false),
  183: reply(false),
  11: reply(true),
  31: reply(true),
  182: reply(true),
  184: reply(true),
  8: openMessage,
  179: openMessage,
  44: newMessage,
  178: newMessage,
  7: appointment,
  9: appointment,
  177: appointment,
  180: appointment,
};
