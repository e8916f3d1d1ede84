/** The opaque tokens in nextLink and deltaLink: what the server needs to go on, with a check sum against damage. */
import { createHash } from "node:crypto";
import type { FolderName } from "../../api.ts";
import type { DeltaOptions } from "./options.ts";

interface Common {
  /** Of the sync state: another one means that the state is lost. */
  readonly generation: number;
  readonly mailbox: string;
  readonly folder: FolderName;
}

/** Within a round: its page number so and so. */
export interface SkipToken extends Common {
  readonly kind: "skip";
  readonly round: string;
  readonly step: number;
}

/** Between rounds: everything up to a position has been told. */
export interface DeltaToken extends Common {
  readonly kind: "delta";
  readonly position: number;
  readonly options: DeltaOptions;
}

function checkSum(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 11);
}

export function sealed(token: SkipToken | DeltaToken): string {
  const text = Buffer.from(JSON.stringify(token)).toString("base64url");
  return checkSum(text) + text;
}

/** Null for what no page of ours held. */
export function opened(text: string): SkipToken | DeltaToken | null {
  const content = text.slice(11);
  if (content === "" || text.slice(0, 11) !== checkSum(content)) return null;
  return JSON.parse(Buffer.from(content, "base64url").toString("utf8")) as SkipToken | DeltaToken;
}
