/** Readers of untrusted JSON that go on after a mistake, so that a document's every problem is said at once. */
import type { Problem } from "../time.ts";

export const invalid: unique symbol = Symbol("invalid");

/** Where a value stands in its document, and the list to which problems go. */
export interface Place {
  readonly path: string;
  readonly problems: Problem[];
}

export interface Reader<T> {
  /** What a person has to write there, to follow "must be" or "give": "a time of day such as 08:30". */
  readonly expected: string;
  readonly read: (value: unknown, place: Place) => T | typeof invalid;
}

type Fields = Readonly<Record<string, Reader<unknown>>>;
type ValueOf<R> = R extends Reader<infer T> ? T : never;
type ObjectOf<R extends Fields, O extends Fields> = { readonly [K in keyof R]: ValueOf<R[K]> } & {
  readonly [K in keyof O]?: ValueOf<O[K]>;
};

export function report(place: Place, message: string, severity: Problem["severity"] = "error"): typeof invalid {
  place.problems.push({ path: place.path, message, severity });
  return invalid;
}

export function inside(place: Place, key: string | number): Place {
  const step = typeof key === "number" ? `[${key}]` : place.path === "" ? key : `.${key}`;
  return { path: place.path + step, problems: place.problems };
}

/** A value that a guard accepts. */
export function value<T>(expected: string, accepts: (value: unknown) => value is T): Reader<T> {
  return {
    expected,
    read: (found, place) => (accepts(found) ? found : report(place, `is ${shown(found)}, but must be ${expected}`)),
  };
}

/** The reader's value, where `problemWith` finds nothing wrong with it. */
export function checked<T>(reader: Reader<T>, problemWith: (value: T) => string | null): Reader<T> {
  const read: Reader<T>["read"] = (found, place) => {
    const whole = reader.read(found, place);
    const problem = whole === invalid ? null : problemWith(whole);
    return problem === null ? whole : report(place, problem);
  };
  return { expected: reader.expected, read };
}

export function text(expected: string, pattern = /\S/): Reader<string> {
  return value(expected, (found): found is string => typeof found === "string" && pattern.test(found));
}

export function wholeNumber(expected: string, least: number, most: number): Reader<number> {
  return value(
    expected,
    (found): found is number => Number.isInteger(found) && least <= (found as number) && (found as number) <= most,
  );
}

export function oneOf<const T extends string>(choices: readonly T[]): Reader<T> {
  return value(`one of ${choices.join(", ")}`, (found): found is T => (choices as readonly unknown[]).includes(found));
}

export const yesOrNo = value("true or false", (found): found is boolean => typeof found === "boolean");

export function listOf<T>(expected: string, item: Reader<T>): Reader<readonly T[]> {
  return {
    expected,
    read: (found, place) => {
      if (!Array.isArray(found)) return report(place, `is ${shown(found)}, but must be ${expected}`);
      const items = found.map((one: unknown, index) => item.read(one, inside(place, index)));
      return items.some((one) => one === invalid) ? invalid : (items as readonly T[]);
    },
  };
}

/** An object whose keys the city chooses; without a prototype, so that no key means an inherited thing. */
export function recordOf<T>(
  expected: string,
  key: Reader<string>,
  item: Reader<T>,
): Reader<Readonly<Record<string, T>>> {
  return {
    expected,
    read: (found, place) => {
      if (!isObject(found)) return report(place, `is ${shown(found)}, but must be ${expected}`);
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
  expected: string,
  required: R,
  optional: O,
): Reader<ObjectOf<R, O>> {
  const fields: Fields = { ...required, ...optional };
  return {
    expected,
    read: (found, place) => {
      if (!isObject(found)) return report(place, `is ${shown(found)}, but must be ${expected}`);
      warnOfUnknown(found, fields, place);
      const read: Record<string, unknown> = {};
      let isWhole = true;
      for (const [name, reader] of Object.entries(fields)) {
        const at = inside(place, name);
        if (has(found, name)) read[name] = reader.read(found[name], at);
        else if (has(required, name)) read[name] = report(at, `is missing: give ${reader.expected}`);
        if (read[name] === invalid) isWhole = false;
      }
      return isWhole ? (read as ObjectOf<R, O>) : invalid;
    },
  };
}

function warnOfUnknown(found: object, fields: Fields, place: Place): void {
  for (const name of Object.keys(found)) {
    if (name.startsWith("$") || has(fields, name)) continue;
    report(
      inside(place, name),
      `is not a field here and is ignored; known are ${Object.keys(fields).join(", ")}`,
      "warning",
    );
  }
}

function has(record: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(record, name);
}

function isObject(found: unknown): found is Record<string, unknown> {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}

function shown(found: unknown): string {
  if (Array.isArray(found)) return "a list";
  if (isObject(found)) return "an object";
  if (found === undefined) return "missing";
  const shown = JSON.stringify(found);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
