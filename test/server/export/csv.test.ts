import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { csvLine } from "../../../src/server/export/csv.ts";

/** What a spreadsheet finds in a line, by RFC 4180. */
function cellsOf(line: string): readonly string[] {
  expect(line.endsWith("\r\n")).toBe(true);
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n$)/gy;
  for (let found = cell.exec(line); found !== null; found = cell.exec(line)) {
    cells.push(found[1] === undefined ? (found[2] ?? "") : found[1].replaceAll('""', '"'));
    if (found[3] !== ",") return cells;
  }
  throw new Error(`no line: ${line}`);
}

test("a line is what was put in, with quotes doubled and texts quoted", () => {
  expect(csvLine(["planning", 'the "rink", open', null, 7, true])).toBe('"planning","the ""rink"", open",,7,true\r\n');
});

test.each(["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"])(
  "%j is no formula: an apostrophe stands before it",
  (text) => {
    expect(cellsOf(csvLine([text]))).toEqual([`'${text}`]);
  },
);

test("whatever the texts are, they come back, none of them a formula, and as many as there were", () => {
  const text = fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ",", ";", "'", "a", " ", "é", "＝"),
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (texts) => {
      const cells = cellsOf(csvLine(texts));
      expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
      expect(cells.map((cell, n) => (cell === texts[n] ? cell : cell.replace(/^'/, "")))).toEqual(texts);
    }),
  );
});
