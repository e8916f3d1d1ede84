/** Which scopes a person has allowed the add-in, remembered. */
import type { Person } from "../people.ts";
import { isAllowedForAll, shortName } from "./scopes.ts";

export interface Consents {
  has(person: Person, scope: string): boolean;
  give(person: Person, scopes: readonly string[]): void;
}

/**
 * @param kept person id -> short scope names; changed in place and handed to `keep`
 * @param askForGraph false: an administrator has allowed everything; true: each person is asked once for Graph
 */
export function consents(kept: Record<string, string[]>, askForGraph: boolean, keep: () => void): Consents {
  const given = (person: Person): readonly string[] => kept[person.id] ?? [];
  return {
    has: (person, scope) => !askForGraph || isAllowedForAll(scope) || given(person).includes(shortName(scope)),
    give(person, scopes) {
      kept[person.id] = [...new Set([...given(person), ...scopes.map(shortName)])];
      keep();
    },
  };
}
