/** Mail that arrives while somebody looks: from a list of prepared messages, or a file that was dropped in. */
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Instant } from "../../domain/time.ts";
import { readEml } from "../../mail/eml.ts";
import { mailDate } from "../clock.ts";
import { type Answer, given, refused } from "../refusal.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { receive } from "./receive.ts";
import { type SeedFile, seedFiles, seedMessage } from "./seed.ts";
import type { StoredMessage } from "./storedMessage.ts";

export const largestMail = 25 * 1024 * 1024;
const epoch = 0 as Instant;

export interface ArrivalChoice {
  readonly id: string;
  /** The subject, and who writes. */
  readonly label: string;
}

export class Arrivals {
  readonly choices: readonly ArrivalChoice[];
  readonly #files: ReadonlyMap<string, SeedFile>;
  readonly #mailboxes: Mailboxes;
  readonly #calendar: BusinessCalendar;

  private constructor(
    mailboxes: Mailboxes,
    calendar: BusinessCalendar,
    files: readonly SeedFile[],
    choices: readonly ArrivalChoice[],
  ) {
    this.#mailboxes = mailboxes;
    this.#calendar = calendar;
    this.#files = new Map(files.map((file) => [idOf(file), file]));
    this.choices = choices;
  }

  /** @param folder of prepared .eml files */
  static async open(mailboxes: Mailboxes, calendar: BusinessCalendar, folder: string): Promise<Arrivals> {
    const files = await seedFiles(folder);
    const choices = files.map(async (file) => {
      const { facts } = await seedMessage(file, epoch, calendar);
      return { id: idOf(file), label: `${facts.subject} · ${facts.from?.name ?? ""}` };
    });
    return new Arrivals(mailboxes, calendar, files, await Promise.all(choices));
  }

  /** A prepared message arrives now. */
  async prepared(mailbox: Mailbox, id: string, now: Instant): Promise<Answer<StoredMessage>> {
    const file = this.#files.get(id);
    if (!file) return refused("unknownArrival", {}, 404);
    return given(receive(this.#mailboxes, mailbox, await seedMessage(file, now, this.#calendar), now, ""));
  }

  /** A raw message arrives now; its own Date stays what it says. */
  async raw(mailbox: Mailbox, bytes: Uint8Array, now: Instant): Promise<Answer<StoredMessage>> {
    if (bytes.byteLength > largestMail) return refused("mailTooLarge", { limit: largestMail / 1024 / 1024 });
    const reading = await readEml(bytes, { fallback: now });
    if (!reading.ok) return refused("brokenMail", { reason: reading.reason });
    const received = `Received: from file by MBX2.sprucegrove.example with drop; ${mailDate(this.#calendar, now)}\r\n`;
    return given(receive(this.#mailboxes, mailbox, reading.message, now, received));
  }
}

function idOf(file: SeedFile): string {
  return file.name.replace(/\.eml$/, "");
}
