/** The invented mail of a fresh sandbox, from the message files under assets/sandbox. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { FolderName } from "../api.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { addDays } from "../../domain/calendar/localDay.ts";
import type { Instant } from "../../domain/time.ts";
import { type MailMessage, readEml } from "../../mail/eml.ts";
import { mailDate, minutesOf } from "../clock.ts";
import { type MailboxOwner, ownerByAddress, people } from "../people.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { headerOf, receivedMessage } from "./received.ts";

/** Private header lines of a file: when and where the message lies in a fresh mailbox. */
interface Placing {
  /** Calendar days from today, in the city's zone; 0 or less. */
  readonly days: number;
  /** Minutes since local midnight. */
  readonly minutes: number;
  readonly folder: FolderName;
  readonly isRead: boolean;
}

export interface SeedFile {
  readonly name: string;
  readonly placing: Placing;
  /** Without the private lines; each %DATE% in the headers stands for the time of receipt. */
  readonly source: string;
}

const privateLine = /^X-Sandbox-(\w+):[ \t]*(.*)\r?\n/gim;
const nineInTheMorning = 540;
const folders: readonly string[] = ["inbox", "sentitems", "junkemail"];

/** @param bytes of an .eml file, read byte by byte as Latin-1 so that any encoding inside stays as it is */
export function seedFile(name: string, bytes: Uint8Array): SeedFile {
  const text = Buffer.from(bytes).toString("latin1");
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const head = text.slice(0, end + 2);
  const told = new Map(
    [...head.matchAll(privateLine)].map(([, key = "", value = ""]) => [key.toLowerCase(), value.trim()]),
  );
  const [, days, time] = /^(-?\d+)\s+(\d{1,2}:\d{2})$/.exec(told.get("received") ?? "") ?? [];
  const folder = told.get("folder") ?? "inbox";
  return {
    name,
    placing: {
      days: Math.min(0, Number(days ?? 0)),
      minutes: minutesOf(time ?? "") ?? nineInTheMorning,
      folder: folders.includes(folder) ? (folder as FolderName) : "inbox",
      isRead: told.get("read") === "yes",
    },
    source: head.replace(privateLine, "") + text.slice(end + 2),
  };
}

/** The message of a seed file as it reads when it was received at that time. @throws Error when the file is no message: a bug in ours */
export async function seedMessage(
  file: SeedFile,
  receivedAt: Instant,
  calendar: BusinessCalendar,
): Promise<MailMessage> {
  const end = /\r?\n\r?\n/.exec(file.source)?.index ?? file.source.length;
  const dated = file.source.slice(0, end).replaceAll("%DATE%", mailDate(calendar, receivedAt)) + file.source.slice(end);
  const reading = await readEml(Buffer.from(dated, "latin1"), { fallback: receivedAt });
  if (!reading.ok) throw new Error(`${file.name}: ${reading.reason}`);
  return reading.message;
}

/** Every .eml file of a folder, by name. */
export async function seedFiles(folder: string): Promise<readonly SeedFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort();
  return Promise.all(names.map(async (name) => seedFile(name, await readFile(path.join(folder, name)))));
}

/** A time of today that has not come yet becomes yesterday's: nothing in the mailbox is from the future. */
function receiptOf(placing: Placing, calendar: BusinessCalendar, now: Instant): Instant {
  const day = addDays(calendar.localDay(now), placing.days);
  const at = calendar.instantAt(day, placing.minutes);
  return at <= now ? at : calendar.instantAt(addDays(day, -1), placing.minutes);
}

/** Whose mail it is: the people and shared mailboxes that it was written to, else the first person's. */
function ownersOf(mail: MailMessage, folder: FolderName): readonly MailboxOwner[] {
  const parties =
    folder === "sentitems" ? (mail.facts.from ? [mail.facts.from] : []) : [...mail.facts.to, ...mail.facts.cc];
  const found = parties.flatMap(({ address }) => ownerByAddress(address) ?? []);
  return found.length > 0 ? [...new Set(found)] : people.slice(0, 1);
}

/** Fills fresh mailboxes, oldest message first so that threads form as they did. */
export async function seedMailboxes(
  mailboxes: Mailboxes,
  folder: string,
  calendar: BusinessCalendar,
  now: Instant,
): Promise<void> {
  const files = await seedFiles(folder);
  const dated = files.map((file) => ({ file, at: receiptOf(file.placing, calendar, now) }));
  for (const { file, at } of dated.sort((a, b) => a.at - b.at)) {
    const mail = await seedMessage(file, at, calendar);
    const { folder: place, isRead } = file.placing;
    for (const owner of ownersOf(mail, place)) {
      const message = { ...receivedMessage(mail, mailboxes.attachments), ...times(at), folder: place, isRead };
      const sent = place === "sentitems" ? { headers: "", isRead: true, sentAt: at } : {};
      mailboxes.of(owner).add({ ...message, ...sent }, headerOf(mail.headers, "Thread-Topic"));
    }
  }
}

function times(at: Instant): { receivedAt: Instant; createdAt: Instant; modifiedAt: Instant } {
  return { receivedAt: at, createdAt: at, modifiedAt: at };
}
