/** GET /me/mailFolders/{folder}/messages */
import {
  accessDenied,
  graphError,
  graphOk,
  type GraphAnswer,
  type GraphCall,
  itemNotFound,
  preferencesApplied,
} from "../exchange.ts";
import { listQuery, sorted } from "../listQuery.ts";
import { folderNamed, viewOf } from "../messageView.ts";
import { mayExpand, viewFor } from "../permissions.ts";

export function listMessages(call: GraphCall, addinId: string): GraphAnswer {
  const { mailbox, person, address, now } = call;
  const folder = folderNamed(call.parts["folder"] ?? "");
  if (folder === null) return itemNotFound(now);
  const query = listQuery(call.query);
  if ("code" in query) return graphError(400, query.code, query.message, now);
  if (query.expand.length > 0 && !mayExpand(call)) return accessDenied(now);

  const found = sorted(mailbox.inFolder(folder).filter(query.matches), query.order);
  const page = found.slice(query.skip, query.skip + query.top);
  const view = viewFor(call, query, addinId);
  const selected = query.select ? `(${query.select.join(",")})` : "";
  const more = query.skip + page.length < found.length;
  return graphOk(
    {
      "@odata.context": `${address.origin}/v1.0/$metadata#users('${person.oid}')/mailFolders('${folder}')/messages${selected}`,
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
