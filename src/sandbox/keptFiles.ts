/** Files that the sandbox keeps: written whole or not at all, in the background, the newest text of each. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { SandboxCannotStart } from "./refusal.ts";

/** Where mailboxes, keys and state are kept. */
export interface FileStore {
  /** @param content asked when it is written, so that the newest state is */
  write(name: string, content: () => string | Uint8Array): void;
  remove(name: string): void;
  /** Null when there is no such file. */
  read(name: string): Promise<Buffer | null>;
  /** Names of the files in a folder. */
  list(folder: string): Promise<readonly string[]>;
}

export class KeptFiles implements FileStore {
  readonly folder: string;
  /** What is to be written next to each file; null: the file is to go. */
  readonly #pending = new Map<string, (() => string | Uint8Array) | null>();
  #running: Promise<void> | null = null;
  #problem: Error | null = null;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** @throws SandboxCannotStart when the folder cannot be written to */
  async open(): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true });
      const probe = path.join(this.folder, ".writable");
      await writeFile(probe, "");
      await rm(probe);
    } catch (error) {
      const reason = (error as Error).message;
      throw new SandboxCannotStart(
        `The folder ${this.folder} cannot be written to (${reason}). Choose another with --data.`,
      );
    }
  }

  write(name: string, content: () => string | Uint8Array): void {
    this.#pending.set(name, content);
    this.#run();
  }

  remove(name: string): void {
    this.#pending.set(name, null);
    this.#run();
  }

  async read(name: string): Promise<Buffer | null> {
    const waiting = this.#pending.get(name);
    if (waiting) return Buffer.from(waiting());
    return readFile(path.join(this.folder, name)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    });
  }

  async list(folder: string): Promise<readonly string[]> {
    return readdir(path.join(this.folder, folder)).catch(() => []);
  }

  /** Resolves when everything is on disk. @throws what went wrong while writing */
  async flush(): Promise<void> {
    if (this.#pending.size > 0) this.#run();
    while (this.#running) await this.#running;
    if (this.#problem) throw this.#problem;
  }

  #run(): void {
    this.#running ??= this.#writeAll()
      .then(() => {
        this.#problem = null;
      })
      // What could not be written waits for the next change, or for flush, which says so.
      .catch((error: unknown) => {
        this.#problem = error as Error;
      })
      .finally(() => {
        this.#running = null;
        if (this.#pending.size > 0 && !this.#problem) this.#run();
      });
  }

  async #writeAll(): Promise<void> {
    // A moment's wait lets several changes of one click become one write.
    await new Promise((resolve) => setTimeout(resolve, 20));
    for (;;) {
      const next = this.#pending.entries().next().value;
      if (!next) return;
      const [name, content] = next;
      await (content ? this.#replace(name, content()) : rm(path.join(this.folder, name), { force: true }));
      // Changed again meanwhile: then it stays, and is written once more.
      if (this.#pending.get(name) === content) this.#pending.delete(name);
    }
  }

  /** A crash leaves the old file or the new one, never half of it. */
  async #replace(name: string, content: string | Uint8Array): Promise<void> {
    const target = path.join(this.folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    // Mail is nobody else's on this computer either.
    await writeFile(`${target}.new`, content, { mode: 0o600 });
    await rename(`${target}.new`, target);
  }
}
