/** Entity tags (RFC 9110 §8.8.3), by which a caller that has an answer already is not sent it again. */
import { createHash } from "node:crypto";

/** A strong entity tag of a body, quotes included. */
export function etagOf(body: string): string {
  return `"${createHash("sha256").update(body).digest("base64url")}"`;
}

/** If-None-Match may list several tags, weak ones among them (RFC 9110 §13.1.2). */
export function isKnown(header: string | undefined, etag: string): boolean {
  const tags = (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
