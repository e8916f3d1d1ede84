/** How many bytes of each built file are the domain's, by the source maps of the last build. */
import { readdir, readFile } from "node:fs/promises";
import { SourceMap, type SourceMapPayload } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";

export interface BundleShare {
  /** Without the hash in its name. */
  readonly file: string;
  readonly bytes: number;
  readonly gzipped: number;
  readonly domainBytes: number;
  readonly domainGzipped: number;
}

/**
 * @param web folder of the built add-in
 * @returns files that hold any of the domain, the largest first; none when the add-in is not built
 */
export async function bundleShares(web: string): Promise<readonly BundleShare[]> {
  const names = await readdir(web).catch((): string[] => []);
  const scripts = names.filter((name) => name.endsWith(".js") && names.includes(`${name}.map`));
  const shares = await Promise.all(scripts.map((name) => shareOf(web, name)));
  return shares.filter(({ domainBytes }) => domainBytes > 0).sort((a, b) => b.bytes - a.bytes);
}

async function shareOf(web: string, name: string): Promise<BundleShare> {
  const text = await readFile(path.join(web, name), "utf8");
  const map = JSON.parse(await readFile(path.join(web, `${name}.map`), "utf8")) as SourceMapPayload;
  const domain = domainText(text, new SourceMap(map));
  return {
    file: name.replace(/\.[0-9a-f]{10}(?=\.js$)/, ""),
    bytes: Buffer.byteLength(text),
    gzipped: gzipSync(text).length,
    domainBytes: Buffer.byteLength(domain),
    domainGzipped: domain === "" ? 0 : gzipSync(domain).length,
  };
}

/** The built characters whose source lies in src/domain. */
function domainText(text: string, map: SourceMap): string {
  let found = "";
  for (const [row, line] of text.split("\n").entries()) {
    // By UTF-16 units, as source maps count columns.
    for (let column = 0; column < line.length; column += 1) {
      if (isDomain(map, row, column)) found += line.charAt(column);
    }
  }
  return found;
}

function isDomain(map: SourceMap, row: number, column: number): boolean {
  // Node's types know of no entry without a source, such as the bundler's own code.
  const entry = map.findEntry(row, column) as { readonly originalSource?: string };
  return entry.originalSource?.includes("/src/domain/") ?? false;
}
