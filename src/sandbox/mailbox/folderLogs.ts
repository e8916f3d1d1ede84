/** The logs of all folders of a mailbox, and which of a message's changes belong into them. */
import type { FolderName } from "../api.ts";
import { type FolderChange, FolderLog } from "./folderLog.ts";
import type { StoredMessage } from "./storedMessage.ts";

/** Only the sandbox's page sees these: Exchange knows nothing of them. */
const onlyOnThePage: ReadonlySet<string> = new Set(["notifications", "sessionData", "composeType", "original"]);

export class FolderLogs {
  readonly #logs = new Map<FolderName, FolderLog>();
  readonly #machine: () => number;

  /** @param machine milliseconds of a clock that never jumps */
  constructor(machine: () => number) {
    this.#machine = machine;
  }

  of(folder: FolderName): FolderLog {
    const log = this.#logs.get(folder) ?? new FolderLog();
    this.#logs.set(folder, log);
    return log;
  }

  /** Ids that arrived in any folder after a moment of the machine's clock. */
  arrivedSince(moment: number): ReadonlySet<string> {
    return new Set([...this.#logs.values()].flatMap((log) => [...log.arrivedSince(moment)]));
  }

  arrived({ folder, id, change }: StoredMessage): void {
    this.#append(folder, id, change, "arrived");
  }

  /** @param sequence of the change that removed it */
  gone({ folder, id }: StoredMessage, sequence: number): void {
    this.#append(folder, id, sequence, "left");
  }

  /** @param names of the fields that were written, whether or not they differ */
  changed(before: StoredMessage, after: StoredMessage, names: readonly string[]): void {
    const { id, change, folder } = after;
    if (before.folder !== folder) {
      this.#append(before.folder, id, change, "left");
      this.#append(folder, id, change, "entered");
      return;
    }
    const fields = names.filter((name) => !onlyOnThePage.has(name) && differs(before, after, name));
    if (fields.length > 0) this.#append(folder, id, change, "changed", fields);
  }

  #append(
    folder: FolderName,
    id: string,
    sequence: number,
    what: FolderChange["what"],
    fields: readonly string[] = [],
  ): void {
    this.of(folder).append({ sequence, loggedAt: this.#machine(), id, what, fields });
  }
}

function differs(before: StoredMessage, after: StoredMessage, name: string): boolean {
  const field = name as keyof StoredMessage;
  return before[field] !== after[field] && JSON.stringify(before[field]) !== JSON.stringify(after[field]);
}
