/** HTML from templates in which every value is escaped, unless it is HTML made here. */

/** Text that may stand in a page as it is. Only `escaped` makes it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Html | null | readonly (Html | null)[];

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Tag of a template: escaped`<p title="${name}">${text}</p>`. Values stand between tags or in quoted attributes, nowhere
 * else. Null is nothing; a list is its parts in a row.
 */
export function escaped(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.map((part, index) => part + written(values[index] ?? null)).join(""));
}

function written(value: Value): string {
  if (value === null) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(written).join("");
  return String(value).replace(/[&<>"']/g, (sign) => references[sign] ?? "");
}
