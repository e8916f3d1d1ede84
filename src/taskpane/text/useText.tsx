/** Hands the catalogue of the reader's language to every view. */
import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import { languageOf } from "../../domain/wording/dates.ts";
import { english } from "./en.ts";
import { french } from "./fr.ts";
import type { Text } from "./text.ts";

const catalogues = { en: english, fr: french };

/** The catalogue for a BCP 47 tag; English where there is none. */
export function textFor(tag: string): Text {
  return catalogues[languageOf(tag)];
}

const TextContext = createContext<Text>(english);

export function TextProvider({ language, children }: { readonly language: string; readonly children: ReactNode }) {
  return <TextContext value={textFor(language)}>{children}</TextContext>;
}

export function useText(): Text {
  return useContext(TextContext);
}
