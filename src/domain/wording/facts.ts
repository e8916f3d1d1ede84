/** One fact of an inquiry as a line of text. */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import type { Fact, MailboxKind, ReplyWay, SeenIn } from "../inquiry/fact.ts";
import type { ReplyKind } from "../policy/policy.ts";
import type { Instant } from "../time.ts";
import { shortDay, timeInWords, type Language } from "./dates.ts";
import { timeSourceInWords } from "./explanation.ts";

interface Words {
  readonly replyKind: Record<ReplyKind, string>;
  readonly way: Record<ReplyWay, string>;
  readonly seenIn: Record<SeenIn, string>;
  readonly mailbox: Record<MailboxKind, string>;
  readonly by: Record<Fact["by"], string>;
  readonly received: (channel: string, department: string | null, mailbox: string, source: string) => string;
  readonly replied: (kind: string, way: string, seenIn: string, promised: string | null) => string;
  readonly excluded: (reason: string) => string;
  readonly included: string;
  readonly channelSet: (channel: string) => string;
  readonly departmentSet: (department: string) => string;
  readonly receivedSet: (moment: string) => string;
  readonly returned: (reply: string) => string;
  readonly retracted: (fact: string) => string;
  readonly claimed: (moment: string) => string;
  readonly compliment: string;
}

const words: Record<Language, Words> = {
  en: {
    replyKind: {
      acknowledgement: "an acknowledgement",
      holding: "a holding reply",
      part: "a part reply",
      answer: "an answer",
      unknown: "a person's reply of unknown kind",
    },
    way: {
      email: "by e-mail",
      phone: "by telephone",
      inPerson: "in person",
      portal: "on the portal",
      letter: "by letter",
      other: "in another way",
    },
    seenIn: { sentItems: "seen in Sent Items", send: "seen as it was sent", person: "as a person said" },
    mailbox: { personal: "in a personal mailbox", shared: "in a shared mailbox" },
    by: { rule: "rule", person: "person" },
    received: (channel, department, mailbox, source) =>
      `received through ${channel}${department === null ? "" : ` for ${department}`}, ${mailbox}, ${source}`,
    replied: (kind, way, seenIn, promised) =>
      `${kind} went out ${way}, ${seenIn}${promised === null ? "" : `, promising ${promised}`}`,
    excluded: (reason) => `taken off the clock: ${reason}`,
    included: "put on the clock",
    channelSet: (channel) => `channel set to ${channel}`,
    departmentSet: (department) => `handed to ${department}`,
    receivedSet: (moment) => `arrival set to ${moment}`,
    returned: (reply) => `the reply ${reply} came back`,
    retracted: (fact) => `the fact ${fact} taken back`,
    claimed: (moment) => `somebody is on it until ${moment}`,
    compliment: "a compliment",
  },
  fr: {
    replyKind: {
      acknowledgement: "un accusé de réception",
      holding: "une réponse d’attente",
      part: "une réponse partielle",
      answer: "une réponse",
      unknown: "une réponse d’une personne, de genre inconnu",
    },
    way: {
      email: "par courriel",
      phone: "par téléphone",
      inPerson: "en personne",
      portal: "sur le portail",
      letter: "par lettre",
      other: "d’une autre façon",
    },
    seenIn: {
      sentItems: "vu dans les éléments envoyés",
      send: "vu à l’envoi",
      person: "selon une personne",
    },
    mailbox: { personal: "dans une boîte personnelle", shared: "dans une boîte partagée" },
    by: { rule: "règle", person: "personne" },
    received: (channel, department, mailbox, source) =>
      `reçu par ${channel}${department === null ? "" : ` pour ${department}`}, ${mailbox}, ${source}`,
    replied: (kind, way, seenIn, promised) =>
      `${kind} est parti ${way}, ${seenIn}${promised === null ? "" : `, avec promesse pour ${promised}`}`,
    excluded: (reason) => `retiré du décompte : ${reason}`,
    included: "mis dans le décompte",
    channelSet: (channel) => `canal fixé à ${channel}`,
    departmentSet: (department) => `remis à ${department}`,
    receivedSet: (moment) => `arrivée fixée à ${moment}`,
    returned: (reply) => `la réponse ${reply} est revenue`,
    retracted: (fact) => `le fait ${fact} retiré`,
    claimed: (moment) => `quelqu’un s’en occupe jusqu’à ${moment}`,
    compliment: "un compliment",
  },
};

/** "Tue, Nov 24, 4:30 p.m.", in the calendar's zone. */
export function momentInWords(at: Instant, calendar: BusinessCalendar, language: Language): string {
  return `${shortDay(calendar.localDay(at), language)}, ${timeInWords(calendar.localMinutes(at), language)}`;
}

export function replyKindInWords(kind: ReplyKind, language: Language): string {
  return words[language].replyKind[kind];
}

/** "Fri, Nov 20, 10:00 a.m. – received through email, …  [rule, id]" */
export function factLine(fact: Fact, calendar: BusinessCalendar, language: Language): string {
  const when = momentInWords(fact.at, calendar, language);
  return `${when} – ${factInWords(fact, calendar, language)} [${words[language].by[fact.by]}, ${fact.id}]`;
}

function factInWords(fact: Fact, calendar: BusinessCalendar, language: Language): string {
  const said = words[language];
  switch (fact.kind) {
    case "received": {
      const source = timeSourceInWords(fact.timeSource, language);
      return said.received(fact.channel, fact.department, said.mailbox[fact.mailboxKind], source);
    }
    case "replied": {
      const promised = fact.promisedDay === undefined ? null : shortDay(fact.promisedDay, language);
      return said.replied(said.replyKind[fact.replyKind], said.way[fact.way], said.seenIn[fact.seenIn], promised);
    }
    case "excluded":
      return said.excluded(fact.reason);
    case "channelSet":
      return said.channelSet(fact.channel);
    case "departmentSet":
      return said.departmentSet(fact.department);
    case "receivedSet":
      return said.receivedSet(momentInWords(fact.receivedAt, calendar, language));
    case "returned":
      return said.returned(fact.reply);
    case "retracted":
      return said.retracted(fact.fact);
    case "claimed":
      return said.claimed(momentInWords(fact.until, calendar, language));
    default:
      return said[fact.kind];
  }
}
