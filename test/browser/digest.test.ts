import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { digest } from "../../src/browser/digest.ts";
import { nodeDigest } from "../support/ports.ts";

test("the browser's hashes are those of any other maker", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.uint8Array({ minLength: 16, maxLength: 64 }), (text, bytes) => {
      const key = Buffer.from(bytes).toString("base64url");
      expect(digest().sha256(text)).toBe(nodeDigest.sha256(text));
      expect(digest().hmac(key, text)).toBe(nodeDigest.hmac(key, text));
    }),
  );
});

test("RFC 6234's abc", () => {
  expect(digest().sha256("abc")).toBe("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
});
