/** The manifest's resources: texts in the reader's language, and addresses at the sandbox's add-in origin. */

export interface Resources {
  text(resid: string): string;
  /** An address, moved from the site that the manifest names to where the add-in is served; null when unknown. */
  url(resid: string): string | null;
}

/** Elements of that local name, in any of the manifest's namespaces. */
export function elements(within: Element | Document, name: string): readonly Element[] {
  return [...within.getElementsByTagNameNS("*", name)];
}

export function child(parent: Element | null | undefined, name: string): Element | null {
  return [...(parent?.children ?? [])].find((element) => element.localName === name) ?? null;
}

/** The value that a manifest element gives for a locale such as "fr-CA": its override, else its default. */
export function localValue(element: Element | null | undefined, locale: string): string {
  const wanted = locale.toLowerCase();
  const overrides = [...(element?.children ?? [])].filter((one) => one.localName === "Override");
  const localeOf = (one: Element): string => (one.getAttribute("Locale") ?? "").toLowerCase();
  const language = wanted.split("-")[0] ?? wanted;
  const override =
    overrides.find((one) => localeOf(one) === wanted) ??
    overrides.find((one) => localeOf(one).split("-")[0] === language);
  return override?.getAttribute("Value") ?? element?.getAttribute("DefaultValue") ?? "";
}

/** The same path at another origin; null when the text is no address. */
export function movedTo(origin: string, address: string): string | null {
  try {
    const url = new URL(address);
    return origin + url.pathname + url.search;
  } catch {
    return null;
  }
}

export function resourcesOf(overrides: Element, locale: string, origin: string): Resources {
  const entries = ["Image", "Url", "String"].flatMap((name) => elements(overrides, name));
  const byId = new Map(entries.filter((one) => one.hasAttribute("id")).map((one) => [one.getAttribute("id"), one]));
  const text = (resid: string): string => localValue(byId.get(resid), locale);
  return { text, url: (resid) => movedTo(origin, text(resid)) };
}
