import type { Digest } from "../addin/ports.ts";

/** SHA-256 and HMAC by the browser itself; there on https pages and on localhost. */
export function webDigest(): Digest {
  const encoder = new TextEncoder();
  return {
    async sha256(text) {
      return base64url(await crypto.subtle.digest("SHA-256", encoder.encode(text)));
    },
    async hmac(key, text) {
      const algorithm = { name: "HMAC", hash: "SHA-256" };
      const made = await crypto.subtle.importKey("raw", bytesOf(key), algorithm, false, ["sign"]);
      return base64url(await crypto.subtle.sign("HMAC", made, encoder.encode(text)));
    },
  };
}

function base64url(bytes: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}
