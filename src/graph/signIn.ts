/** Signing in by nested app authentication: Outlook itself asks for the token, the pane opens no window. */
import type { IPublicClientApplication } from "@azure/msal-browser";
import { OutsideError, type OutsideCode, type SignIn } from "../addin/ports.ts";

export interface SignInSettings {
  readonly clientId: string;
  /** Such as "https://login.microsoftonline.com/<tenant id>". */
  readonly authority: string;
  /** Milliseconds until an unanswered call counts as offline: MSAL itself would wait for ever (sign-in §1.6). */
  readonly limitMs?: number;
}

type Door = Pick<IPublicClientApplication, "acquireTokenSilent" | "acquireTokenPopup">;

const usualLimitMs = 10_000;
/** A person reads and decides meanwhile. */
const askingLimitMs = 5 * 60_000;

/**
 * MSAL is loaded at the first call: it weighs more than the rest of the pane together, and the due date needs no token.
 *
 * @param open makes the MSAL client; another one in tests
 */
export function nestedSignIn(
  settings: SignInSettings,
  open: (settings: SignInSettings) => Promise<Door> = openMsal,
): SignIn {
  const limitMs = settings.limitMs ?? usualLimitMs;
  const underWay = new Map<string, Promise<string>>();
  let opening: Promise<Door> | null = null;

  function door(): Promise<Door> {
    opening ??= inTime(open(settings), limitMs).catch((error: unknown) => {
      opening = null;
      throw refusalOf(error);
    });
    return opening;
  }

  async function ask(scopes: readonly string[], forceRefresh: boolean): Promise<string> {
    const client = await door();
    return token(client.acquireTokenSilent({ scopes: [...scopes], forceRefresh }), limitMs);
  }

  function silently(scopes: readonly string[], force = false): Promise<string> {
    // MSAL does not merge calls that are alike (sign-in §2).
    const name = `${String(force)} ${[...scopes].sort().join(" ")}`;
    const mine = underWay.get(name) ?? ask(scopes, force).finally(() => underWay.delete(name));
    underWay.set(name, mine);
    return mine;
  }

  /** Of two resources only one may want the person's consent: the other is not asked for twice. */
  async function asking(scopes: readonly string[]): Promise<string> {
    try {
      return await silently(scopes);
    } catch (error) {
      if (refusalOf(error).code !== "signInNeeded") throw error;
    }
    const client = await door();
    return token(client.acquireTokenPopup({ scopes: [...scopes] }), askingLimitMs);
  }

  return { silently, asking };
}

async function token(answer: Promise<{ readonly accessToken: string }>, limitMs: number): Promise<string> {
  try {
    return (await inTime(answer, limitMs)).accessToken;
  } catch (error) {
    throw refusalOf(error);
  }
}

async function openMsal({ clientId, authority }: SignInSettings): Promise<Door> {
  const { createNestablePublicClientApplication } = await import("@azure/msal-browser");
  return createNestablePublicClientApplication({ auth: { clientId, authority } });
}

function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new OutsideError("offline", "no answer from the sign-in")), limitMs);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const codes: ReadonlyMap<string | undefined, OutsideCode> = new Map([
  ["no_account_error", "signInNeeded"],
  ["user_canceled", "signInNeeded"],
  ["no_network_connectivity", "offline"],
  ["nested_app_auth_bridge_disabled", "unsupported"],
]);

/** MSAL's names survive minifying, its classes do not (sign-in §3). */
function refusalOf(error: unknown): OutsideError {
  if (error instanceof OutsideError) return error;
  const { name, errorCode, message } = (error ?? {}) as { name?: string; errorCode?: string; message?: string };
  const code = name === "InteractionRequiredAuthError" ? "signInNeeded" : codes.get(errorCode);
  return new OutsideError(code ?? "unexpected", `sign-in: ${name ?? ""} ${errorCode ?? ""} ${message ?? ""}`);
}
