/** The sandbox's letters: each can be read, looks as Exchange delivers, and no channel and no trap is missing. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import PostalMime, { type Email } from "postal-mime";

const root = path.resolve(import.meta.dirname, "../../assets/sandbox");

interface Letter {
  readonly file: string;
  readonly raw: string;
  readonly email: Email;
  header(name: string): string | undefined;
}

async function letter(folder: string, file: string): Promise<Letter> {
  const bytes = readFileSync(path.join(root, folder, file));
  const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  const header = (name: string): string | undefined => email.headers.find(({ key }) => key === name)?.value;
  return { file, raw: bytes.toString("latin1"), email, header };
}

async function lettersIn(folder: string): Promise<readonly Letter[]> {
  return Promise.all(readdirSync(path.join(root, folder)).map((file) => letter(folder, file)));
}

const mail = await lettersIn("mail");
const arrivals = await lettersIn("arrivals");
const all = [...mail, ...arrivals];
const inbox = mail.filter((one) => one.header("x-sandbox-folder") === "inbox");
const delivered = all.filter((one) => one.header("x-sandbox-folder") !== "sentitems");

const senderOf = (one: Letter): string => one.email.from?.address ?? "";
const subjectOf = (one: Letter): string => one.email.subject ?? "";
const namesOf = (letters: readonly Letter[]): readonly string[] => letters.map((one) => one.file);

test("there are at least 44 messages, and eight that may arrive later", () => {
  expect(mail.length).toBeGreaterThanOrEqual(44);
  expect(arrivals).toHaveLength(9);
});

test("every message has a sender, a recipient, a unique message id and a text or an attachment", () => {
  for (const one of all) {
    expect([one.file, senderOf(one)]).toEqual([one.file, expect.stringContaining("@")]);
    expect([one.file, one.email.to?.length ?? 0]).not.toEqual([one.file, 0]);
    expect([
      one.file,
      (one.email.text ?? one.email.html ?? "").trim().length + one.email.attachments.length,
    ]).not.toEqual([one.file, 0]);
  }
  expect(new Set(all.map((one) => one.email.messageId)).size).toBe(all.length);
});

test("the private lines stand on top and name a moment of the last twelve days and a folder", () => {
  for (const one of mail) {
    expect(one.header("x-sandbox-received")).toMatch(/^(0|-[1-9]|-1[0-2]) ([01]\d|2[0-3]):[0-5]\d$/);
    expect(one.raw).toMatch(/^X-Sandbox-Received: /);
  }
  for (const one of all) {
    expect(one.header("x-sandbox-folder")).toMatch(/^(inbox|sentitems|junkemail)$/);
    expect(one.header("x-sandbox-read")).toMatch(/^(yes|no)$/);
  }
});

test("delivered mail carries its Received chain, the newest line first, and the server's verdict", () => {
  for (const one of delivered) {
    const first = one.email.headers.find(({ key }) => !key.startsWith("x-sandbox-"));
    expect([one.file, first?.key, first?.value]).toEqual([
      one.file,
      "received",
      expect.stringMatching(/by MBX2.*; %DATE%$/),
    ]);
    expect([one.file, one.header("authentication-results")]).toEqual([one.file, expect.any(String)]);
  }
});

test("each Date waits for its moment, except the one that is wrong and the one that is missing", () => {
  const others = all.filter((one) => one.header("date") !== "%DATE%");
  expect(namesOf(others).toSorted()).toEqual(["future-date.eml", "no-date-header.eml"]);
});

test("lines end as mail's do, and stay below the 998 characters of RFC 5322", () => {
  for (const one of all) {
    expect([one.file, /(?<!\r)\n/.test(one.raw)]).toEqual([one.file, false]);
    expect(Math.max(...one.raw.split("\r\n").map((line) => line.length))).toBeLessThan(998);
  }
});

test("every address is on an example domain", () => {
  const domains = all.flatMap(({ raw }) => [...raw.matchAll(/@([\w-]+(?:\.[\w-]+)+)/g)].map((found) => found[1] ?? ""));
  expect(domains.filter((domain) => !domain.endsWith(".example"))).toEqual([]);
});

test("every reply answers a message of the mailbox", () => {
  const known = new Set(mail.map((one) => one.email.messageId));
  const lost = all.filter((one) => one.email.inReplyTo !== undefined && !known.has(one.email.inReplyTo));
  expect(namesOf(lost)).toEqual([]);
});

test.each([
  ["voicemail@sprucegrove.example", "audio/wav", 3],
  ["scanner@sprucegrove.example", "application/pdf", 3],
] as const)("%s brings recordings or letters of type %s, and status mail without them", (sender, type, least) => {
  const fromSender = inbox.filter((one) => senderOf(one) === sender);
  const withFile = fromSender.filter((one) => one.email.attachments.some(({ mimeType }) => mimeType === type));
  expect(withFile.length).toBeGreaterThanOrEqual(least);
  expect(fromSender.length).toBeGreaterThan(withFile.length);
});

test.each([
  ["noreply@portal.sprucegrove.example", 4],
  ["notices@ourcity.example", 3],
] as const)("%s brings at least %i customers in Reply-To, and status mail without one", (sender, least) => {
  const fromSender = inbox.filter((one) => senderOf(one) === sender);
  const withCustomer = fromSender.filter((one) => (one.email.replyTo ?? []).length === 1);
  expect(withCustomer.length).toBeGreaterThanOrEqual(least);
  expect(fromSender.length).toBeGreaterThan(withCustomer.length);
});

test("recordings and letters open: a RIFF file and a PDF", () => {
  const bytes = (one: Letter): string =>
    Buffer.from(one.email.attachments[0]?.content as ArrayBuffer).toString("latin1");
  const starts = all.flatMap((one) =>
    one.email.attachments[0]?.mimeType === "audio/wav" ? [bytes(one).slice(0, 4)] : [],
  );
  const papers = all.flatMap((one) => (one.email.attachments[0]?.mimeType === "application/pdf" ? [bytes(one)] : []));
  expect(new Set(starts)).toEqual(new Set(["RIFF"]));
  expect(papers.every((paper) => paper.startsWith("%PDF-1.4") && paper.endsWith("%%EOF\n"))).toBe(true);
});

const plain = inbox.filter((one) =>
  /^(?!noreply|no-reply|news|accounts|updates|scada|voicemail|scanner|notices|postmaster)/.test(senderOf(one)),
);
const from = (address: string) => (one: Letter) => senderOf(one) === address;
const subject = (pattern: RegExp) => (one: Letter) => pattern.test(subjectOf(one));
const has =
  (name: string, pattern = /./) =>
  (one: Letter) =>
    pattern.test(one.header(name) ?? "");
const type = (pattern: RegExp) => (one: Letter) => pattern.test(one.header("content-type") ?? "");
const outOfOffice = subject(/^(Automatic reply|Réponse automatique|Abwesenheitsnotiz|Автоматична відповідь)/);
const marked = (one: Letter): boolean =>
  ["auto-submitted", "x-autoreply", "x-auto-response-suppress"].some((name) => has(name)(one));

const traps: readonly (readonly [string, number, (one: Letter) => boolean])[] = [
  ["plain e-mail by people", 24, (one) => plain.includes(one) && !marked(one) && !outOfOffice(one)],
  ["an out-of-office reply that says so in its headers", 2, (one) => outOfOffice(one) && marked(one)],
  ["an out-of-office reply with nothing but its subject", 2, (one) => outOfOffice(one) && !marked(one)],
  ["a newsletter", 1, (one) => has("list-unsubscribe")(one) && !has("list-post")(one)],
  [
    "a list post by a person to the city",
    1,
    (one) => has("list-post")(one) && one.raw.includes("planning@sprucegrove.example"),
  ],
  ["a bounce", 1, type(/^multipart\/report;\s*report-type=delivery-status/)],
  [
    "a bounce that a person forwards",
    1,
    (one) => /message\/rfc822/.test(one.raw) && subject(/^Fwd: Undeliverable/)(one),
  ],
  ["a read receipt", 1, type(/^multipart\/report;\s*report-type=disposition-notification/)],
  ["a meeting request", 1, (one) => /method=REQUEST/.test(one.raw)],
  ["an answer to a meeting", 1, (one) => /method=REPLY/.test(one.raw)],
  ["a calendar file on a customer's letter", 1, (one) => /name="block-party.ics"/.test(one.raw)],
  ["internal mail", 1, subject(/^Counter rota/)],
  [
    "a colleague's forward of a customer's message",
    1,
    (one) => senderOf(one).endsWith("@sprucegrove.example") && subject(/^FW: /)(one),
  ],
  ["a councillor on the city's domain", 1, from("beatrix.lund@sprucegrove.example")],
  ["a shared file by a no-reply sender", 1, (one) => from("no-reply@sharebox.example")(one) && has("reply-to")(one)],
  ["a web form with Reply-To", 1, (one) => subject(/^Contact form/)(one) && has("reply-to")(one)],
  ["a web form with a telephone number alone", 1, (one) => subject(/form submission$/)(one) && !has("reply-to")(one)],
  ["a mere thank-you", 1, (one) => /^Perfect, thank you very much!\r?\n/.test(one.email.text ?? "")],
  ["thanks with a question", 1, (one) => (one.email.text ?? "").startsWith("Thanks, but when?")],
  [
    "a reminder in its conversation",
    1,
    (one) => (one.email.text ?? "").includes("have not heard back") && has("in-reply-to")(one),
  ],
  ["a missed call", 1, subject(/^Missed call/)],
  ["toner", 1, subject(/^Toner low/)],
  ["a machine without any mark", 1, from("accounts@paperinksupply.example")],
  ["a customer's mail that a rule forwarded", 1, has("auto-submitted", /^auto-forwarded$/)],
  [
    "a person whose mail system marks everything as bulk",
    1,
    (one) => has("precedence", /^bulk$/)(one) && !has("list-id")(one),
  ],
  ["an empty X-Autoreply", 1, (one) => one.header("x-autoreply") === ""],
  ["French customers", 3, (one) => has("content-language", /^fr/)(one) && !outOfOffice(one)],
  ["HTML in the subject", 1, subject(/<b>URGENT<\/b>/)],
  ["a name with a template field", 1, (one) => (one.email.from?.name ?? "").includes("{handler}")],
  ["a subject longer than 255 characters", 1, (one) => subjectOf(one).length > 255],
  ["an empty subject", 1, (one) => subjectOf(one) === ""],
  ["a name that reads from right to left", 1, (one) => /\p{Script=Arabic}/u.test(one.email.from?.name ?? "")],
  ["emoji", 1, subject(/\p{Extended_Pictographic}/u)],
  ["Latin-1", 1, type(/iso-8859-1/)],
  ["HTML alone", 1, (one) => one.email.text === undefined && one.email.html !== undefined],
  ["an angry letter", 1, subject(/THIRD TIME/)],
  ["a compliment", 1, subject(/praise/)],
  ["an access-to-information request", 1, subject(/^Access to information request/)],
  [
    "mail in which the city is only in Cc",
    1,
    (one) => (one.email.cc ?? []).length > 0 && !(one.header("to") ?? "").includes("sprucegrove"),
  ],
  ["mail to the department's mailbox", 4, (one) => (one.header("to") ?? "").includes("planning@sprucegrove.example")],
  ["mail to the city's general mailbox", 2, (one) => (one.header("to") ?? "").includes("info@sprucegrove.example")],
];

test.each(traps)("the inbox holds %s (at least %i)", (_name, least, belongs) => {
  expect(namesOf(inbox.filter(belongs)).length).toBeGreaterThanOrEqual(least);
});

test("our own answers stand in Sent Items with the message they answer", () => {
  const sent = mail.filter((one) => one.header("x-sandbox-folder") === "sentitems");
  expect(sent.filter((one) => one.email.inReplyTo !== undefined).length).toBeGreaterThanOrEqual(3);
  expect(new Set(sent.map(senderOf))).toEqual(new Set(["jordan.tremblay-reid@sprucegrove.example"]));
});

test("accents, Latin-1 and folded subjects are read as written", () => {
  const named = (file: string): Letter | undefined => mail.find((one) => one.file === file);
  expect(named("collecte-latin1.eml")?.email.text).toContain("déneigée");
  expect(subjectOf(named("permis-terrasse.eml") as Letter)).toBe("Permis pour une terrasse surélevée");
  expect(subjectOf(named("very-long-subject.eml") as Letter)).toMatch(/ above the finished grade$/);
});

test("the policy's additions name the senders of the four channels that machines bring", () => {
  const policy = JSON.parse(readFileSync(path.join(root, "policy.json"), "utf8")) as {
    channels: Record<string, { senders: string[]; statusSubjects: string[] }>;
  };
  const subjects = inbox.map((one) => [senderOf(one), subjectOf(one)] as const);
  for (const { senders, statusSubjects } of Object.values(policy.channels)) {
    const brought = subjects.filter(([sender]) => senders.includes(sender)).map(([, words]) => words);
    const status = brought.filter((words) => statusSubjects.some((pattern) => new RegExp(pattern, "iu").test(words)));
    expect(status).toHaveLength(1);
    expect(brought.length).toBeGreaterThan(3);
  }
});
