/** The host half of nested app authentication for one frame: always answers, or msal-browser waits for ever. */
import { type Fields, textOf } from "../host/envelope.ts";
import { type BridgeRequest, bridgeResponse, parseBridgeRequest, refusal } from "./request.ts";

export interface Broker {
  /** Asks the sandbox server for a token. @throws when it does not answer */
  ask(request: { method: string; tokenParams: Fields; origin: string; interactive: boolean }): Promise<Fields>;
  /** Asks the person to allow the scopes; false when they decline. */
  prompt(scopes: readonly string[]): Promise<boolean>;
  /** The account that is signed in to the host, so that a reloaded pane finds its stored tokens; null when unknown. */
  account(): Promise<{ homeAccountId: string; environment: string; tenantId: string } | null>;
}

async function initContext(broker: Broker): Promise<Fields> {
  const accountContext = await broker.account();
  const context = { sdkName: "civicreply-sandbox", sdkVersion: "1.0.0", capabilities: { queryAccount: false } };
  return { success: true, initContext: accountContext ? { ...context, accountContext } : context };
}

async function token(request: BridgeRequest, origin: string, broker: Broker, interactive: boolean): Promise<Fields> {
  const { method, tokenParams } = request;
  try {
    return await broker.ask({ method, tokenParams, origin, interactive });
  } catch (problem) {
    return refusal("NO_NETWORK", "no_network", String(problem));
  }
}

async function answer(request: BridgeRequest, origin: string, broker: Broker): Promise<Fields> {
  switch (request.method) {
    case "GetInitContext":
      return initContext(broker);
    case "GetToken":
      return token(request, origin, broker, false);
    case "GetTokenPopup": {
      const scopes = textOf(request.tokenParams["scope"]).split(" ").filter(Boolean);
      if (!(await broker.prompt(scopes))) return refusal("USER_CANCEL", "user_cancel", "The person closed the prompt.");
      return token(request, origin, broker, true);
    }
    default:
      return refusal("PERSISTENT_ERROR", "unknown_method", request.method);
  }
}

/**
 * Serves the frame's sign-in requests until the returned function is called.
 *
 * @param origin the add-in's: messages from any other origin or window are not looked at
 */
export function serveSignIn(iframe: HTMLIFrameElement, origin: string, broker: Broker): () => void {
  const receive = (message: MessageEvent<unknown>): void => {
    if (message.source !== iframe.contentWindow || message.origin !== origin) return;
    const request = parseBridgeRequest(message.data);
    if (request === null) return;
    void answer(request, message.origin, broker).then((body) =>
      iframe.contentWindow?.postMessage(bridgeResponse(request, body), origin),
    );
  };
  window.addEventListener("message", receive);
  return () => window.removeEventListener("message", receive);
}
