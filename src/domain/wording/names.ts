/** What the policy names, in the reader's language where it gives one. */
import type { Language } from "./dates.ts";

interface Named {
  readonly name: string;
  /** The same name in other languages. */
  readonly names?: Readonly<Record<string, string>>;
}

export function nameIn({ name, names }: Named, language: Language): string {
  return names?.[language] ?? name;
}
