import { expect, test } from "@jest/globals";
import { claimsOf } from "../../src/graph/challenge.ts";

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1766000000"}}}';
const encoded = Buffer.from(claims).toString("base64");
const head = 'Bearer realm="", authorization_uri="https://login.example/authorize", client_id="c"';

test("the claims of a challenge are read, in either spelling of base64", () => {
  expect(claimsOf(`${head}, error="insufficient_claims", claims="${encoded}"`)).toBe(claims);
  expect(claimsOf(`${head}, claims="${Buffer.from(claims).toString("base64url")}"`)).toBe(claims);
});

test.each([
  null,
  "",
  head,
  `${head}, claims="AAAAA"`,
  `${head}, claims="bm8ganNvbg=="`,
  `${head}, otherclaims="${encoded}"`,
])("%j asks for no claims", (challenge) => {
  expect(claimsOf(challenge)).toBeUndefined();
});
