/** The person's mailboxes through Graph, as far as the site's scopes reach. */
import type { WholeMailbox } from "../addin/ports.ts";
import type { GraphRequest } from "./graphRequest.ts";
import { canWrite, mailAccess, type MailAccess } from "./mailAccess.ts";
import { mailboxReader } from "./mailboxReader.ts";
import { mailboxWriter } from "./mailboxWriter.ts";

export interface GraphMailOptions {
  /** The id in the manifest: names the add-in's custom properties. */
  readonly addinId: string;
  /** As the site asks for them (settings.json, `graphScopes`). */
  readonly scopes: readonly string[];
  /** Messages a page of changes, as the site asks for them (settings.json, `graphPageSize`). */
  readonly pageSize?: number | undefined;
}

const usualPageSize = 200;

/** Null where no scope is for mail: Office.js alone. */
export function graphMail(request: GraphRequest, options: GraphMailOptions): WholeMailbox | null {
  const access = mailAccess(options.scopes);
  if (access.own === null) return null;
  const { reader, writer } = graphClient(request, options, access);
  return { reader, writer: canWrite(access) ? writer : null };
}

/** Reads and writes as far as Graph lets it; whether it may is the caller's to ask. */
export function graphClient(
  request: GraphRequest,
  { addinId, pageSize = usualPageSize }: GraphMailOptions,
  access: MailAccess,
) {
  const mailboxes = { request, access, addinId, pageSize };
  return { reader: mailboxReader(mailboxes), writer: mailboxWriter(mailboxes) };
}
