/** Hashes for names of facts and inquiries. Not the browser's own: those answer later, and a name is needed at once. */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Digest } from "../addin/ports.ts";

export function digest(): Digest {
  return {
    sha256: (text) => base64url(sha256(utf8(text))),
    hmac: (key, text) => base64url(hmac(sha256, fromBase64url(key), utf8(text))),
  };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

function fromBase64url(text: string): Uint8Array {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
