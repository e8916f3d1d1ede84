/** Message delta as unkind as Graph's own may be (graph.md §3): no order, replays, partial updates, empty pages, faults. */
import { isoOf, type Instant } from "../../src/domain/time.ts";
import { graphMessage } from "./graphMessages.ts";
import { base, fault, type Answered, type Asked, type Script } from "./scriptedGraph.ts";

export interface ScriptedMessage {
  readonly receivedAt: Instant;
  readonly categories: readonly string[];
}

/** Folders by "/me/mailFolders/inbox" and the like. */
export interface ScriptedFolders {
  readonly script: Script;
  put(folder: string, id: string, message: ScriptedMessage): void;
  remove(folder: string, id: string): void;
  content(folder: string): ReadonlyMap<string, ScriptedMessage>;
}

interface Change {
  readonly seq: number;
  readonly id: string;
  readonly kind: "whole" | "part" | "gone";
}

interface Folder {
  readonly messages: Map<string, ScriptedMessage>;
  readonly changes: Change[];
}

/** @param dice 0 ≤ dice() < 1: decides the disorder, and the faults */
export function scriptedFolders(dice: () => number, options: { readonly faults: boolean }): ScriptedFolders {
  const folders = new Map<string, Folder>();
  /** What is still to come of a round, by its skip token. */
  const pending = new Map<string, readonly Change[]>();
  let seq = 0;
  let tokens = 0;

  const folderOf = (path: string): Folder => {
    const folder = folders.get(path) ?? { messages: new Map<string, ScriptedMessage>(), changes: [] };
    folders.set(path, folder);
    return folder;
  };
  const under = (share: number) => dice() < share;
  const shuffled = <T>(list: readonly T[]): readonly T[] =>
    list
      .map((item) => ({ item, key: dice() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);

  function passingFault(goesOn: boolean): Answered | null {
    if (!options.faults || !under(0.3)) return null;
    const kinds: readonly Answered[] = [
      fault(429, "ApplicationThrottled", { "Retry-After": "2" }),
      fault(503, "serviceNotAvailable"),
      { status: 502, body: "<html>" },
      fault(401, "InvalidAuthenticationToken"),
      ...(goesOn && under(0.2) ? [fault(410, "SyncStateNotFound"), fault(400, "BadRequest")] : []),
    ];
    return kinds[Math.floor(dice() * kinds.length)] ?? null;
  }

  /** The last word on each id that changed after `from`; whole where it came, or came back, since then. */
  function changesSince(folder: Folder, from: number): readonly Change[] {
    const last = new Map<string, Change>();
    for (const change of folder.changes.filter((each) => each.seq > from)) {
      const before = last.get(change.id);
      last.set(change.id, before?.kind === "whole" && change.kind === "part" ? { ...change, kind: "whole" } : change);
    }
    return [...last.values()];
  }

  function itemOf(folder: Folder, { id, kind }: Change): unknown {
    const message = folder.messages.get(id);
    if (message === undefined)
      return { "@odata.type": "#microsoft.graph.message", id, "@removed": { reason: "deleted" } };
    const part = { "@odata.etag": graphMessage["@odata.etag"], id, categories: message.categories };
    return kind === "part" ? part : { ...graphMessage, ...part, receivedDateTime: isoOf(message.receivedAt) };
  }

  function page(path: string, folder: Folder, all: readonly Change[], delta: string, size: number): Answered {
    const take = under(0.15) ? 0 : Math.max(1, Math.floor(dice() * (size + 1)));
    const [now, later] = [all.slice(0, take), all.slice(take)];
    const value = now.map((change) => itemOf(folder, change));
    const link = `${base}${path}/messages/delta`;
    if (later.length === 0) return { body: { value, "@odata.deltaLink": `${link}?$deltatoken=${delta}` } };
    tokens += 1;
    // A replay or two: the same item once more, in this round.
    const rest = under(0.2) && now[0] !== undefined ? [...later, now[0]] : later;
    pending.set(`${tokens}|${delta}`, rest);
    return { body: { value, "@odata.nextLink": `${link}?$skiptoken=${encodeURIComponent(`${tokens}|${delta}`)}` } };
  }

  function deltaAnswer(path: string, query: URLSearchParams, size: number): Answered {
    const folder = folderOf(path);
    const [skip, from] = [query.get("$skiptoken"), query.get("$deltatoken")];
    const failed = passingFault(skip !== null || from !== null);
    if (failed !== null) return failed;
    if (skip !== null) return page(path, folder, pending.get(skip) ?? [], skip.split("|")[1] ?? "", size);
    if (from !== null) {
      const [start = "", since = ""] = from.split("~");
      const fits = ({ id }: Change) => {
        const message = folder.messages.get(id);
        return message === undefined || since === "" || isoOf(message.receivedAt) >= since;
      };
      const strangers = under(0.3) ? [{ seq: 0, id: "never-seen", kind: "gone" as const }] : [];
      const changes = shuffled([...changesSince(folder, Number(start)).filter(fits), ...strangers]);
      return page(path, folder, changes, `${seq}~${since}`, size);
    }
    const since = /ge (\S+)/.exec(query.get("$filter") ?? "")?.[1] ?? "";
    const ids = [...folder.messages].filter(([, { receivedAt }]) => isoOf(receivedAt) >= since).map(([id]) => id);
    const told = shuffled(ids).slice(0, since === "" ? ids.length : 5_000);
    const changes = told.map((id) => ({ seq: 0, id, kind: "whole" as const }));
    return page(path, folder, changes, `${seq}~${since}`, size);
  }

  function answer({ method, path, headers }: Pick<Asked, "method" | "path" | "headers">): Answered {
    const [where = "", query = ""] = path.split("?");
    const size = Number(/maxpagesize=(\d+)/.exec(headers["Prefer"] ?? "")?.[1] ?? 10);
    if (method !== "GET" || !/IdType="ImmutableId"/.test(headers["Prefer"] ?? "")) return fault(400, "BadRequest");
    if (where.endsWith("/messages/delta"))
      return deltaAnswer(where.slice(0, -"/messages/delta".length), new URLSearchParams(query), size);
    const failed = passingFault(false);
    if (failed !== null) return failed;
    const id = decodeURIComponent(where.split("/").pop() ?? "");
    const folder = [...folders.values()].find(({ messages }) => messages.has(id));
    if (folder === undefined) return fault(404, "ErrorItemNotFound");
    return { body: itemOf(folder, { seq, id, kind: "whole" }) };
  }

  const script: Script = (asked) => {
    if (options.faults && under(0.05)) throw new TypeError("no network");
    if (asked.path !== "/$batch") return answer(asked);
    const { requests } = asked.body as {
      requests: readonly { id: string; method: string; url: string; headers: Record<string, string> }[];
    };
    const responses = requests.map(({ id, method, url, headers }) => {
      const { status = 200, headers: said = {}, body } = answer({ method, path: url, headers });
      return { id, status, headers: said, body };
    });
    return { body: { responses: shuffled(responses) } };
  };

  return {
    script,
    put(path, id, message) {
      const folder = folderOf(path);
      seq += 1;
      folder.changes.push({ seq, id, kind: folder.messages.has(id) ? "part" : "whole" });
      folder.messages.set(id, message);
    },
    remove(path, id) {
      seq += 1;
      if (folderOf(path).messages.delete(id)) folderOf(path).changes.push({ seq, id, kind: "gone" });
    },
    content: (path) => folderOf(path).messages,
  };
}
