/** The catalogue of the published standard's page. */
import type { Language } from "../../domain/wording/dates.ts";
import { english, type Words } from "./english.ts";
import { french } from "./french.ts";

export type { Words } from "./english.ts";

export const words: Readonly<Record<Language, Words>> = { en: english, fr: french };
