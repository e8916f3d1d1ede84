/** moment-timezone's packed text of one zone: "name|abbreviations|offsets|indices|differences|population". */

export interface UnpackedZone {
  /** Offset from UTC in minutes, east positive, before the first transition. */
  readonly base: number;
  /** [epoch seconds, offset in minutes from then on], ascending. */
  readonly transitions: readonly (readonly [number, number])[];
}

/** @throws RangeError when the text is not a packed zone: the data file is broken */
export function unpackZone(packed: string): UnpackedZone {
  const [, , offsetTexts, indexText, differenceText] = packed.split("|");
  if (offsetTexts === undefined || indexText === undefined)
    throw new RangeError(`not a packed zone: ${packed.slice(0, 40)}`);
  const offsets = offsetTexts.split(" ").map((text) => eastward(unpackBase60(text)));
  const indices = Array.from(indexText, (digit) => unpackBase60(digit));
  const differences = (differenceText ?? "").split(" ").filter((text) => text !== "");
  const offsetOf = (index: number | undefined): number => offsets[index ?? 0] ?? 0;
  let seconds = 0;
  const transitions = differences.map((text, i) => {
    seconds += Math.round(unpackBase60(text) * 60);
    return [seconds, offsetOf(indices[i + 1])] as const;
  });
  return { base: offsetOf(indices[0]), transitions };
}

/** Packed offsets count westward, in minutes; ours count eastward, exact to the second. */
function eastward(westward: number): number {
  return (0 - Math.round(westward * 60)) / 60;
}

/** A number in base 60: digits 0-9, a-z, A-X, with "-" and "." as in decimal. */
export function unpackBase60(text: string): number {
  const sign = text.startsWith("-") ? -1 : 1;
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  let value = 0;
  for (const digit of whole) value = value * 60 + digitValue(digit);
  let scale = 1;
  for (const digit of fraction) {
    scale /= 60;
    value += digitValue(digit) * scale;
  }
  return sign * value;
}

function digitValue(digit: string): number {
  const code = digit.charCodeAt(0);
  if (code > 96) return code - 87;
  if (code > 64) return code - 29;
  return code - 48;
}
