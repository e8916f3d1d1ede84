/** Addresses as people type and read them. */
import type { MailAddress } from "../../api.ts";

/** The name, or the address where there is no name. */
export function nameOf(address: MailAddress | null): string {
  return address ? address.name || address.address : "";
}

/** "Name <address>" or a bare address, several parted by ";" or ","; what holds no "@" is left out. */
export function parseAddresses(typed: string): readonly MailAddress[] {
  return typed
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part.includes("@"))
    .map((part) => {
      const named = /^(.*?)\s*<([^<>]+)>$/.exec(part);
      const address = (named?.[2] ?? part).trim();
      const name = (named?.[1] ?? "").replace(/^"|"$/g, "");
      return { name: name || address, address };
    });
}
