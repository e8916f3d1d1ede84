/** What the sandbox remembers between two starts beside mail and keys. */
import type { KeptFiles } from "./keptFiles.ts";

const file = "state.json";

export interface SandboxMemory {
  clockOffset: number;
  /** Person id -> short scope names. */
  consents: Record<string, string[]>;
  /** True once the mailboxes were filled. */
  seeded: boolean;
  /** True once the colleagues' sample inquiries went to the service. */
  sampled: boolean;
}

export interface KeptState {
  readonly memory: SandboxMemory;
  /** True when nothing was kept: a fresh start. */
  readonly isFresh: boolean;
  readonly keep: () => void;
}

export async function openState(files: KeptFiles): Promise<KeptState> {
  const fresh: SandboxMemory = { clockOffset: 0, consents: {}, seeded: false, sampled: false };
  const text = await files.read(file);
  const memory = { ...fresh, ...(text === null ? {} : (JSON.parse(text.toString("utf8")) as Partial<SandboxMemory>)) };
  const keep = (): void => files.write(file, () => JSON.stringify(memory, null, 2));
  return { memory, isFresh: text === null, keep };
}
