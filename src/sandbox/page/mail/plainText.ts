/** Plain text as HTML and back. */

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** HTML that shows the text as it is, a line per `<br>`. */
export function htmlOfText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign).replace(/\r?\n/g, "<br>");
}

/** The text of a plain-text draft, whose HTML `htmlOfText` made: exactly that text, spaces and all. */
export function textOfLines(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const lineBreak of page.querySelectorAll("br")) lineBreak.replaceWith("\n");
  return page.body.textContent;
}

const blocks = new Set([
  "ADDRESS",
  "BLOCKQUOTE",
  "DIV",
  "H1",
  "H2",
  "H3",
  "H4",
  "LI",
  "OL",
  "P",
  "PRE",
  "TABLE",
  "TR",
  "UL",
]);

/** The text a person reads in the HTML: a line per block, nothing of scripts and styles. */
export function textOfHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  return linesOf(page.body)
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function linesOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? "").replace(/\s+/g, " ");
  if (!(node instanceof Element) || node.tagName === "SCRIPT" || node.tagName === "STYLE") return "";
  if (node.tagName === "BR") return "\n";
  if (node.tagName === "HR") return `\n${"_".repeat(32)}\n`;
  const inner = [...node.childNodes].map(linesOf).join("");
  return blocks.has(node.tagName) ? `\n${inner.trim()}\n` : inner;
}
