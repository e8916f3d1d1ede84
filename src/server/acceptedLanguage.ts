/** The language of an answer: of those that we speak, the one that the caller likes best (RFC 9110 §12.5.4). */
import { type Language, languageOf } from "../domain/wording/dates.ts";

/** @param header Accept-Language, such as "de, fr-CA;q=0.8"; @returns English when we speak none of them */
export function acceptedLanguage(header: string | undefined): Language {
  const spoken = (header ?? "")
    .split(",")
    .map((part) => {
      const [, tag = "", weight = "1"] = /^\s*([\w-]+)\s*(?:;\s*q=([\d.]+)\s*)?$/.exec(part) ?? [];
      return { tag, weight: Number(weight) };
    })
    .filter(({ tag, weight }) => /^(en|fr)\b/i.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return languageOf(spoken[0]?.tag ?? "en");
}
