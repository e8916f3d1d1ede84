/** item.notificationMessages: the bars over a message; at most five (outlook-platform §2.1). */
import type { ItemNotification } from "../../../api.ts";
import { type Answer, ok, refuse } from "../answer.ts";
import { type Call, type Methods, onItem } from "../call.ts";
import { type Fields, textOf } from "../envelope.ts";
import type { RefusalName } from "../refusals.ts";
import { isDraft } from "../outlook.ts";

const mostNotifications = 5;

/** By their number on the wire. */
const typeNames = ["informationalMessage", "progressIndicator", "errorMessage", "insightMessage"] as const;
const insight = 3;

function notificationOf(params: Fields): ItemNotification {
  return {
    key: textOf(params["key"]),
    type: Number(params["type"]),
    message: textOf(params["message"]),
    ...(typeof params["icon"] === "string" ? { icon: params["icon"] } : {}),
    ...(typeof params["persistent"] === "boolean" ? { persistent: params["persistent"] } : {}),
    ...(params["actions"] === undefined ? {} : { actions: params["actions"] }),
  };
}

/** Why a notification cannot stand on this item beside the `others`, or null. */
function refusalOf(
  notification: ItemNotification,
  others: readonly ItemNotification[],
  call: Call,
): RefusalName | null {
  if (notification.type === insight && call.item.mode === "read") return "insightInRead";
  if (notification.type === insight && others.some((other) => other.type === insight)) return "secondInsight";
  const unsaved = isDraft(call.item) && !call.item.saved;
  return unsaved && notification.persistent === true ? "persistentOnUnsavedDraft" : null;
}

async function write(call: Call, notifications: readonly ItemNotification[]): Promise<Answer> {
  await call.item.change({ notifications });
  return ok();
}

export const notifications: Methods = {
  33: onItem((call) => {
    const added = notificationOf(call.params);
    const before = call.item.now().notifications;
    if (before.some((other) => other.key === added.key)) return refuse("duplicateNotification");
    if (before.length >= mostNotifications) return refuse("tooManyNotifications");
    const refusal = refusalOf(added, before, call);
    return refusal ? refuse(refusal) : write(call, [...before, added]);
  }),
  34: onItem(({ item }) => ok(item.now().notifications.map((one) => ({ ...one, type: typeNames[one.type] })))),
  35: onItem((call) => {
    const put = notificationOf(call.params);
    const before = call.item.now().notifications;
    const others = before.filter((other) => other.key !== put.key);
    if (others.length === before.length) return refuse("unknownNotificationReplaced");
    const refusal = refusalOf(put, others, call);
    return refusal
      ? refuse(refusal)
      : write(
          call,
          before.map((other) => (other.key === put.key ? put : other)),
        );
  }),
  36: onItem((call) => {
    const before = call.item.now().notifications;
    const left = before.filter((other) => other.key !== call.params["key"]);
    return left.length === before.length ? refuse("unknownNotificationRemoved") : write(call, left);
  }),
};
