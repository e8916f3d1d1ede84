/** Changes of messages on their way to the server: one after the other, seen at once. */
import type { MailItem, MailPatch } from "../../api.ts";
import type { SandboxServer } from "../server.ts";
import { applied } from "./patched.ts";

export class Changes {
  readonly #pending = new Map<string, readonly MailPatch[]>();
  readonly #queue = new Map<string, Promise<unknown>>();

  /** An item as it will be once everything under way is written. */
  overlaid(item: MailItem): MailItem {
    return (this.#pending.get(item.id) ?? []).reduce(applied, item);
  }

  /** Writes a change after the earlier ones of that message. @returns the item as the server then has it */
  async write(id: string, patch: MailPatch, server: SandboxServer): Promise<MailItem> {
    this.#pending.set(id, [...(this.#pending.get(id) ?? []), patch]);
    const before = this.#queue.get(id) ?? Promise.resolve();
    const write = before.catch(() => undefined).then(() => server.change(id, patch));
    this.#queue.set(id, write);
    try {
      return await write;
    } finally {
      this.#forget(id, patch);
    }
  }

  #forget(id: string, patch: MailPatch): void {
    const left = (this.#pending.get(id) ?? []).filter((one) => one !== patch);
    if (left.length > 0) this.#pending.set(id, left);
    else this.#pending.delete(id);
  }
}
