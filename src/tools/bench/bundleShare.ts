/** How many bytes of each built file come from which sources, by the source maps of the last build. */
import { readdir, readFile } from "node:fs/promises";
import { SourceMap, type SourceMapPayload } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";

export interface BundleShare {
  /** Without the hash in its name. */
  readonly file: string;
  readonly bytes: number;
  readonly gzipped: number;
  readonly domain: Share;
  /** The client of the whole mailbox. */
  readonly mailbox: Share;
}

export interface Share {
  readonly bytes: number;
  readonly gzipped: number;
}

const sources = {
  domain: ["/src/domain/"],
  mailbox: ["/src/addin/mailbox/", "/src/graph/"],
} satisfies Record<string, readonly string[]>;

/**
 * @param web folder of the built add-in
 * @returns files that hold any of these, the largest first; none when the add-in is not built
 */
export async function bundleShares(web: string): Promise<readonly BundleShare[]> {
  const names = await readdir(web).catch((): string[] => []);
  const scripts = names.filter((name) => name.endsWith(".js") && names.includes(`${name}.map`));
  const shares = await Promise.all(scripts.map((name) => shareOf(web, name)));
  return shares.filter(({ domain, mailbox }) => domain.bytes + mailbox.bytes > 0).sort((a, b) => b.bytes - a.bytes);
}

async function shareOf(web: string, name: string): Promise<BundleShare> {
  const text = await readFile(path.join(web, name), "utf8");
  const map = new SourceMap(JSON.parse(await readFile(path.join(web, `${name}.map`), "utf8")) as SourceMapPayload);
  return {
    file: name.replace(/\.[0-9a-f]{10}(?=\.js$)/, ""),
    bytes: Buffer.byteLength(text),
    gzipped: gzipSync(text).length,
    domain: sizeOf(textFrom(text, map, sources.domain)),
    mailbox: sizeOf(textFrom(text, map, sources.mailbox)),
  };
}

function sizeOf(text: string): Share {
  return { bytes: Buffer.byteLength(text), gzipped: text === "" ? 0 : gzipSync(text).length };
}

/** The built characters whose source lies in one of these folders. */
function textFrom(text: string, map: SourceMap, folders: readonly string[]): string {
  let found = "";
  for (const [row, line] of text.split("\n").entries()) {
    // By UTF-16 units, as source maps count columns.
    for (let column = 0; column < line.length; column += 1) {
      if (isFrom(map, row, column, folders)) found += line.charAt(column);
    }
  }
  return found;
}

function isFrom(map: SourceMap, row: number, column: number, folders: readonly string[]): boolean {
  // Node's types know of no entry without a source, such as the bundler's own code.
  const { originalSource } = map.findEntry(row, column) as { readonly originalSource?: string };
  return originalSource !== undefined && folders.some((folder) => originalSource.includes(folder));
}
