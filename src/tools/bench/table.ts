/** Tables and figures as text that reads well both as Markdown and in a terminal. */

export type Table = readonly (readonly string[])[];

/** A Markdown table whose columns line up; all but the first to the right. */
export function aligned(table: Table): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  const [head = [], ...rows] = table;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** 9078660 as "9,078,660". */
export function whole(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
}

export function verdict(isReached: boolean): string {
  return isReached ? "reached" : "NOT reached";
}
