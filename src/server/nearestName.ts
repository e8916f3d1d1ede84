/** The known name that a misspelt one was probably meant to be. */

/** Levenshtein's distance: how many letters to insert, remove or change. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 0; line < from.length; line += 1) {
    const next = [line + 1];
    for (let column = 0; column < to.length; column += 1) {
      const changed = (row[column] ?? 0) + (from[line] === to[column] ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** @returns the nearest name at most `within` letters away, the first of several; null when none is so near */
export function nearestName(name: string, known: readonly string[], within = 2): string | null {
  const [nearest] = known
    .map((one) => ({ one, away: distance(name, one) }))
    .filter(({ away }) => away <= within)
    .sort((a, b) => a.away - b.away);
  return nearest?.one ?? null;
}
