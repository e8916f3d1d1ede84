/**
 * Meeting requests, cancellations and answers: handled in the calendar, not by a letter.
 *
 * A text/calendar part proves nothing alone: it rides in ordinary notices and in mail that people
 * forward, and some meeting requests carry no method.
 */
import { hasPart, headerValues, type Reading } from "./reading.ts";
import type { Rule } from "./rule.ts";

/** What calendars put before the subject of a meeting, in the languages of Outlook and Google. */
const meetingSubject =
  /^(accepted|declined|tentative(ly accepted)?|new time proposed|proposed new time|cancell?ed( event)?|(updated )?invitation|invitation mise à jour|accepté|acceptée|refusé|refusée|provisoire|peut-être|annulé|annulée|nouvel horaire proposé|invitation|zugesagt|angenommen|abgelehnt|mit vorbehalt|vorläufig|abgesagt|einladung|aceptad[oa]|rechazad[oa]|provisional|cancelad[oa]|invitación|accettat[oa]|rifiutat[oa]|annullat[oa]|invito|geaccepteerd|geweigerd|geannuleerd|uitnodiging|aceite|recusad[oa]|convite|accepterat|avböjt|inställt|godkendt|avvist|avlyst)( event)?\s*[:：]/i;

const answerMethods = ["REPLY", "CANCEL", "COUNTER", "DECLINECOUNTER", "REFRESH"];

/** The rules of this family, in order. */
export const calendarRules: readonly Rule[] = [
  {
    id: "class-meeting",
    when: (r) => /^ipm\.(schedule|appointment|meeting)\b/.test(r.itemClass),
    off: "calendar",
    probable: (r) => r.itemClass.startsWith("ipm.schedule.meeting.request"),
  },
  { id: "calendar-answer", when: (r) => hasMethod(r, answerMethods) && isUnprefixed(r), off: "calendar" },
  { id: "calendar-request", when: isMeetingRequest, off: "calendar", probable: true },
  { id: "calendar-without-method", when: isMeetingWithoutMethod, off: "calendar", probable: true },
  {
    id: "tnef-meeting",
    when: (r) => hasPart(r, (part) => part.type === "application/ms-tnef") && meetingSubject.test(r.subject.whole),
    off: "calendar",
    probable: true,
  },
];

/** REQUEST in a message that Exchange took for plain mail (IPM.Note) is an attachment, unless it calls itself an invitation. */
function isMeetingRequest(reading: Reading): boolean {
  if (!hasMethod(reading, ["REQUEST", "ADD"]) || !isUnprefixed(reading)) return false;
  return !reading.itemClass.startsWith("ipm.note") || callsItselfMeeting(reading);
}

function isMeetingWithoutMethod(reading: Reading): boolean {
  return hasPart(reading, (part) => isCalendar(part.type) && part.method === undefined) && callsItselfMeeting(reading);
}

function callsItselfMeeting(reading: Reading): boolean {
  const contentClass = headerValues(reading, "content-class").some((value) => /calendarmessage/i.test(value));
  return contentClass || meetingSubject.test(reading.subject.whole);
}

function hasMethod(reading: Reading, methods: readonly string[]): boolean {
  return hasPart(reading, (part) => isCalendar(part.type) && methods.includes((part.method ?? "").toUpperCase()));
}

function isCalendar(type: string): boolean {
  return type === "text/calendar" || type === "application/ics";
}

/** A prefix means that a person passes it on or writes about it. */
function isUnprefixed(reading: Reading): boolean {
  return reading.subject.prefix === null;
}
