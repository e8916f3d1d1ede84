/** GET and PATCH /…/messages/{id} */
import type { StoredMessage } from "../../mailbox/storedMessage.ts";
import {
  accessDenied,
  graphError,
  graphOk,
  type GraphAnswer,
  type GraphCall,
  itemNotFound,
  preferencesApplied,
} from "../exchange.ts";
import { folderNamed, messageNamed } from "../ids.ts";
import { selection } from "../listQuery.ts";
import { etagOf, viewOf } from "../messageView.ts";
import { allows, viewFor } from "../permissions.ts";
import { patchedFields } from "./messagePatch.ts";

/** Null for one that is not there, lies in another folder than the path says, or came too lately to be seen. */
function messageOf({ mailbox, owner, parts, visibleUntil }: GraphCall): StoredMessage | null {
  const message = messageNamed(mailbox, parts["id"] ?? "");
  if (!message || mailbox.logs.arrivedSince(visibleUntil).has(message.id)) return null;
  const folder = parts["folder"];
  return folder === undefined || folderNamed(mailbox, owner.id, folder) === message.folder ? message : null;
}

function answerWith(call: GraphCall, message: StoredMessage, shape: Parameters<typeof viewFor>[1]): GraphAnswer {
  const { address, owner } = call;
  const selected = shape.select ? `(${shape.select.join(",")})` : "";
  const context = `${address.origin}/v1.0/$metadata#users('${owner.oid}')/messages${selected}/$entity`;
  return graphOk({ "@odata.context": context, ...viewOf(message, viewFor(call, shape)) }, preferencesApplied(call));
}

export function getMessage(call: GraphCall): GraphAnswer {
  const stranger = [...call.query.keys()].find((key) => !/^\$(select|expand)$/i.test(key));
  if (stranger !== undefined)
    return graphError(400, "BadRequest", `The query option '${stranger}' is not supported here.`, call.now);
  const shape = selection(call.query);
  if ("code" in shape) return graphError(400, shape.code, shape.message, call.now);
  if (shape.expand.length > 0 && !allows(call, "all")) return accessDenied(call.now);
  const message = messageOf(call);
  return message ? answerWith(call, message, shape) : itemNotFound(call.now);
}

/** Changes what may be changed and answers with the whole message, as Graph does (never 204). */
export function patchMessage(call: GraphCall): GraphAnswer {
  const { mailbox, now } = call;
  const message = messageOf(call);
  if (!message) return itemNotFound(now);
  const match = call.headers["if-match"];
  if (match !== undefined && match !== "*" && match !== etagOf(message))
    return graphError(412, "ErrorIrresolvableConflict", "The change key passed in the request does not match.", now);
  const fields = patchedFields(message, call.body, call.addinId);
  if (typeof fields === "string") return graphError(400, "ErrorInvalidArgument", fields, now);
  // A read mark leaves the time of modification alone (graph.md §3.3).
  const touches = Object.keys(fields).some((name) => name !== "isRead");
  const isMark = fields.extended === undefined && fields.customProperties === undefined;
  const changed =
    call.losesMarks && isMark
      ? { ...message, ...fields, modifiedAt: now, change: message.change + 1 }
      : mailbox.change(message.id, fields, now, touches);
  return answerWith(call, changed, { select: null, expand: [] });
}
