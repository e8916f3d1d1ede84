/** The person's mailboxes through Graph, as far as the site's scopes reach. */
import type { WholeMailbox } from "../addin/ports.ts";
import type { GraphRequest } from "./graphRequest.ts";
import { mailAccess } from "./mailAccess.ts";
import { mailboxReader } from "./mailboxReader.ts";
import { mailboxWriter } from "./mailboxWriter.ts";

export interface GraphMailOptions {
  /** The id in the manifest: names the add-in's custom properties. */
  readonly addinId: string;
  /** As the site asks for them (settings.json, `graphScopes`). */
  readonly scopes: readonly string[];
  /** Messages a page of changes. */
  readonly pageSize?: number;
}

/** Null where no scope is for mail: Office.js alone. */
export function graphMail(request: GraphRequest, options: GraphMailOptions): WholeMailbox | null {
  const access = mailAccess(options.scopes);
  if (access.own === null) return null;
  const mailboxes = { request, access, addinId: options.addinId, pageSize: options.pageSize ?? 200 };
  return {
    reader: mailboxReader(mailboxes),
    writer: access.own === "write" || access.shared === "write" ? mailboxWriter(mailboxes) : null,
  };
}
