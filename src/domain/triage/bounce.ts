/**
 * Delivery reports, receipts and reports about mail traffic: no person wrote them.
 *
 * Bounces come MDN-shaped, wrapped in multipart/mixed and from ordinary senders, and a person may forward one with its
 * report part and all: a report part therefore needs a second witness unless it is the message's root.
 */
import { hasHeader, hasNullPath, hasPart, headerValues, saysAutomatic, type Reading } from "./reading.ts";
import type { Rule } from "./rule.ts";

/** Subjects of delivery failures as Exchange and the common mail servers write them, from their first character. */
const bounceSubject =
  /^(undeliverable|undelivered|non remis|non distribuable|non livrable|unzustellbar|no se puede entregar|no entregado|non recapitabile|onbestelbaar|niet bezorgd|não (é possível )?entreg(ar|ue)|det går inte att leverera|kan ikke leveres|toimitus epäonnistui|niedostarczone|nedoručitelné|недоставлено|не вдалося доставити|delivery delayed|livraison (retardée|différée))\s*[:：]|^(delivery status notification|mail delivery (failed|failure|subsystem|system)|returned mail|failure notice|undelivered mail returned|message undeliverable$|mail system error|delivery (failure|failed|has failed|report|incomplete)\b|nondeliverable mail|échec de (la )?(remise|livraison|distribution)|avis de non[- ]remise|unzustellbare nachricht|message delivery (failure|failed|delayed)|warning: (message|could not)|undeliverable mail(: "|$)|mail could not be delivered|delivery status$|メッセージを配信できません|complaint about message from \d)/i;

/** Enough in the mouth of a postmaster, who can also be a person. */
const looseBounce =
  /\b(undeliver\w*|(not|could not be) delivered|delivery|returned|rejected|refused|bounced?|non remis|quota)\b/i;

/** "Read: …" as Outlook's languages write it. */
const receiptSubject =
  /^(read|not read|lu|non lu|gelesen|ungelesen|leído|no leído|letto|non letto|lida|não lida|gelezen|niet gelezen|läst|lest|læst|luettu|przeczytano|přečteno|прочитано|прочтено|delivered|remis|zugestellt|entregado|consegnato|bezorgd|read receipt|return receipt|accusé de (lecture|réception)|message recall (report|success|failure))\s*(:|\(|for\b|-)/i;

const tnef = "application/ms-tnef";

/** The rules of this family, in order. */
export const bounceRules: readonly Rule[] = [
  { id: "class-non-delivery", when: (r) => /^report\..*\.(ndr|delayed)$/.test(r.itemClass), off: "bounce" },
  { id: "class-receipt", when: (r) => /^report\.|^ipm\.recall\.report/.test(r.itemClass), off: "receipt" },
  { id: "recall-request", when: (r) => /^ipm\.outlook\.recall/.test(r.itemClass), off: "notification" },
  {
    id: "delivery-report",
    when: isDeliveryReport,
    off: "bounce",
    probable: (r) => !reportIsRoot(r) && !isBounceMarked(r),
  },
  { id: "read-receipt", when: isReadReceipt, off: "receipt" },
  { id: "tnef-receipt", when: (r) => hasType(r, tnef) && receiptSubject.test(r.subject.whole), off: "receipt" },
  { id: "traffic-report", when: isTrafficReport, off: "automatic" },
  { id: "failed-recipients", when: (r) => hasHeader(r, "x-failed-recipients") && !isPassedOn(r), off: "bounce" },
  { id: "mailer-daemon", when: (r) => isMailSystem(r) && !isPassedOn(r), off: "bounce" },
  {
    id: "bounce-subject",
    when: (r) => bounceSubject.test(r.subject.whole),
    off: "bounce",
    probable: (r) => !isBounceMarked(r) && !hasType(r, tnef),
  },
  {
    id: "postmaster-bounce",
    when: (r) => /^post_?master@/.test(r.address) && r.subject.prefix === null && looseBounce.test(r.subject.bare),
    off: "bounce",
    probable: true,
  },
  {
    id: "recall-report",
    when: (r) => /^message recall (report|success|failure)/i.test(r.subject.whole),
    off: "receipt",
  },
];

function isDeliveryReport(reading: Reading): boolean {
  const shapedAsReceipt =
    hasType(reading, "message/disposition-notification") && bounceSubject.test(reading.subject.whole);
  const delivery = hasType(reading, "message/delivery-status") || reportType(reading) === "delivery-status";
  return (delivery || shapedAsReceipt) && isOwnReport(reading);
}

function isReadReceipt(reading: Reading): boolean {
  const receipt =
    hasType(reading, "message/disposition-notification") || reportType(reading) === "disposition-notification";
  return receipt && isOwnReport(reading);
}

/** Abuse feedback (ARF), and DMARC and TLS reports, which are not ARF-shaped. */
function isTrafficReport(reading: Reading): boolean {
  // Feedback loops put "FW:" before the subject complained of: there the report's place at the root tells it.
  if (isPassedOn(reading)) return reportIsRoot(reading) && hasType(reading, "message/feedback-report");
  return (
    hasType(reading, "message/feedback-report") ||
    hasPart(reading, (part) => /^application\/tlsrpt\+/.test(part.type)) ||
    ["feedback-report", "tlsrpt"].includes(reportType(reading)) ||
    hasHeader(reading, "tls-report-domain") ||
    /^(\[?preview\]? )?(dmarc )?report domain:? ?\S+.*(submitter|report-id)/i.test(reading.subject.whole)
  );
}

/** The report is this message's own, not one that a person passes on. */
function isOwnReport(reading: Reading): boolean {
  if (isPassedOn(reading)) return false;
  const shapeUnknown =
    !hasPart(reading, (part) => part.type.startsWith("multipart/")) && !hasHeader(reading, "content-type");
  return reportIsRoot(reading) || isBounceMarked(reading) || receiptSubject.test(reading.subject.whole) || shapeUnknown;
}

/** A reply or forward by somebody: "FW: Undeliverable: …" without any mark of a machine. */
function isPassedOn(reading: Reading): boolean {
  return reading.subject.prefix !== null && !hasNullPath(reading) && !saysAutomatic(reading) && !isMailSystem(reading);
}

function isBounceMarked(reading: Reading): boolean {
  return (
    hasNullPath(reading) ||
    saysAutomatic(reading) ||
    isMailSystem(reading) ||
    hasHeader(reading, "x-failed-recipients") ||
    /^(post_?master@|$)/.test(reading.address)
  );
}

/** mailer-daemon and Exchange's own system mailbox; postmaster@ can be a person and is not among them. */
function isMailSystem(reading: Reading): boolean {
  return /^(mailer-daemon|microsoftexchange329e71ec88ae4615bbc36ab6ce41109e)(@|$)/.test(reading.address);
}

function reportIsRoot(reading: Reading): boolean {
  const first = reading.parts[0]?.type ?? "";
  return (
    first === "multipart/report" ||
    headerValues(reading, "content-type").some((type) => /^multipart\/report/i.test(type))
  );
}

function reportType(reading: Reading): string {
  return reading.parts.find((part) => part.reportType !== undefined)?.reportType?.toLowerCase() ?? "";
}

function hasType(reading: Reading, type: string): boolean {
  return hasPart(reading, (part) => part.type === type);
}
