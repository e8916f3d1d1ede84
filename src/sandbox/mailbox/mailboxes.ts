/** Every mailbox of the sandbox, people's own and shared ones, kept: a file per message, one for the rest. */
import type { MasterCategory, OwnFolder } from "../api.ts";
import type { Instant } from "../../domain/time.ts";
import type { FileStore } from "../keptFiles.ts";
import { machineTime } from "../machineTime.ts";
import { type MailboxOwner, mailboxOwners } from "../people.ts";
import { type Attachments, attachmentsIn } from "./attachments.ts";
import { Mailbox } from "./mailbox.ts";
import { blankMessage, fileNameOf, type StoredMessage } from "./storedMessage.ts";

/** Exchange's own six, as a new mailbox has them; presets by colour. */
const firstCategories: readonly MasterCategory[] = [
  ["Red category", "Preset0"],
  ["Orange category", "Preset1"],
  ["Yellow category", "Preset3"],
  ["Green category", "Preset4"],
  ["Blue category", "Preset7"],
  ["Purple category", "Preset8"],
].map(([displayName = "", color = ""], index) => ({
  id: `5a0d1c2b-0000-4000-8000-00000000000${index}`,
  displayName,
  color,
}));

interface KeptSettings {
  readonly masterCategories: readonly MasterCategory[];
  readonly roamingSettings: Readonly<Record<string, string>>;
  readonly ownFolders: readonly OwnFolder[];
}

export class Mailboxes {
  readonly attachments: Attachments;
  readonly #files: FileStore;
  readonly #mailboxes: ReadonlyMap<string, Mailbox>;
  readonly #listeners: ((owner: MailboxOwner, id: string) => void)[] = [];

  /** @param machine milliseconds of a clock that never jumps */
  constructor(files: FileStore, machine: () => number = machineTime.now) {
    this.#files = files;
    this.attachments = attachmentsIn(files);
    this.#mailboxes = new Map(
      mailboxOwners.map((owner) => {
        const mailbox = new Mailbox((id, message) => this.#changed(owner, id, message), machine);
        mailbox.masterCategories = firstCategories;
        return [owner.id, mailbox];
      }),
    );
  }

  /** Runs at every change of a message, with its id. */
  onChange(listener: (owner: MailboxOwner, id: string) => void): void {
    this.#listeners.push(listener);
  }

  /** @throws Error for a mailbox that is not the sandbox's: a bug */
  of(owner: MailboxOwner): Mailbox {
    const mailbox = this.#mailboxes.get(owner.id);
    if (!mailbox) throw new Error("not a mailbox of the sandbox");
    return mailbox;
  }

  /** Reads what an earlier start kept. A file that a crash or a person spoilt is passed over. */
  async load(): Promise<void> {
    for (const owner of mailboxOwners) {
      const mailbox = this.of(owner);
      const settings = await this.#readJson<KeptSettings>(settingsFile(owner));
      mailbox.masterCategories = settings?.masterCategories ?? firstCategories;
      mailbox.roamingSettings = settings?.roamingSettings ?? {};
      mailbox.ownFolders = settings?.ownFolders ?? [];
      const names = await this.#files.list(folderOf(owner));
      const found = await Promise.all(
        names
          .filter((name) => name.endsWith(".json"))
          .map((name) => this.#readJson<StoredMessage>(`${folderOf(owner)}/${name}`)),
      );
      const messages = found.filter((message) => message !== null).sort((a, b) => a.change - b.change);
      // A message kept by an older version may lack a field that is new.
      for (const message of messages) mailbox.restore({ ...blankMessage(message.receivedAt as Instant), ...message });
    }
  }

  keepSettings(owner: MailboxOwner): void {
    const mailbox = this.of(owner);
    this.#files.write(settingsFile(owner), () => {
      const { masterCategories, roamingSettings, ownFolders } = mailbox;
      return JSON.stringify({ masterCategories, roamingSettings, ownFolders } satisfies KeptSettings, null, 2);
    });
  }

  #changed(owner: MailboxOwner, id: string, message: StoredMessage | null): void {
    const name = `${folderOf(owner)}/${fileNameOf(id)}.json`;
    if (message) this.#files.write(name, () => JSON.stringify(message));
    else this.#files.remove(name);
    for (const listener of this.#listeners) listener(owner, id);
  }

  async #readJson<T>(name: string): Promise<T | null> {
    const text = await this.#files.read(name);
    try {
      return text === null ? null : (JSON.parse(text.toString("utf8")) as T);
    } catch {
      return null;
    }
  }
}

function folderOf(owner: MailboxOwner): string {
  return `messages/${owner.id}`;
}

function settingsFile(owner: MailboxOwner): string {
  return `settings-${owner.id}.json`;
}
