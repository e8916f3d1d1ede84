/** GET /…/mailFolders/{folder} */
import { graphError, graphOk, type GraphAnswer, type GraphCall, itemNotFound } from "../exchange.ts";
import { folderDisplayName, folderId, folderNamed, rootFolder } from "../ids.ts";
import { wellKnownFolders } from "../../mailbox/folders.ts";

export function mailFolder(call: GraphCall): GraphAnswer {
  const { mailbox, owner, address, now } = call;
  const folder = folderNamed(mailbox, owner.id, call.parts["folder"] ?? "");
  if (folder === null) return itemNotFound(now);
  const isRoot = folder === rootFolder;
  const counts = isRoot ? { unread: 0, total: 0 } : mailbox.countsOf(folder);
  const whole: Readonly<Record<string, unknown>> = {
    displayName: folderDisplayName(mailbox, folder),
    parentFolderId: folderId(owner.id, rootFolder),
    childFolderCount: isRoot ? wellKnownFolders.size + mailbox.ownFolders.length : 0,
    unreadItemCount: counts.unread,
    totalItemCount: counts.total,
    isHidden: false,
  };
  const select = call.query
    .get("$select")
    ?.split(",")
    .map((name) => name.trim());
  const unknown = select?.find((name) => name !== "id" && !(name in whole));
  if (unknown !== undefined) {
    const message = `Could not find a property named '${unknown}' on type 'microsoft.graph.mailFolder'.`;
    return graphError(400, "RequestBroker--ParseUri", message, now);
  }
  const shown = select ? Object.entries(whole).filter(([name]) => select.includes(name)) : Object.entries(whole);
  const selected = select ? `(${select.join(",")})` : "";
  return graphOk({
    "@odata.context": `${address.origin}/v1.0/$metadata#users('${owner.oid}')/mailFolders${selected}/$entity`,
    id: folderId(owner.id, folder),
    ...Object.fromEntries(shown),
  });
}
