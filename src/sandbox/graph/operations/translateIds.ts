/** POST /…/translateExchangeIds: one form of a message's id for another (graph.md §8). */
import type { Mailbox } from "../../mailbox/mailbox.ts";
import type { StoredMessage } from "../../mailbox/storedMessage.ts";
import { graphError, graphOk, type GraphAnswer, type GraphCall } from "../exchange.ts";
import { messageNamed, movableId } from "../ids.ts";

const types = ["restId", "ewsId", "entryId", "restImmutableEntryId", "immutableEntryId"] as const;
type IdType = (typeof types)[number];
const most = 1000;

interface Translation {
  readonly inputIds: readonly string[];
  readonly sourceIdType: IdType;
  readonly targetIdType: IdType;
}

export function translateIds(call: GraphCall): GraphAnswer {
  const asked = translation(call.body);
  if (typeof asked === "string") return graphError(400, "ErrorInvalidArgument", asked, call.now);
  const value = asked.inputIds.map((sourceId) => {
    const message = messageOf(call.mailbox, sourceId, asked.sourceIdType);
    if (message) return { sourceId, targetId: written(message, asked.targetIdType) };
    return { sourceId, errorDetails: { code: "ErrorItemNotFound", message: "The specified object was not found." } };
  });
  const context = `${call.address.origin}/v1.0/$metadata#Collection(microsoft.graph.convertIdResult)`;
  return graphOk({ "@odata.context": context, value });
}

/** The documentation writes the names in camel case, the metadata with a capital; both are taken. */
function translation(body: unknown): Translation | string {
  const named = new Map(Object.entries(body ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const inputIds: unknown = named.get("inputids");
  if (!Array.isArray(inputIds) || !inputIds.every((id): id is string => typeof id === "string"))
    return "inputIds: not a list of strings.";
  if (inputIds.length > most) return `inputIds: at most ${most}.`;
  const typeNamed = (name: string): IdType | undefined =>
    types.find((type) => type.toLowerCase() === String(named.get(name)).toLowerCase());
  const [sourceIdType, targetIdType] = [typeNamed("sourceidtype"), typeNamed("targetidtype")];
  if (!sourceIdType || !targetIdType) return "sourceIdType and targetIdType are required.";
  return { inputIds, sourceIdType, targetIdType };
}

/** Office.js hands out ids in the form of EWS: "/" and "+" where REST has "-" and "_". */
function messageOf(mailbox: Mailbox, id: string, type: IdType): StoredMessage | null {
  if (type === "ewsId") return messageNamed(mailbox, id.replaceAll("/", "-").replaceAll("+", "_"));
  if (type === "entryId" || type === "immutableEntryId")
    return messageNamed(mailbox, Buffer.from(id, "base64").toString("latin1"));
  return messageNamed(mailbox, id);
}

function written(message: StoredMessage, type: IdType): string {
  const id = type === "restImmutableEntryId" || type === "immutableEntryId" ? message.id : movableId(message);
  if (type === "ewsId") return id.replaceAll("-", "/").replaceAll("_", "+");
  return type === "entryId" || type === "immutableEntryId" ? Buffer.from(id, "latin1").toString("base64") : id;
}
