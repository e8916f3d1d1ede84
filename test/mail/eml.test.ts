import { expect, test } from "@jest/globals";
import { readEml, type MailMessage } from "../../src/mail/eml.ts";
import { triage } from "../../src/domain/triage/triage.ts";
import { policy } from "../fixtures/triage/fixture.ts";
import { at } from "../support/time.ts";

const bytes = (...lines: readonly string[]): Uint8Array => Buffer.from(lines.join("\r\n"), "utf8");

async function read(...lines: readonly string[]): Promise<MailMessage> {
  const reading = await readEml(bytes(...lines));
  if (!reading.ok) throw new Error(reading.reason);
  return reading.message;
}

const plain = [
  "Received: from mx.okafor.example by mail.sprucefield.example; Mon, 23 Nov 2026 10:00:05 -0600 (MDT)",
  "Received: from laptop by mx.okafor.example; Mon, 23 Nov 2026 15:59:00 +0000",
  "From: =?utf-8?Q?=C3=89lodie_C=C3=B4t=C3=A9?= <elodie@cote.example>",
  "To: Info <info@sprucefield.example>, Team: a@x.example, b@x.example;",
  "Subject: =?utf-8?B?w4ljbGFpcmFnZQ==?=",
  "Message-ID: <1@cote.example>",
  "In-Reply-To: <0@sprucefield.example>",
  "References: <a@sprucefield.example>",
  " <0@sprucefield.example>",
  "Date: Mon, 23 Nov 2026 09:59:00 -0600",
  "",
  "Le lampadaire est éteint.",
  "",
  "Le lun. 23 nov. 2026 à 09:00, Info <info@sprucefield.example> a écrit :",
  "> Bonjour",
];

test("people, subject, ids and the new text are read; headers keep their order and names", async () => {
  const message = await read(...plain);
  expect(message.facts).toMatchObject({
    from: { name: "Élodie Côté", address: "elodie@cote.example" },
    subject: "Éclairage",
    text: "Le lampadaire est éteint.",
    parts: [{ type: "text/plain" }],
  });
  expect(message.facts.to.map(({ address }) => address)).toEqual([
    "info@sprucefield.example",
    "a@x.example",
    "b@x.example",
  ]);
  expect(message).toMatchObject({ messageId: "<1@cote.example>", inReplyTo: "<0@sprucefield.example>" });
  expect(message.references).toEqual(["<a@sprucefield.example>", "<0@sprucefield.example>"]);
  expect(message.headers.map(([name]) => name).slice(0, 3)).toEqual(["Received", "Received", "From"]);
});

test("the time of receipt is the topmost Received line's, then Date's, then the caller's", async () => {
  expect((await read(...plain)).facts.receivedAt).toBe(at("Mon 2026-11-23 10:00:05"));
  expect((await read(...plain.slice(2))).facts.receivedAt).toBe(at("Mon 2026-11-23 09:59"));
  const reading = await readEml(bytes("Subject: no date", "", "x"), {
    fallback: at("Tue 2026-11-24 08:00"),
    id: "f.eml",
  });
  expect(reading).toMatchObject({
    ok: true,
    message: { timeSource: "created", date: null, facts: { id: "f.eml", receivedAt: at("Tue 2026-11-24 08:00") } },
  });
});

test("a date without a zone is UTC, never the machine's", async () => {
  const message = await read("From: a@x.example", "Date: Mon, 23 Nov 2026 10:00:00", "", "x");
  expect(message.date).toBe(Date.UTC(2026, 10, 23, 10));
});

const alternative = [
  "From: Nadia <nadia@rahman.example>",
  "Subject: Site visit",
  'Content-Type: multipart/mixed; boundary="out"',
  "",
  "--out",
  "Content-Type: multipart/alternative; boundary=in",
  "",
  "--in",
  "Content-Type: text/html; charset=utf-8",
  "",
  "<style>p{}</style><p>Tuesday &amp; Thursday</p>",
  "--in",
  "Content-Type: text/calendar; charset=utf-8",
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n").toString("base64"),
  "--in--",
  "--out",
  "Content-Type: message/rfc822",
  "",
  "From: old@cote.example",
  'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
  "",
  "--r",
  "Content-Type: message/delivery-status",
  "",
  "Action: failed",
  "--r--",
  "--out",
  'Content-Type: image/png; name="plan.png"',
  "Content-Transfer-Encoding: base64",
  "",
  "iVBORw0K",
  "--out--",
  "",
];

