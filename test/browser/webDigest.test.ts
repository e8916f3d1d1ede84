import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { webDigest } from "../../src/browser/webDigest.ts";
import { nodeDigest } from "../support/ports.ts";

test("the browser's hashes are those of any other maker", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "grapheme" }),
      fc.uint8Array({ minLength: 16, maxLength: 64 }),
      async (text, bytes) => {
        const key = Buffer.from(bytes).toString("base64url");
        expect(await webDigest().sha256(text)).toBe(await nodeDigest.sha256(text));
        expect(await webDigest().hmac(key, text)).toBe(await nodeDigest.hmac(key, text));
      },
    ),
  );
});

test("RFC 6234's abc", async () => {
  expect(await webDigest().sha256("abc")).toBe("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
});
