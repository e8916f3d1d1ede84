/** Hands the catalogue of the reader's language to every view. */
import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import { languageOf } from "../../domain/wording/dates.ts";
import { english } from "./en.ts";
import type { Text } from "./text.ts";

/**
 * The catalogue for a BCP 47 tag; English where there is none. Whoever reads English fetches no other, so English also
 * stands in for one that does not come: the due date is told all the same.
 */
export async function textFor(tag: string): Promise<Text> {
  if (languageOf(tag) === "en") return english;
  const french = await import(/* webpackChunkName: "french" */ "./fr.ts").catch(() => null);
  return french?.french ?? english;
}

const TextContext = createContext<Text>(english);

export function TextProvider({ text, children }: { readonly text: Text; readonly children: ReactNode }) {
  return <TextContext value={text}>{children}</TextContext>;
}

export function useText(): Text {
  return useContext(TextContext);
}
