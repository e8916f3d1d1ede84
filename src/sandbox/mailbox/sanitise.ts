/**
 * Makes the html of a stranger's message harmless: an allow-list of elements, attributes and style properties;
 * no script, no handler, no form, nothing fetched from outside, no link that leads out.
 */
import { attributesOf, escapeAttribute, escapeText, nextToken, type Tag } from "./htmlTokens.ts";

const elements = new Set(
  (
    "a abbr address b big blockquote br caption center cite code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 " +
    "hr i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var"
  ).split(" "),
);
/** Landmarks of the sender's page: inside a message they would be landmarks of ours. */
const landmarks = new Set(["article", "aside", "footer", "header", "main", "nav", "section"]);
const empty = new Set(["br", "col", "hr", "img"]);
/** Left out with everything inside them. */
const swallowed = new Set(
  (
    "script style title textarea select option iframe object embed applet noscript noembed noframes template svg math " +
    "xmp plaintext audio video canvas frameset"
  ).split(" "),
);
const attributes = new Set(
  (
    "align alt bgcolor border cellpadding cellspacing class color cols colspan dir face height id lang nowrap rowspan rows " +
    "scope size span start summary title type valign width"
  ).split(" "),
);
const styles =
  /^(color|background-color|font(-family|-size|-style|-weight|-variant)?|text-(align|decoration|indent|transform)|line-height|letter-spacing|white-space|word-(break|wrap)|vertical-align|list-style-type|border(-(top|right|bottom|left))?(-(width|style|color))?|border-(collapse|spacing)|(margin|padding)(-(top|right|bottom|left))?|(min-|max-)?width|height|display|direction)$/;
const styleValue = /^[\w\s#%.,'"!+-]*(rgba?\([\d\s.,%]+\))?[\w\s#%.,'"!+-]*$/;

/** A picture that is in the html itself. */
const carriedPicture = /^data:image\/(png|jpeg|gif|webp);base64,[\w+/=]*$/;

/** A content id's picture as a data: address, or null when the message has none of that name. */
export type InlineImage = (contentId: string) => string | null;

/**
 * @param html whatever came
 * @returns well-formed html for the inside of a `div`
 */
export function sanitise(html: string, imageOf: InlineImage = () => null): string {
  const out: string[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < html.length) {
    const token = nextToken(html, at);
    at = token.end;
    if (token.text !== "") out.push(escapeText(token.text));
    const tag = token.tag && ordinary(token.tag);
    if (!tag) continue;
    if (swallowed.has(tag.name)) {
      if (!tag.closing) at = endOfElement(html, tag.name, at);
    } else if (!elements.has(tag.name)) continue;
    else if (tag.closing) close(tag.name, open, out);
    else {
      out.push(opening(tag, imageOf));
      if (!empty.has(tag.name)) open.push(tag.name);
    }
  }
  for (const name of open.reverse()) out.push(`</${name}>`);
  return out.join("");
}

function ordinary(tag: Tag): Tag {
  return landmarks.has(tag.name) ? { ...tag, name: "div" } : tag;
}

/** Just behind the element's closing tag; the end of everything when it has none. */
function endOfElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[^>]*(>|$)`, "gi");
  closing.lastIndex = from;
  return closing.test(html) ? closing.lastIndex : html.length;
}

function close(name: string, open: string[], out: string[]): void {
  const index = open.lastIndexOf(name);
  if (index < 0) return;
  for (const inner of open.splice(index).reverse()) out.push(`</${inner}>`);
}

function opening(tag: Tag, imageOf: InlineImage): string {
  const given = attributesOf(tag.inside);
  if (tag.name === "img") return image(given, imageOf);
  const kept = [...given].flatMap(([name, value]) => {
    if (attributes.has(name)) return attribute(name, value);
    if (name === "style") return attribute("style", harmlessStyle(value));
    // A link inside the message still works; one that leads out only shows where it would have led.
    if (name === "href" && tag.name === "a")
      return value.startsWith("#") ? attribute("href", value) : attribute("title", value);
    return [];
  });
  return `<${tag.name}${kept.join("")}>`;
}

/** A picture that came with the message is shown; one from outside is named, not fetched. */
function image(given: ReadonlyMap<string, string>, imageOf: InlineImage): string {
  const source = given.get("src") ?? "";
  const inline = /^cid:/i.test(source) ? imageOf(source.slice(4)) : carriedPicture.test(source) ? source : null;
  const alt = given.get("alt") ?? "";
  if (inline === null) return alt.trim() === "" ? "" : `<span>[${escapeText(alt)}]</span>`;
  const size = ["width", "height"].map((name) => attribute(name, given.get(name) ?? "")).join("");
  return `<img src="${inline}"${attribute("alt", alt) || ' alt=""'}${size}>`;
}

function attribute(name: string, value: string): string {
  return value === "" ? "" : ` ${name}="${escapeAttribute(value)}"`;
}

function harmlessStyle(style: string): string {
  return style
    .split(";")
    .map((declaration) => {
      const colon = declaration.indexOf(":");
      return [declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()] as const;
    })
    .filter(([name, value]) => styles.test(name) && value.length < 200 && styleValue.test(value))
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");
}