test("the part types are listed in order, a calendar's method from inside it, an attached message's parts as embedded", async () => {
  const { facts } = await read(...alternative);
  expect(facts.parts).toEqual([
    { type: "multipart/mixed" },
    { type: "multipart/alternative" },
    { type: "text/html" },
    { type: "text/calendar", method: "REQUEST" },
    { type: "message/rfc822" },
    { type: "multipart/report", reportType: "delivery-status", embedded: true },
    { type: "message/delivery-status", embedded: true },
    { type: "image/png" },
  ]);
  expect(facts.forwardedFrom?.address).toBe("old@cote.example");
});

test("html is handed over as sent, its text is read without markup, attachments with their bytes", async () => {
  const message = await read(...alternative);
  expect(message.html).toContain("<style>");
  expect(message.facts.text).toBe("Tuesday & Thursday");
  const plan = message.attachments.find(({ name }) => name === "plan.png");
  expect([...(plan?.bytes ?? [])].slice(0, 4)).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

test("a colleague's forward tells whose message it forwards", async () => {
  const { facts } = await read(
    "From: Dana W <dana.w@sprucefield.example>",
    "Subject: FW: Sewer smell",
    "",
    "Please answer.",
    "",
    "From: Amara Okafor <amara@okafor.example>",
    "Sent: Friday, November 20, 2026 10:00 AM",
    "To: Dana W",
    "",
    "It smells.",
  );
  expect(facts.text).toBe("Please answer.");
  expect(triage(facts, policy)).toMatchObject({
    onTheClock: true,
    rule: "colleague-forward",
    customer: { name: "Amara Okafor", address: "amara@okafor.example" },
  });
});

test("a file whose lines end with a carriage return alone is read", async () => {
  const reading = await readEml(Buffer.from("From: a@x.example\rSubject: Mac\r\rhello\rthere"));
  expect(reading).toMatchObject({ ok: true, message: { facts: { subject: "Mac", text: "hello\nthere" } } });
});

test("a 20 MB message is read", async () => {
  const line = `${"QUJD".repeat(19)}\r\n`;
  const body = line.repeat(Math.ceil((20 * 1024 * 1024) / line.length));
  const head =
    "From: a@x.example\r\nSubject: plans\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n--b\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  const reading = await readEml(Buffer.from(`${head}${body}--b--\r\n`, "latin1"));
  expect(reading.ok && reading.message.attachments[0]?.bytes.length).toBeGreaterThan(14 * 1024 * 1024);
  expect(reading.ok && reading.message.facts.text).toBe("hello");
}, 60_000);

test.each([
  ["an empty file", Buffer.alloc(0), "it is empty"],
  ["blank lines", Buffer.from("\r\n \r\n"), "it is empty"],
  ["no headers", Buffer.from("Dear city,\n\nhello"), "it has no mail headers"],
  ["headers that no mail has", Buffer.from("a: b\nc: d\n\nhello"), "it has no mail headers"],
  ["a binary", Buffer.from("From: a\0b@x.example\nSubject: \0\0\n\n"), "it is binary, not a message"],
  ["an Outlook .msg", Buffer.from("d0cf11e0a1b11ae1", "hex"), "it is an Outlook .msg file: save the message as .eml"],
  ["more than 50 MB", Buffer.alloc(50 * 1024 * 1024 + 1, "a"), "it is larger than 50 MB"],
])("%s cannot be read, and says why", async (_, content, reason) => {
  expect(await readEml(content)).toEqual({ ok: false, reason });
});

test("a truncated or broken message is read as far as it goes", async () => {
  const message = await read(...alternative.slice(0, 11));
  expect(message.facts.parts.map(({ type }) => type)).toEqual([
    "multipart/mixed",
    "multipart/alternative",
    "text/html",
  ]);
});

test("a message nested without end is a value with its reason or is cut off, never a crash", async () => {
  const nested = Array.from(
    { length: 400 },
    (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
  ).join("");
  const reading = await readEml(Buffer.from(`From: a@x.example\r\n${nested}`));
  expect(reading.ok ? "" : reading.reason).toContain("structure");
});
