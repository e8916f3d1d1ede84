/** The messages of nested app authentication between a frame and its host (facts on sign-in §2 and §6). */
import { type Fields, fieldsOf, textOf } from "../host/envelope.ts";

export interface BridgeRequest {
  /** Of the carrying message. */
  readonly id: unknown;
  readonly uuid: string;
  readonly requestId: string;
  readonly method: string;
  readonly tokenParams: Fields;
}

/** A request read from a posted message; null for anything else, Office.js's own texts among them. */
export function parseBridgeRequest(posted: unknown): BridgeRequest | null {
  const carried = fieldsOf(posted);
  if (carried["func"] !== "nestedAppAuth.execute") return null;
  const request = parse(textOf(carried["data"]));
  const requestId = textOf(request["requestId"]);
  if (request["messageType"] !== "NestedAppAuthRequest" || requestId === "") return null;
  return {
    id: carried["id"],
    uuid: textOf(carried["uuid"]),
    requestId,
    method: textOf(request["method"]),
    tokenParams: fieldsOf(request["tokenParams"]),
  };
}

function parse(text: string): Fields {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The message that carries an answer back into the frame: the response text stands second in `args`. */
export function bridgeResponse(request: BridgeRequest, body: Fields): Fields {
  const response = { messageType: "NestedAppAuthResponse", requestId: request.requestId, ...body };
  return { id: request.id, uuidAsString: request.uuid, args: [null, JSON.stringify(response)] };
}

/** An answer that says no, by the statuses that msal-browser knows (facts on sign-in §3). */
export function refusal(
  status: "USER_CANCEL" | "NO_NETWORK" | "PERSISTENT_ERROR",
  code: string,
  description: string,
): Fields {
  return { success: false, error: { status, code, description } };
}
