/** Which operation a method and a path ask for; every path that the sandbox's Graph knows is here. */
import type { GraphAnswer, GraphCall } from "./exchange.ts";
import { listMessages } from "./operations/listMessages.ts";
import { me } from "./operations/me.ts";
import { getMessage, patchMessage } from "./operations/message.ts";
import { mayReadBasics, mayReadUser, mayWrite } from "./permissions.ts";

export interface GraphRoute {
  readonly method: string;
  /** Segments in lower case; "{name}" takes any one. */
  readonly path: string;
  /** One of these scopes is needed. */
  readonly scopes: readonly string[];
  readonly run: (call: GraphCall, addinId: string) => GraphAnswer;
}

const routes: readonly GraphRoute[] = [
  { method: "GET", path: "me", scopes: mayReadUser, run: me },
  { method: "GET", path: "me/mailfolders/{folder}/messages", scopes: mayReadBasics, run: listMessages },
  { method: "GET", path: "me/messages/{id}", scopes: mayReadBasics, run: getMessage },
  { method: "PATCH", path: "me/messages/{id}", scopes: mayWrite, run: patchMessage },
];

export interface FoundRoute {
  readonly route: GraphRoute;
  readonly parts: Readonly<Record<string, string>>;
}

/** @param path after /v1.0/, still encoded; `mailFolders('inbox')` and `mailFolders/inbox` are the same */
export function routeOf(method: string, path: string): FoundRoute | "otherMethod" | null {
  const segments = path
    .split("/")
    .filter((segment) => segment !== "")
    .flatMap((segment) => {
      const decoded = plain(segment);
      const keyed = /^([^(]+)\('(.*)'\)$/.exec(decoded);
      return keyed ? [keyed[1] ?? "", keyed[2] ?? ""] : [decoded];
    });
  const fitting = routes.flatMap((route) => {
    const parts = partsOf(route.path.split("/"), segments);
    return parts ? [{ route, parts }] : [];
  });
  const found = fitting.find(({ route }) => route.method === method);
  return found ?? (fitting.length > 0 ? "otherMethod" : null);
}

function plain(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Names of segments are tolerant of case; what stands for an id is not touched. */
function partsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const parts: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (wanted.startsWith("{")) parts[wanted.slice(1, -1)] = segment;
    else if (wanted !== segment.toLowerCase()) return null;
  }
  return parts;
}
