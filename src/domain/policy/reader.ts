/** Readers of untrusted JSON that go on after a mistake, so that a document's every problem is said at once. */
import type { Problem } from "../time.ts";
import type { Phrase, PolicyWords } from "../wording/policyWords.ts";

export const invalid: unique symbol = Symbol("invalid");

/** Where a value stands in its document, the list to which problems go, and the words in which they are said. */
export interface Place {
  readonly path: string;
  readonly problems: Problem[];
  readonly said: PolicyWords;
}

export interface Reader<T> {
  /** What a person has to write there, to follow "must be" or "give": "a time of day such as 08:30". */
  readonly expected: Phrase;
  readonly read: (value: unknown, place: Place) => T | typeof invalid;
}

type Fields = Readonly<Record<string, Reader<unknown>>>;
type ValueOf<R> = R extends Reader<infer T> ? T : never;
type ObjectOf<R extends Fields, O extends Fields> = { readonly [K in keyof R]: ValueOf<R[K]> } & {
  readonly [K in keyof O]?: ValueOf<O[K]>;
};

export function report(place: Place, message: Phrase, severity: Problem["severity"] = "error"): typeof invalid {
  place.problems.push({ path: place.path, message: message(place.said), severity });
  return invalid;
}

export function inside(place: Place, key: string | number): Place {
  const step = typeof key === "number" ? `[${key}]` : place.path === "" ? key : `.${key}`;
  return { ...place, path: place.path + step };
}

/** A value that a guard accepts. */
export function value<T>(expected: Phrase, accepts: (value: unknown) => value is T): Reader<T> {
  return {
    expected,
    read: (found, place) => (accepts(found) ? found : reportKind(place, found, expected)),
  };
}

/** The reader's value, where `problemWith` finds nothing wrong with it. */
export function checked<T>(reader: Reader<T>, problemWith: (value: T) => Phrase | null): Reader<T> {
  const read: Reader<T>["read"] = (found, place) => {
    const whole = reader.read(found, place);
    const problem = whole === invalid ? null : problemWith(whole);
    return problem === null ? whole : report(place, problem);
  };
  return { expected: reader.expected, read };
}

export function text(expected: Phrase, pattern = /\S/): Reader<string> {
  return value(expected, (found): found is string => typeof found === "string" && pattern.test(found));
}

export function wholeNumber(
  least: number,
  most: number,
  expected: Phrase = (said) => said.wholeNumber(least, most),
): Reader<number> {
  return value(
    expected,
    (found): found is number => Number.isInteger(found) && least <= (found as number) && (found as number) <= most,
  );
}

export function oneOf<const T extends string>(choices: readonly T[]): Reader<T> {
  return value(
    (said) => said.oneOf(choices.join(", ")),
    (found): found is T => (choices as readonly unknown[]).includes(found),
  );
}

export const yesOrNo = value(
  (said) => said.yesOrNo,
  (found): found is boolean => typeof found === "boolean",
);

export function listOf<T>(expected: Phrase, item: Reader<T>): Reader<readonly T[]> {
  return {
    expected,
    read: (found, place) => {
      if (!Array.isArray(found)) return reportKind(place, found, expected);
      const items = found.map((one: unknown, index) => item.read(one, inside(place, index)));
      return items.some((one) => one === invalid) ? invalid : (items as readonly T[]);
    },
  };
}

/** An object whose keys the city chooses; without a prototype, so that no key means an inherited thing. */
export function recordOf<T>(
  expected: Phrase,
  key: Reader<string>,
  item: Reader<T>,
): Reader<Readonly<Record<string, T>>> {
  return {
    expected,
    read: (found, place) => {
      if (!isObject(found)) return reportKind(place, found, expected);
      const record = Object.create(null) as Record<string, T>;
      let isWhole = true;
      for (const [name, one] of Object.entries(found)) {
        const isKey = key.read(name, inside(place, name)) !== invalid;
        const read = item.read(one, inside(place, name));
        if (isKey && read !== invalid) record[name] = read;
        else isWhole = false;
      }
      return isWhole ? record : invalid;
    },
  };
}

/** An object with named fields; unknown ones are warned of and left out, keys with a leading "$" are for editors. */
export function object<R extends Fields, O extends Fields>(
  expected: Phrase,
  required: R,
  optional: O,
): Reader<ObjectOf<R, O>> {
  const fields: Fields = { ...required, ...optional };
  return {
    expected,
    read: (found, place) => {
      if (!isObject(found)) return reportKind(place, found, expected);
      warnOfUnknown(found, fields, place);
      const read: Record<string, unknown> = {};
      let isWhole = true;
      for (const [name, reader] of Object.entries(fields)) {
        const at = inside(place, name);
        if (has(found, name)) read[name] = reader.read(found[name], at);
        else if (has(required, name)) read[name] = report(at, (said) => said.missing(reader.expected(said)));
        if (read[name] === invalid) isWhole = false;
      }
      return isWhole ? (read as ObjectOf<R, O>) : invalid;
    },
  };
}

function warnOfUnknown(found: object, fields: Fields, place: Place): void {
  for (const name of Object.keys(found)) {
    if (name.startsWith("$") || has(fields, name)) continue;
    report(inside(place, name), (said) => said.unknownField(Object.keys(fields).join(", ")), "warning");
  }
}

function has(record: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(record, name);
}

function isObject(found: unknown): found is Record<string, unknown> {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}

function reportKind(place: Place, found: unknown, expected: Phrase): typeof invalid {
  return report(place, (said) => said.mustBe(shown(found, said), expected(said)));
}

function shown(found: unknown, { aList, anObject, nothing }: PolicyWords): string {
  if (Array.isArray(found)) return aList;
  if (isObject(found)) return anObject;
  if (found === undefined) return nothing;
  const shown = JSON.stringify(found);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
