/** GET /…/mailFolders/{folder}/messages/delta */
import type { StoredMessage } from "../../mailbox/storedMessage.ts";
import type { FolderName } from "../../api.ts";
import { deltaOptions, type DeltaOptions } from "../delta/options.ts";
import { passes, type Round, type Told } from "../delta/round.ts";
import { opened, sealed } from "../delta/token.ts";
import type { TrackedFolder } from "../delta/deltas.ts";
import { accessDenied, askedPageSize, graphError, graphOk, itemNotFound, preferencesApplied } from "../exchange.ts";
import type { GraphAnswer, GraphCall } from "../exchange.ts";
import { folderId, folderNamed, movableId, rootFolder } from "../ids.ts";
import { propertiesOf, type View, viewOf } from "../messageView.ts";
import { allows, viewFor } from "../permissions.ts";

const usualPage = 10;
const largestPage = 1000;

export function messagesDelta(call: GraphCall): GraphAnswer {
  const { mailbox, owner, now, query } = call;
  const folder = folderNamed(mailbox, owner.id, call.parts["folder"] ?? "");
  if (folder === null || folder === rootFolder) return itemNotFound(now);
  const options = deltaOptions(query);
  if ("code" in options) return graphError(400, options.code, options.message, now);
  if (options.expand.length > 0 && !allows(call, "all")) return accessDenied(now);
  const tracked = { mailbox, folder, visibleUntil: call.visibleUntil };
  const found = roundOf(call, tracked, options);
  if (found === "damaged") return graphError(400, "BadRequest", "Badly formed token.", now);
  if (found === "lost") return lost(call, folder);
  const size = Math.min(largestPage, askedPageSize(call) ?? found.round.options.top ?? usualPage);
  const page = found.round.page(found.step, size);
  if (page === null) return lost(call, folder);
  const view = deltaView(call, found.round.options);
  return graphOk(
    {
      "@odata.context": `${call.address.origin}/v1.0/$metadata#Collection(message)`,
      value: page.told.flatMap((told) => itemOf(call, view, folder, told, found.round.options)),
      ...(page.isLast ? deltaLink(call, folder, found.round) : nextLink(call, folder, found.round, page.step + 1)),
    },
    applied(call),
  );
}

type FoundRound = { readonly round: Round; readonly step: number };

function roundOf(call: GraphCall, tracked: TrackedFolder, options: DeltaOptions): FoundRound | "damaged" | "lost" {
  const text = optionNamed(call.query, "$skiptoken") ?? optionNamed(call.query, "$deltatoken") ?? "";
  if (text === "") return { round: call.deltas.first(tracked, options), step: 0 };
  const token = opened(text);
  if (token === null || token.mailbox !== call.owner.id || token.folder !== tracked.folder) return "damaged";
  if (token.kind === "skip") {
    const round = call.deltas.underWay(token);
    return round ? { round, step: token.step } : "lost";
  }
  const round = call.deltas.next(tracked, token);
  return round ? { round, step: 0 } : "lost";
}

function optionNamed(query: URLSearchParams, name: string): string | undefined {
  return [...query].find(([key]) => key.toLowerCase() === name)?.[1];
}

/** 410: the client has to begin anew; Location says where (graph.md §3.4). */
function lost(call: GraphCall, folder: FolderName): GraphAnswer {
  const message = `The sync state generation is not found; [highest=${call.deltas.generation}].`;
  return graphError(410, "SyncStateNotFound", message, call.now, { Location: `${place(call, folder)}?$deltatoken=` });
}

/** Transport headers do not come with a delta (graph.md §3.3). */
function deltaView(call: GraphCall, options: DeltaOptions): View {
  const view = viewFor(call, options);
  return { ...view, select: view.select?.filter((name) => name !== "internetMessageHeaders") ?? null };
}

/** As it stands now, whatever it was when it was noted: told last, it is right, and what changes later is told later. */
function itemOf(
  { mailbox }: GraphCall,
  view: View,
  folder: FolderName,
  told: Told,
  options: DeltaOptions,
): readonly unknown[] {
  const message = mailbox.get(told.id);
  const type = { "@odata.type": "#microsoft.graph.message" };
  if (message?.folder !== folder) {
    if (options.changeType === "created" || options.changeType === "updated") return [];
    const id = view.immutableIds ? told.id : movableId({ id: told.id, folder });
    return [{ ...type, id, "@removed": { reason: "deleted" } }];
  }
  if (options.changeType === "deleted" || !passes(message, options)) return [];
  const shown = told.fields === null ? viewOf(message, view) : changed(message, view, told.fields);
  return shown === null ? [] : [{ ...type, ...shown }];
}

/** The changed properties alone; of a read mark nothing where isRead was not selected. */
function changed(
  message: StoredMessage,
  view: View,
  fields: readonly string[],
): Readonly<Record<string, unknown>> | null {
  const isSelected = (name: string): boolean => view.select === null || view.select.includes(name);
  if (fields.length === 1 && fields[0] === "isRead")
    return isSelected("isRead") ? viewOf(message, { ...view, select: ["isRead", "parentFolderId"], expand: [] }) : null;
  const select = propertiesOf(fields).filter(isSelected);
  return viewOf(message, select.length === 0 ? view : { ...view, select });
}

function nextLink(call: GraphCall, folder: FolderName, round: Round, step: number) {
  const token = sealed({ kind: "skip", ...stateOf(call, folder), round: round.id, step });
  return { "@odata.nextLink": `${place(call, folder)}?$skiptoken=${token}${expansion(round.options)}` };
}

function deltaLink(call: GraphCall, folder: FolderName, { position, options }: Round) {
  const token = sealed({ kind: "delta", ...stateOf(call, folder), position, options });
  return { "@odata.deltaLink": `${place(call, folder)}?$deltatoken=${token}${expansion(options)}` };
}

/** Said beside the token too, so that a recorded exchange tells by itself why extended properties are in it. */
function expansion({ expand }: DeltaOptions): string {
  if (expand.length === 0) return "";
  const terms = expand.map((id) => `id eq '${id.replaceAll("'", "''")}'`).join(" or ");
  return `&$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=${terms})`)}`;
}

function stateOf({ deltas, owner }: GraphCall, folder: FolderName) {
  return { generation: deltas.generation, mailbox: owner.id, folder };
}

/** On the origin that was asked, so that a client never leaves the sandbox; links are in lower case, as Graph's are. */
function place({ address, root, owner }: GraphCall, folder: FolderName): string {
  return `${address.origin}/v1.0/${root}/mailfolders('${folderId(owner.id, folder)}')/messages/delta`;
}

function applied(call: GraphCall): Readonly<Record<string, string>> {
  const size = askedPageSize(call);
  if (size === null) return preferencesApplied(call);
  const others = preferencesApplied(call)["Preference-Applied"];
  return { "Preference-Applied": [`odata.maxpagesize=${size}`, ...(others ? [others] : [])].join(", ") };
}
