/** Cuts html into text and tags in one pass, however broken it is. */

export interface Tag {
  /** Lower case. */
  readonly name: string;
  readonly closing: boolean;
  /** What stands between name and ">". */
  readonly inside: string;
}

export interface Token {
  /** Text before the tag, entities as they came. */
  readonly text: string;
  /** Null for a comment, a declaration, or the end. */
  readonly tag: Tag | null;
  readonly end: number;
}

/** The text from `at` to the next tag, and that tag. */
export function nextToken(html: string, at: number): Token {
  let from = at;
  for (;;) {
    const less = html.indexOf("<", from);
    if (less < 0) return { text: html.slice(at), tag: null, end: html.length };
    const next = html.charAt(less + 1);
    if (/[a-z/!?]/i.test(next)) return tagAt(html, at, less);
    from = less + 1;
  }
}

function tagAt(html: string, textFrom: number, less: number): Token {
  const text = html.slice(textFrom, less);
  if (html.startsWith("<!--", less)) {
    const end = html.indexOf("-->", less + 4);
    return { text, tag: null, end: end < 0 ? html.length : end + 3 };
  }
  const end = tagEnd(html, less + 1);
  const match = /^(\/?)([a-z][^\s/>]*)/i.exec(html.slice(less + 1, Math.min(end, less + 100)));
  if (!match) return { text, tag: null, end };
  const [found, slash, name = ""] = match;
  const tag = {
    name: name.toLowerCase(),
    closing: slash === "/",
    inside: html.slice(less + 1 + found.length, end - 1),
  };
  return { text, tag, end };
}

/** Just behind the ">" that ends the tag; one inside quotes of a value does not count. */
function tagEnd(html: string, from: number): number {
  let quote = "";
  for (let at = from; at < html.length; at += 1) {
    const letter = html.charAt(at);
    if (quote !== "") {
      if (letter === quote) quote = "";
    } else if ((letter === '"' || letter === "'") && /=\s*$/.test(html.slice(Math.max(from, at - 8), at)))
      quote = letter;
    else if (letter === ">") return at + 1;
  }
  return html.length;
}

/** Attributes by lower-case name, the first of each; values with their entities decoded. */
export function attributesOf(inside: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const one = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
  for (const [, name = "", double, single, bare] of inside.matchAll(one)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, decodeEntities(double ?? single ?? bare ?? ""));
  }
  return found;
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  hellip: "…",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  ecirc: "ê",
  copy: "©",
};

export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : "\ufffd";
    },
  );
}

/** Text that cannot become a tag again; entities in it stay what they are. */
export function escapeText(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A decoded value for the inside of double quotes. */
export function escapeAttribute(value: string): string {
  return escapeText(value.replaceAll("&", "&amp;")).replaceAll('"', "&quot;");
}

/** Plain words as html, a line break for each line. */
export function htmlOf(text: string): string {
  return escapeAttribute(text).replace(/\r?\n/g, "<br>");
}

/** The words of sanitised html, a line per block. */
export function textOf(html: string): string {
  const lines = html
    .replace(/<br>|<\/(p|div|tr|li|h[1-6]|blockquote|pre|table)>/g, "\n")
    .replace(/<hr[^>]*>/g, "\n________________________________\n");
  return decodeEntities(lines.replace(/<[^>]*>/g, ""))
    .replaceAll("\u00a0", " ")
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
