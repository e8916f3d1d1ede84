/** The mailboxes of the sandbox's people, kept on disk: a file per message, one for the rest. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { MasterCategory } from "../api.ts";
import type { KeptFiles } from "../keptFiles.ts";
import { type Person, people } from "../people.ts";
import { type Attachments, attachmentsIn } from "./attachments.ts";
import { Mailbox } from "./mailbox.ts";
import { fileNameOf, type StoredMessage } from "./storedMessage.ts";

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
}

export class Mailboxes {
  readonly attachments: Attachments;
  readonly #files: KeptFiles;
  readonly #mailboxes: ReadonlyMap<string, Mailbox>;
  readonly #listeners: ((person: Person, id: string) => void)[] = [];

  constructor(files: KeptFiles) {
    this.#files = files;
    this.attachments = attachmentsIn(files);
    this.#mailboxes = new Map(
      people.map((person) => [person.id, new Mailbox((id, message) => this.#changed(person, id, message))]),
    );
  }

  /** Runs at every change of a message, with its id. */
  onChange(listener: (person: Person, id: string) => void): void {
    this.#listeners.push(listener);
  }

  /** @throws Error for somebody who is no person of the sandbox: a bug */
  of(person: Person): Mailbox {
    const mailbox = this.#mailboxes.get(person.id);
    if (!mailbox) throw new Error("not a person of the sandbox");
    return mailbox;
  }

  /** Reads what an earlier start kept. A file that a crash or a person spoilt is passed over. */
  async load(): Promise<void> {
    for (const person of people) {
      const mailbox = this.of(person);
      const settings = await this.#readJson<KeptSettings>(settingsFile(person));
      mailbox.masterCategories = settings?.masterCategories ?? firstCategories;
      mailbox.roamingSettings = settings?.roamingSettings ?? {};
      const names = await readdir(path.join(this.#files.folder, folderOf(person))).catch(() => []);
      const found = await Promise.all(
        names
          .filter((name) => name.endsWith(".json"))
          .map((name) => this.#readJson<StoredMessage>(`${folderOf(person)}/${name}`)),
      );
      const messages = found.filter((message) => message !== null).sort((a, b) => a.change - b.change);
      for (const message of messages) mailbox.restore(message);
    }
  }

  keepSettings(person: Person): void {
    const mailbox = this.of(person);
    this.#files.write(settingsFile(person), () => {
      const { masterCategories, roamingSettings } = mailbox;
      return JSON.stringify({ masterCategories, roamingSettings } satisfies KeptSettings, null, 2);
    });
  }

  #changed(person: Person, id: string, message: StoredMessage | null): void {
    const name = `${folderOf(person)}/${fileNameOf(id)}.json`;
    if (message) this.#files.write(name, () => JSON.stringify(message));
    else this.#files.remove(name);
    for (const listener of this.#listeners) listener(person, id);
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

function folderOf(person: Person): string {
  return `messages/${person.id}`;
}

function settingsFile(person: Person): string {
  return `settings-${person.id}.json`;
}
