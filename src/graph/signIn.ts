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
  /** Claims that no token meets yet: a kept one would be refused again, and a prompt has to carry them. */
  const wanting = new Map<string, string>();
  let opening: Promise<Door> | null = null;

  function door(): Promise<Door> {
    opening ??= inTime(open(settings), limitMs).catch((error: unknown) => {
      opening = null;
      throw refusalOf(error);
    });
    return opening;
  }

  async function ask(scopes: readonly string[], forceRefresh: boolean, claims?: string): Promise<string> {
    const client = await door();
    if (claims !== undefined) wanting.set(nameOf(scopes), claims);
    const request = { scopes: [...scopes], forceRefresh, ...(claims !== undefined && { claims }) };
    const given = await token(client.acquireTokenSilent(request), limitMs);
    wanting.delete(nameOf(scopes));
    return given;
  }

  function silently(scopes: readonly string[], force = false, claims = wanting.get(nameOf(scopes))): Promise<string> {
    // MSAL does not merge calls that are alike (sign-in §2).
    const name = `${String(force)} ${nameOf(scopes)} ${claims ?? ""}`;
    const mine = underWay.get(name) ?? ask(scopes, force, claims).finally(() => underWay.delete(name));
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
    const claims = wanting.get(nameOf(scopes));
    const asked = await token(
      client.acquireTokenPopup({ scopes: [...scopes], ...(claims !== undefined && { claims }) }),
      askingLimitMs,
    );
    wanting.delete(nameOf(scopes));
    return asked;
  }

  return { silently, asking };
}

function nameOf(scopes: readonly string[]): string {
  return [...scopes].sort().join(" ");
}

async function token(answer: Promise<{ readonly accessToken: string }>, limitMs: number): Promise<string> {
  try {
    return (await inTime(answer, limitMs)).accessToken;
  } catch (error) {
    throw refusalOf(error);
  }
}

async function openMsal({ clientId, authority }: SignInSettings): Promise<Door> {
  const { createNestablePublicClientApplication } = await import(
    /* webpackChunkName: "sign-in" */ "@azure/msal-browser"
  );
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
  // Entra's sentences name the account; their numbers do not.
  const number = /AADSTS\d+/.exec(message ?? "")?.[0] ?? "";
  return new OutsideError(code ?? "unexpected", `sign-in: ${name ?? ""} ${errorCode ?? ""} ${number}`);
}
