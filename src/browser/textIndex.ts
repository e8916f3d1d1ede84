/** Texts that stand under other texts. Under most stands one alone, which is kept without a set around it. */

export interface TextIndex {
  under(mark: string): readonly string[];
  add(mark: string, text: string): void;
  remove(mark: string, text: string): void;
}

export function textIndex(): TextIndex {
  const index = new Map<string, string | Set<string>>();
  return {
    under(mark) {
      const found = index.get(mark) ?? [];
      return typeof found === "string" ? [found] : [...found];
    },
    add(mark, text) {
      const found = index.get(mark);
      if (found === undefined) index.set(mark, text);
      else if (typeof found !== "string") found.add(text);
      else if (found !== text) index.set(mark, new Set([found, text]));
    },
    remove(mark, text) {
      const found = index.get(mark);
      if (found === text) index.delete(mark);
      else if (found instanceof Set) found.delete(text);
    },
  };
}
