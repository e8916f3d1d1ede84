import { expect, jest, test } from "@jest/globals";
import { nestedSignIn } from "../../src/graph/signIn.ts";

const settings = {
  clientId: "1f0c3f0e-0000-4000-8000-000000000002",
  authority: "https://login.example/tenant",
  limitMs: 30,
};

type Ask = (request: { scopes: string[]; forceRefresh?: boolean; claims?: string }) => Promise<never>;

function door(silent: unknown, popup: unknown = () => Promise.reject(new Error("no popup"))) {
  const acquireTokenSilent = jest.fn(silent as Ask);
  const acquireTokenPopup = jest.fn(popup as Ask);
  return {
    acquireTokenSilent,
    acquireTokenPopup,
    open: () => Promise.resolve({ acquireTokenSilent, acquireTokenPopup }),
  };
}

const token = (text: string) => Promise.resolve({ accessToken: text });
const fault = (name: string, errorCode: string) => () =>
  Promise.reject(Object.assign(new Error("x"), { name, errorCode }));

test("silently gives a token without asking anybody", async () => {
  const { open, acquireTokenPopup, acquireTokenSilent } = door(() => token("t"));
  expect(await nestedSignIn(settings, open).silently(["Mail.ReadBasic"], true)).toBe("t");
  expect(acquireTokenSilent).toHaveBeenCalledWith({ scopes: ["Mail.ReadBasic"], forceRefresh: true });
  expect(acquireTokenPopup).not.toHaveBeenCalled();
});

test("calls for the same scopes that run at once are one; other scopes are another", async () => {
  const { open, acquireTokenSilent } = door(() => token("t"));
  const signIn = nestedSignIn(settings, open);
  await Promise.all([signIn.silently(["a", "b"]), signIn.silently(["b", "a"]), signIn.silently(["c"])]);
  expect(acquireTokenSilent).toHaveBeenCalledTimes(2);
  await signIn.silently(["a", "b"]);
  expect(acquireTokenSilent).toHaveBeenCalledTimes(3);
});

const claims = '{"access_token":{"nbf":{"essential":true}}}';

test("a token that must claim more is asked for with the claims, apart from one that need not", async () => {
  const { open, acquireTokenSilent } = door(() => token("t"));
  const signIn = nestedSignIn(settings, open);
  await Promise.all([signIn.silently(["a"], true, claims), signIn.silently(["a"], true)]);
  expect(acquireTokenSilent.mock.calls.map(([request]) => request)).toEqual([
    { scopes: ["a"], forceRefresh: true, claims },
    { scopes: ["a"], forceRefresh: true },
  ]);
  await signIn.silently(["a"]);
  expect(acquireTokenSilent).toHaveBeenLastCalledWith({ scopes: ["a"], forceRefresh: false });
});

test("claims that no silent token meets go with the prompt: a kept token would be refused again", async () => {
  const meets = (request: { claims?: string }) =>
    request.claims === undefined ? token("kept") : fault("InteractionRequiredAuthError", "claims")();
  const { open, acquireTokenPopup, acquireTokenSilent } = door(meets, () => token("asked"));
  const signIn = nestedSignIn(settings, open);
  await expect(signIn.silently(["a"], true, claims)).rejects.toMatchObject({ code: "signInNeeded" });
  await expect(signIn.silently(["a"])).rejects.toMatchObject({ code: "signInNeeded" });
  expect(await signIn.silently(["b"])).toBe("kept");
  expect(await signIn.asking(["a"])).toBe("asked");
  expect(acquireTokenPopup).toHaveBeenCalledWith({ scopes: ["a"], claims });
  expect(await signIn.silently(["a"])).toBe("kept");
  expect(acquireTokenSilent).toHaveBeenLastCalledWith({ scopes: ["a"], forceRefresh: false });
});

test("a refusal names Entra's number and not its sentence, which may name the person", async () => {
  const open = () => Promise.reject(Object.assign(new Error("AADSTS50105: ada@mail.example may not"), { name: "X" }));
  await expect(nestedSignIn(settings, open).silently(["a"])).rejects.toMatchObject({
    message: "sign-in: X  AADSTS50105",
  });
});

test("a host that never answers is offline after the limit, when opening and when asking", async () => {
  const never = () => new Promise<never>(() => undefined);
  await expect(nestedSignIn(settings, never).silently(["a"])).rejects.toMatchObject({ code: "offline" });
  const { open } = door(never);
  await expect(nestedSignIn(settings, open).silently(["a"])).rejects.toMatchObject({ code: "offline" });
});

test("a door that failed to open is tried again", async () => {
  let tries = 0;
  const { acquireTokenSilent, acquireTokenPopup } = door(() => token("t"));
  const signIn = nestedSignIn(settings, () => {
    tries += 1;
    return tries === 1
      ? Promise.reject(new Error("chunk missing"))
      : Promise.resolve({ acquireTokenSilent, acquireTokenPopup });
  });
  await expect(signIn.silently(["a"])).rejects.toMatchObject({ code: "unexpected" });
  expect(await signIn.silently(["a"])).toBe("t");
});

test.each([
  ["InteractionRequiredAuthError", "invalid_grant", "signInNeeded"],
  ["ClientAuthError", "no_account_error", "signInNeeded"],
  ["ClientAuthError", "no_network_connectivity", "offline"],
  ["ClientAuthError", "nested_app_auth_bridge_disabled", "unsupported"],
  ["ServerError", "untrusted_origin", "unexpected"],
])("%s %s is %s", async (name, errorCode, code) => {
  const { open } = door(fault(name, errorCode));
  await expect(nestedSignIn(settings, open).silently(["a"])).rejects.toMatchObject({ name: "OutsideError", code });
});

test("asking opens the host's prompt only when a silent token is not to be had", async () => {
  const willing = door(() => token("silent"));
  expect(await nestedSignIn(settings, willing.open).asking(["a"])).toBe("silent");
  const wanting = door(fault("InteractionRequiredAuthError", "consent"), () => token("asked"));
  expect(await nestedSignIn(settings, wanting.open).asking(["a"])).toBe("asked");
  expect(wanting.acquireTokenPopup).toHaveBeenCalledTimes(1);
});

test("a person who cancels has not signed in, which is no fault", async () => {
  const { open } = door(fault("InteractionRequiredAuthError", "consent"), fault("ClientAuthError", "user_canceled"));
  await expect(nestedSignIn(settings, open).asking(["a"])).rejects.toMatchObject({ code: "signInNeeded" });
});
