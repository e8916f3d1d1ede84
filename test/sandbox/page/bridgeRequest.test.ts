import { expect, test } from "@jest/globals";
import { bridgeResponse, parseBridgeRequest } from "../../../src/sandbox/page/naa/request.ts";

const request = {
  messageType: "NestedAppAuthRequest",
  method: "GetToken",
  requestId: "r1",
  tokenParams: { scope: "User.Read" },
};

function carried(data: unknown, func = "nestedAppAuth.execute"): unknown {
  return { id: 7, uuid: "u1", func, timestamp: 0, args: [], data: JSON.stringify(data) };
}

test("a sign-in request is read from the message that carries it", () => {
  expect(parseBridgeRequest(carried(request))).toEqual({
    id: 7,
    uuid: "u1",
    requestId: "r1",
    method: "GetToken",
    tokenParams: { scope: "User.Read" },
  });
});

test.each([
  ["a text of Office.js", '{"_messageType":0}'],
  ["another function", carried(request, "other.execute")],
  ["another kind of message", carried({ ...request, messageType: "NestedAppAuthResponse" })],
  ["a request without an id", carried({ ...request, requestId: undefined })],
  ["broken JSON", { func: "nestedAppAuth.execute", data: "{" }],
])("%s is no sign-in request", (_, posted) => {
  expect(parseBridgeRequest(posted)).toBeNull();
});

test("the answer stands second in args, as the hub hosts send it", () => {
  const read = parseBridgeRequest(carried(request));
  const response = read && bridgeResponse(read, { success: true });
  expect(response).toMatchObject({ id: 7, uuidAsString: "u1" });
  const [first, text] = response?.["args"] as [null, string];
  expect(first).toBeNull();
  expect(JSON.parse(text)).toEqual({ messageType: "NestedAppAuthResponse", requestId: "r1", success: true });
});
