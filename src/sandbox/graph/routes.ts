/** Which operation a method and a path ask for, of whose mailbox; every path that the sandbox's Graph knows is here. */
import { type MailboxOwner, mailboxOwners, type Person, sharedWith } from "../people.ts";
import type { GraphAnswer, GraphCall } from "./exchange.ts";
import { messagesDelta } from "./operations/delta.ts";
import { listMessages } from "./operations/listMessages.ts";
import { mailFolder } from "./operations/mailFolder.ts";
import {
  addCategory,
  changeCategory,
  dropCategory,
  getCategory,
  listCategories,
} from "./operations/masterCategories.ts";
import { me } from "./operations/me.ts";
import { getMessage, patchMessage } from "./operations/message.ts";
import { translateIds } from "./operations/translateIds.ts";
import type { Need } from "./permissions.ts";

export interface GraphRoute {
  readonly method: string;
  /** Behind /me or /users/{id}: segments in lower case; "{name}" takes any one. */
  readonly path: string;
  readonly need: Need;
  readonly run: (call: GraphCall) => GraphAnswer;
}

const folder = "mailfolders/{folder}";
const categories = "outlook/mastercategories";
/** A literal before a placeholder in the same place. */
const routes: readonly GraphRoute[] = [
  { method: "GET", path: "", need: "user", run: me },
  { method: "GET", path: folder, need: "basics", run: mailFolder },
  { method: "GET", path: `${folder}/messages`, need: "basics", run: listMessages },
  { method: "GET", path: `${folder}/messages/delta`, need: "basics", run: messagesDelta },
  { method: "GET", path: `${folder}/messages/{id}`, need: "basics", run: getMessage },
  { method: "PATCH", path: `${folder}/messages/{id}`, need: "write", run: patchMessage },
  { method: "GET", path: "messages", need: "basics", run: listMessages },
  { method: "GET", path: "messages/{id}", need: "basics", run: getMessage },
  { method: "PATCH", path: "messages/{id}", need: "write", run: patchMessage },
  { method: "GET", path: categories, need: "settings", run: listCategories },
  { method: "POST", path: categories, need: "settingsWrite", run: addCategory },
  { method: "GET", path: `${categories}/{category}`, need: "settings", run: getCategory },
  { method: "PATCH", path: `${categories}/{category}`, need: "settingsWrite", run: changeCategory },
  { method: "DELETE", path: `${categories}/{category}`, need: "settingsWrite", run: dropCategory },
  { method: "POST", path: "translateexchangeids", need: "translate", run: translateIds },
];

export interface FoundRoute {
  readonly route: GraphRoute;
  readonly parts: Readonly<Record<string, string>>;
  readonly owner: MailboxOwner;
  /** "me" or "users/…", as it was asked. */
  readonly root: string;
}

/** Why there is no route: another method is asked for, the mailbox is not theirs, or there is no such user or path. */
export type NoRoute = "otherMethod" | "denied" | "noUser" | "noPath";

/** @param path after /v1.0/, still encoded; `mailFolders('inbox')` and `mailFolders/inbox` are the same */
export function routeOf(method: string, path: string, person: Person): FoundRoute | NoRoute {
  const segments = segmentsOf(path);
  const isMe = segments[0]?.toLowerCase() === "me";
  if (!isMe && (segments[0]?.toLowerCase() !== "users" || segments.length < 2)) return "noPath";
  const found = matching(method, segments.slice(isMe ? 1 : 2));
  if (typeof found === "string") return found;
  if (isMe) return { ...found, owner: person, root: "me" };
  const asked = segments[1] ?? "";
  const owner = mailboxOwners.find(({ oid, address }) => oid === asked || address === asked.toLowerCase());
  if (!owner) return "noUser";
  const isTheirs = owner.id === person.id || sharedWith(person).some(({ id }) => id === owner.id);
  return isTheirs ? { ...found, owner, root: `users('${asked}')` } : "denied";
}

function matching(method: string, segments: readonly string[]): Pick<FoundRoute, "route" | "parts"> | NoRoute {
  const fitting = routes.flatMap((route) => {
    const parts = partsOf(route.path === "" ? [] : route.path.split("/"), segments);
    return parts ? [{ route, parts }] : [];
  });
  const found = fitting.find(({ route }) => route.method === method);
  return found ?? (fitting.length > 0 ? "otherMethod" : "noPath");
}

function segmentsOf(path: string): readonly string[] {
  return path
    .split("/")
    .filter((segment) => segment !== "")
    .flatMap((segment) => {
      const decoded = plain(segment);
      const keyed = /^([^(]+)\('(.*)'\)$/.exec(decoded);
      if (keyed) return [keyed[1] ?? "", keyed[2] ?? ""];
      // `delta`, `delta()` and `microsoft.graph.delta()` are the same.
      return [decoded.replace(/^(microsoft\.graph\.)?(delta|translateExchangeIds)(\(\))?$/i, "$2")];
    });
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
