/** GET /…/messages and /…/mailFolders/{folder}/messages */
import {
  accessDenied,
  graphError,
  graphOk,
  type GraphAnswer,
  type GraphCall,
  itemNotFound,
  preferencesApplied,
} from "../exchange.ts";
import { folderId, folderNamed, rootFolder } from "../ids.ts";
import { listQuery, sorted } from "../listQuery.ts";
import { viewOf } from "../messageView.ts";
import { allows, viewFor } from "../permissions.ts";

export function listMessages(call: GraphCall): GraphAnswer {
  const { mailbox, owner, address, now } = call;
  const named = call.parts["folder"];
  const folder = named === undefined ? undefined : folderNamed(mailbox, owner.id, named);
  if (folder === null) return itemNotFound(now);
  const query = listQuery(call.query);
  if ("code" in query) return graphError(400, query.code, query.message, now);
  if (query.expand.length > 0 && !allows(call, "all")) return accessDenied(now);

  const hidden = mailbox.logs.arrivedSince(call.visibleUntil);
  // The root holds folders alone.
  const members = folder === undefined ? mailbox.all() : folder === rootFolder ? [] : mailbox.membersOf(folder);
  const matching = [...members].filter((message) => !hidden.has(message.id) && query.matches(message));
  const found = sorted(
    matching.sort((a, b) => b.receivedAt - a.receivedAt || b.change - a.change),
    query.order,
  );
  const page = found.slice(query.skip, query.skip + query.top);
  const view = viewFor(call, query);
  const selected = query.select ? `(${query.select.join(",")})` : "";
  const inside = folder === undefined ? "" : `/mailFolders('${folderId(owner.id, folder)}')`;
  const more = query.skip + page.length < found.length;
  return graphOk(
    {
      "@odata.context": `${address.origin}/v1.0/$metadata#users('${owner.oid}')${inside}/messages${selected}`,
      value: page.map((message) => viewOf(message, view)),
      ...(more ? { "@odata.nextLink": nextLink(address, query.skip + page.length) } : {}),
    },
    preferencesApplied(call),
  );
}

/** On the origin that was asked, so that a client never leaves the sandbox. */
function nextLink(address: URL, skip: number): string {
  const next = new URL(address);
  next.searchParams.set("$skip", String(skip));
  return next.href.replaceAll("+", "%20");
}
