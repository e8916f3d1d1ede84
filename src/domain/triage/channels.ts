/**
 * Mail that brings an inquiry by another channel: voice-mail notices, scanned letters, the portal, the city's app.
 *
 * Such mail is sent by machines and marked as theirs, so these rules stand before all that look for machines.
 * The same senders also send status mail (toner low, missed call, report closed), which is no inquiry.
 */
import type { ChannelKind } from "../policy/policy.ts";
import { customerOfNotice } from "./customerInText.ts";
import { channelOfKind, hasHeader, hasPart, headerValues, mailChannel, type Reading } from "./reading.ts";
import type { OnTheClock, Rule } from "./rule.ts";
import { matchesSender } from "./senders.ts";

/** Status mail by kind of channel, for policies that list none of their own. */
const statusSubjects: Readonly<Record<ChannelKind, RegExp | null>> = {
  email: null,
  voicemail:
    /\b(missed (call|conversation)|you missed|call (log|summary|detail)|appels? (manqué|en absence)s?|mailbox (is )?(almost )?full|boîte (vocale )?(presque )?pleine|(voice ?mail|messagerie).{0,20}\b(pin|password|nip|mot de passe)\b|pin (reset|changed|expir)|welcome to (your )?(voice ?mail|unity|unified)|voice ?mail (is )?(enabled|disabled|activated))/i,
  letter:
    /\b(toner|low ink|ink (is )?low|encre|paper (jam|low|out|tray)|bourrage|out of paper|plus de papier|fax (was )?(sent|successful|transmission|failed|delivery)|(transmission|sending|delivery) (report|failed|successful|ok)|télécopie envoyée|rapport (d'|de )(transmission|émission)|scan (failed|error|job (failed|cancell?ed))|device (status|alert)|maintenance|service call|meter (read|report)|firmware|test (page|scan|e?-?mail)|drum|waste)\b/i,
  portal: portalStatus(),
  other: portalStatus(),
};

/** The rules of this family, in order. */
export const channelRules: readonly Rule[] = [
  { id: "channel-status", when: (r) => isStatusOfPolicy(r), off: "notification" },
  { id: "channel-status-known", when: (r) => isKnownStatus(r), off: "notification", probable: true },
  { id: "channel-sender", when: (r) => configuredChannel(r) !== null, on: byConfiguredSender },
  { id: "missed-call", when: isMissedCall, off: "notification" },
  { id: "voice-mail", when: (r) => isVoiceMail(r), on: (r) => byMachine(r, "voicemail", false) },
  { id: "voice-mail-audio", when: (r) => isAudioNotice(r), on: (r) => byMachine(r, "voicemail", true) },
  { id: "fax", when: (r) => /^ipm\.note\.microsoft\.fax/.test(r.itemClass), on: (r) => byMachine(r, "letter", false) },
];

/** The channel whose `senders` name this sender; kind "email" only names a channel and proves no machine. */
export function configuredChannel(reading: Reading): string | null {
  const { channels } = reading.policy;
  const named = Object.keys(channels).filter((id) =>
    channels[id]?.senders?.some((pattern) => matchesSender(pattern, reading.address)),
  );
  return named.find((id) => channels[id]?.kind !== "email") ?? null;
}

/** The channel of ordinary mail by this sender: one of kind "email" that names it, else plain mail's. */
export function ordinaryChannel(reading: Reading): string {
  const { channels } = reading.policy;
  const named = Object.keys(channels).find((id) =>
    channels[id]?.senders?.some((pattern) => matchesSender(pattern, reading.address)),
  );
  return named ?? mailChannel(reading.policy);
}

function isStatusOfPolicy(reading: Reading): boolean {
  const channel = reading.policy.channels[configuredChannel(reading) ?? ""];
  return (channel?.statusSubjects ?? []).some((pattern) => new RegExp(pattern, "iu").test(reading.subject.whole));
}

function isKnownStatus(reading: Reading): boolean {
  const channel = reading.policy.channels[configuredChannel(reading) ?? ""];
  return channel !== undefined && (statusSubjects[channel.kind]?.test(reading.subject.whole) ?? false);
}

function byConfiguredSender(reading: Reading): OnTheClock {
  const channel = configuredChannel(reading) ?? mailChannel(reading.policy);
  return { channel, ...customerOfNotice(reading, channel), probable: false };
}

/** Mostly nobody can be written to: the number is in the notice. */
function byMachine(reading: Reading, kind: ChannelKind, probable: boolean): OnTheClock {
  const channel = channelOfKind(reading.policy, kind) ?? mailChannel(reading.policy);
  return { channel, ...customerOfNotice(reading, channel), probable };
}

/** Exchange and Teams write the item class, Content-Class, and X-VoiceMessage… headers. */
function isVoiceMail(reading: Reading): boolean {
  if (/^ipm\.note\.(rpmsg\.)?microsoft\.voicemail/.test(reading.itemClass)) return true;
  if (reading.subject.prefix !== null) return false;
  return (
    hasHeader(reading, "x-voicemessageduration") ||
    headerValues(reading, "content-class").some((value) => /^(urn:content-class:)?voice/i.test(value))
  );
}

function isMissedCall(reading: Reading): boolean {
  return (
    /^ipm\.note\.microsoft\.(missed|conversation)/.test(reading.itemClass) ||
    headerValues(reading, "content-class").some((value) => /missedcall/i.test(value))
  );
}

/** Telephone systems that the policy does not name: a sound file under a subject that says voice mail. */
function isAudioNotice(reading: Reading): boolean {
  const sound = hasPart(reading, (part) => part.type.startsWith("audio/"));
  return (
    sound &&
    /^(new )?(voice ?-?mail|voice message|message vocal|nouveau message vocal|messagerie vocale)\b|^message from .*\d{4}/i.test(
      reading.subject.whole,
    )
  );
}

/** "Your report #41 has been closed", "Weekly summary": never a subject that only ends with "closed". */
function portalStatus(): RegExp {
  const thing = "(report|request|case|ticket|issue|submission|service request|demande|signalement|dossier|rapport)";
  const number = "(\\s*(#|no\\.?|n°|nº)?\\s*[\\w\\-]*\\d[\\w\\-]*)?";
  const done = "(closed|resolved|completed|cancell?ed|merged|fermée?|résolue?|terminée?|annulée?|close)";
  const link = "\\s*(has been|have been|was|is|is now|a été|est|[:–\\-])?\\s*";
  return new RegExp(
    `\\b${thing}${number}${link}${done}(?!\\p{L})(?!.*\\?)|^(closed|resolved|fermée?|résolue?)\\s*[:–\\-]|\\b(daily|weekly|monthly) (summary|digest|report)\\b|\\b(résumé|sommaire) (quotidien|hebdomadaire|mensuel)\\b|\\b(password reset|reset your password|verify your e-?mail|your receipt|payment received|scheduled (maintenance|downtime)|system (status|maintenance))\\b`,
    "iu",
  );
}
