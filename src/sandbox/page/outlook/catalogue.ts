/** The words for a BCP 47 tag; English where there is no catalogue. */
import { languageOf } from "../../../domain/wording/dates.ts";
import type { SandboxText } from "../text.ts";
import { english } from "../textEn.ts";
import { french } from "../textFr.ts";

export function textFor(locale: string): SandboxText {
  return languageOf(locale) === "fr" ? french : english;
}
