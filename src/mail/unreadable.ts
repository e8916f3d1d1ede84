/** What counts as a message that cannot be read. Everything else is read as far as it goes, as mail programs do. */

export const maxMessageBytes = 50 * 1024 * 1024;

const headBytes = 64 * 1024;
const usualHeaders =
  /^(from|sender|to|cc|subject|date|received|message-id|return-path|mime-version|content-type|delivered-to|reply-to)[ \t]*:/im;

/**
 * Why these bytes are no message, as a sentence, or null when they can be read: nothing in it, over 50 MB, an Outlook
 * .msg, binary, or no header that mail has.
 */
export function whyUnreadable(bytes: Uint8Array): string | null {
  if (bytes.length > maxMessageBytes) return "it is larger than 50 MB";
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headBytes)).toString("latin1");
  if (start.startsWith("\xd0\xcf\x11\xe0")) return "it is an Outlook .msg file: save the message as .eml";
  const text = start.replace(/^\xef\xbb\xbf/, "").trimStart();
  if (text === "") return "it is empty";
  const head = text.split(/\r?\n\r?\n|\r\r/, 1)[0] ?? "";
  if (head.includes("\0")) return "it is binary, not a message";
  const lines = head.split(/\r?\n|\r/);
  const first = lines[0]?.startsWith("From ") === true ? lines[1] : lines[0];
  if (first === undefined || !/^[!-9;-~]+[ \t]*:/.test(first) || !usualHeaders.test(head)) {
    return "it has no mail headers";
  }
  return null;
}
