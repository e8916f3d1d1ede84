/** Files that are kept in memory alone: for mailboxes that live as long as a test or a measurement. */
import type { FileStore } from "./keptFiles.ts";

export class MemoryFiles implements FileStore {
  readonly #files = new Map<string, () => string | Uint8Array>();

  write(name: string, content: () => string | Uint8Array): void {
    this.#files.set(name, content);
  }

  remove(name: string): void {
    this.#files.delete(name);
  }

  read(name: string): Promise<Buffer | null> {
    const content = this.#files.get(name);
    return Promise.resolve(content ? Buffer.from(content()) : null);
  }

  list(folder: string): Promise<readonly string[]> {
    const inside = [...this.#files.keys()].filter((name) => name.startsWith(`${folder}/`));
    return Promise.resolve(inside.map((name) => name.slice(folder.length + 1)));
  }
}
