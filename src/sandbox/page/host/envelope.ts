/** The envelope of Microsoft's Office.js: JSON texts by postMessage (outlook-host-protocol §3). */

/** What a request of the add-in asks for (`_actionType`). */
export const action = { invoke: 0, register: 1, unregister: 2 } as const;

/** `_messageType` */
const messageType = { request: 0, response: 1 } as const;

/** `_responseType` */
const responseType = { call: 0, event: 1 } as const;

export interface OfficeRequest {
  readonly name: string;
  readonly actionType: number;
  readonly conversation: string;
  readonly correlation: number;
  readonly data: unknown;
}

export type Fields = Readonly<Record<string, unknown>>;

/** An object's fields, or none when it is no object: what crosses a frame's border has no type yet. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A request read from a posted message; null for anything else (other listeners share the window). */
export function parseRequest(posted: unknown): OfficeRequest | null {
  if (typeof posted !== "string" || !posted.startsWith("{")) return null;
  const fields = parseJson(posted);
  if (fields["_messageType"] !== messageType.request || typeof fields["_correlationId"] !== "number") return null;
  return {
    name: textOf(fields["_actionName"]),
    actionType: Number(fields["_actionType"]),
    conversation: textOf(fields["_conversationId"]),
    correlation: fields["_correlationId"],
    data: fields["_data"],
  };
}

function parseJson(text: string): Fields {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The answer to a request. `errorCode` is the channel's (0 is none), not that of an Outlook call. */
export function answerText(request: OfficeRequest, data: unknown, errorCode = 0): string {
  return JSON.stringify({
    _messageType: messageType.response,
    _responseType: responseType.call,
    _actionName: request.name,
    _conversationId: request.conversation,
    _correlationId: request.correlation,
    _origin: location.origin,
    _serializerVersion: 1,
    _errorCode: errorCode,
    _data: data,
  });
}

/** An event for a handler that the add-in registered; Office.js does not look at its correlation id. */
export function eventText(conversation: string, name: string, payload: unknown): string {
  return JSON.stringify({
    _messageType: messageType.response,
    _responseType: responseType.event,
    _actionName: name,
    _conversationId: conversation,
    _correlationId: -1,
    _origin: location.origin,
    _serializerVersion: 1,
    _errorCode: 0,
    _data: payload,
  });
}
