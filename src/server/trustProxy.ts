/** Whose word the service takes for a caller's address (X-Forwarded-For): the proxies that a site names, and nobody else. */
import { isIP } from "node:net";

/** Nobody; the proxies at these addresses and CIDR ranges; or as many proxies as stand in a row before the service. */
export type TrustProxy = false | readonly string[] | number;

function isAddressOrRange(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** @returns what CIVICREPLY_TRUST_PROXY means, or null when it means nothing */
export function trustProxyOf(text: string): TrustProxy | null {
  if (/^[1-9]$/.test(text)) return Number(text);
  const addresses = text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return addresses.length > 0 && addresses.every(isAddressOrRange) ? addresses : null;
}

/** The same as fastify takes it; a bare number would trust nobody there, so the hops are counted here. */
export function asFastifyTakesIt(trusted: TrustProxy): false | string[] | ((address: string, hop: number) => boolean) {
  if (trusted === false) return false;
  return typeof trusted === "number" ? (_address, hop) => hop < trusted : [...trusted];
}
