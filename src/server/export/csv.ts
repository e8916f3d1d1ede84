/** A line of comma-separated values (RFC 4180) that no spreadsheet takes for a formula. */

export type Cell = string | number | boolean | null;

/**
 * What makes a spreadsheet calculate when a cell begins with it: an apostrophe is put before it (OWASP, "CSV Injection").
 * The last four are the full-width forms.
 */
const startsFormula = /^[=+\-@\t\r\n＝＋－＠]/;

/** @returns the line with its end; texts are always quoted, so that none can begin another cell */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(",")}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = startsFormula.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
