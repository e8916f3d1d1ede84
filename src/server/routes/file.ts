/** An answer that a browser keeps as a file. */
import type { Readable } from "node:stream";
import type { FastifyReply } from "fastify";

export interface SentFile {
  /** Plain: letters and a dot, so that no client reads it another way (RFC 6266). */
  readonly name: string;
  readonly media: string;
}

export function sendFile(reply: FastifyReply, { name, media }: SentFile, content: string | Readable): FastifyReply {
  return reply
    .header("cache-control", "no-store")
    .header("content-disposition", `attachment; filename="${name}"`)
    .type(`${media}; charset=utf-8`)
    .send(content);
}
