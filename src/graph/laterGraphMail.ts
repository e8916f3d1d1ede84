/** The person's mailboxes through Graph, whose client is fetched with the first call: the open message needs none. */
import { chunk } from "../addin/chunk.ts";
import { laterPort } from "../addin/laterPort.ts";
import type { MailboxReader, MailboxWriter } from "../addin/mailboxPorts.ts";
import type { WholeMailbox } from "../addin/ports.ts";
import type { GraphSite } from "./call.ts";
import type { GraphMailOptions } from "./graphMail.ts";
import { canReadAll, canReadShared, canWrite, mailAccess } from "./mailAccess.ts";

/** Null where no scope is for mail: Office.js alone. */
export function laterGraphMail(site: GraphSite, options: GraphMailOptions): WholeMailbox | null {
  const access = mailAccess(options.scopes);
  if (access.own === null) return null;
  const client = chunk(async () => {
    const [{ graphClient }, { graphRequest }] = await Promise.all([
      import(/* webpackChunkName: "graph" */ "./graphMail.ts"),
      import(/* webpackChunkName: "graph" */ "./graphRequest.ts"),
    ]);
    return graphClient(graphRequest(site), options, access);
  });
  const reader = laterPort<MailboxReader>(async () => (await client.load()).reader, {
    ...{ folders: true, pages: true, messages: true, headers: true },
    ...{ foldersSince: true, outlookId: true, categoryNames: true },
  });
  const writer = laterPort<MailboxWriter>(async () => (await client.load()).writer, {
    mark: true,
    saveDecisions: true,
  });
  return {
    reader: { canReadAll: canReadAll(access), canReadShared: canReadShared(access), ...reader },
    writer: canWrite(access) ? writer : null,
  };
}
