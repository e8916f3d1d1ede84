/** What a city still has to confirm: the policy's own questions, and each element that is marked. */
import type { Policy } from "./policy.ts";

export interface OpenQuestion {
  readonly path: string;
  /** Null where the element is only marked. */
  readonly question: string | null;
  /** The same question in other languages. */
  readonly questions?: Readonly<Record<string, string>>;
}

/** Open questions, the receipt rule first: it decides what becomes of evening and weekend mail. */
export function openQuestions(policy: Policy): readonly OpenQuestion[] {
  const asked: readonly OpenQuestion[] = policy.open ?? [];
  const isAsked = (path: string): boolean => asked.some((one) => one.path === path || one.path.startsWith(`${path}.`));
  const marked = markedPaths(policy, "").filter((path) => !isAsked(path));
  const receipt = asked.find(({ path }) => path === "counting.receipt") ?? { path: "counting.receipt", question: null };
  const others = asked.filter((one) => one !== receipt);
  return [receipt, ...others, ...marked.map((path) => ({ path, question: null }))];
}

/** Paths of the elements that carry `cityToConfirm: true`, however deep. */
function markedPaths(element: unknown, path: string): readonly string[] {
  if (typeof element !== "object" || element === null) return [];
  const here = "cityToConfirm" in element && element.cityToConfirm === true ? [path] : [];
  const below = Object.entries(element).flatMap(([key, one]) => markedPaths(one, path === "" ? key : `${path}.${key}`));
  return [...here, ...below];
}
