/** A sentence of a catalogue with its {names} filled in. */

/** What stands in a sentence's braces, by name. */
export type FillValues = Readonly<Record<string, string | number>>;

/** @returns the sentence; a name without a value stays visible */
export function filled(sentence: string, values: FillValues): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
