/**
 * A strict reader for the part of XML that a manifest uses: elements, attributes, text, comments.
 * Document types, CDATA and processing instructions have no place in a manifest and are refused.
 */

export interface XmlElement {
  /** With its prefix, as written: "bt:Image". */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed. */
  readonly text: string;
  /** Line of its opening tag, from 1. */
  readonly line: number;
}

export type XmlReading =
  | { readonly ok: true; readonly root: XmlElement }
  /** `problem` begins with the line: "line 12: …". */
  | { readonly ok: false; readonly problem: string };

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const token =
  /<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

class Malformed extends Error {}

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));|&/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    const known = entities[name ?? ""];
    if (known === undefined) throw new Malformed(`${whole} is no character reference; a plain & is written &amp;`);
    return known;
  });
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single] of text.matchAll(attribute)) {
    if (found.has(name)) throw new Malformed(`the attribute ${name} stands twice in one element`);
    found.set(name, decoded(double ?? single ?? ""));
  }
  return found;
}

/** Builds the tree one token after the other; `line` is where it has got to. */
class Builder {
  line = 1;
  root: XmlElement | null = null;
  private readonly open: OpenElement[] = [];

  take([whole, closing, opening, attributes = "", selfClosing]: RegExpExecArray): void {
    if (opening !== undefined) this.begin(opening, attributesOf(attributes), selfClosing === "/");
    else if (closing !== undefined) this.end(closing);
    else if (!whole.startsWith("<!--")) this.write(whole);
    this.line += whole.split("\n").length - 1;
  }

  finished(): XmlElement {
    const left = this.open.at(-1);
    if (left !== undefined) throw new Malformed(`<${left.name}> of line ${left.line} is never closed`);
    if (this.root === null) throw new Malformed("there is no element");
    return this.root;
  }

  private begin(name: string, attributes: ReadonlyMap<string, string>, selfClosing: boolean): void {
    const element: OpenElement = { name, attributes, children: [], text: "", line: this.line };
    const parent = this.open.at(-1);
    if (parent !== undefined) parent.children.push(element);
    else if (this.root === null) this.root = element;
    else throw new Malformed(`<${name}> stands after the end of the document`);
    if (!selfClosing) this.open.push(element);
  }

  private end(name: string): void {
    const element = this.open.pop();
    if (element?.name !== name) throw new Malformed(`</${name}> does not close <${element?.name ?? "nothing"}>`);
    element.text = element.text.trim();
  }

  private write(text: string): void {
    const element = this.open.at(-1);
    if (element !== undefined) element.text += decoded(text);
    else if (text.trim() !== "") throw new Malformed(`"${text.trim()}" stands outside of every element`);
  }
}

/** Reads a document; malformed input is a value with its line. */
export function readXml(document: string): XmlReading {
  const declaration = /^\uFEFF?<\?xml [^?]*\?>/.exec(document)?.[0] ?? "";
  const builder = new Builder();
  try {
    token.lastIndex = declaration.length;
    while (token.lastIndex < document.length) {
      const at = token.lastIndex;
      const found = token.exec(document);
      if (found === null) throw new Malformed(`cannot read "${document.slice(at, at + 30).split("\n")[0] ?? ""}"`);
      builder.take(found);
    }
    return { ok: true, root: builder.finished() };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, problem: `line ${builder.line}: ${error.message}` };
    throw error;
  }
}
