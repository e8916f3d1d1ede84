/**
 * What stands in a draft for a field without a value, and how the send handler finds it again.
 *
 * Imports nothing and uses no syntax beyond ES2016: it is part of the event runtime's one small file.
 */

/** By template field, in the reader's language; always in square brackets in a text. `details` is no field: templates write it. */
export const missingFieldWords = {
  en: {
    customer: "customer's name",
    handler: "name of who deals with it",
    promisedDay: "promised day",
    subject: "subject of the message",
    department: "name of the department",
    city: "name of the city",
    commitment: "commitment statement",
    receivedDay: "day of receipt",
    contact: "telephone or address",
    details: "what we need to know",
  },
  fr: {
    customer: "nom du client",
    handler: "nom de la personne responsable",
    promisedDay: "jour promis",
    subject: "objet du message",
    department: "nom du service",
    city: "nom de la ville",
    commitment: "énoncé d'engagement",
    receivedDay: "jour de réception",
    contact: "téléphone ou adresse",
    details: "ce qu'il nous faut savoir",
  },
};

/** Where Outlook, Gmail and plain text begin to quote older messages: what they left unfilled is not this draft's. */
const quotedThread =
  /id=["']?(?:x_)?(?:appendonsend|divRplyFwdMsg|mail-editor-reference-message-container)|class=["']?gmail_quote|<blockquote|border-top:\s*solid #E1E1E1|-{3,} ?(?:Original Message|Message d'origine)|_{20,}/i;

const entities: { [name: string]: string } = {
  nbsp: " ",
  apos: "'",
  rsquo: "'",
  lsquo: "'",
  eacute: "é",
  Eacute: "É",
  egrave: "è",
  lsqb: "[",
  rsqb: "]",
};

/**
 * The first field left unfilled in a draft, in its brackets ("[customer's name]"), or null.
 *
 * @param text html or plain text of a draft; ordinary brackets such as "[External]" are not flagged
 */
export function unfilledField(text: string): string | null {
  const cut = text.search(quotedThread);
  const plain = readable(cut < 0 ? text : text.slice(0, cut)).toLowerCase();
  const words = [missingFieldWords.en, missingFieldWords.fr];
  for (const language of words) {
    for (const word of Object.keys(language).map((field) => language[field as keyof typeof language])) {
      if (plain.indexOf("[" + word + "]") >= 0) return "[" + word + "]";
    }
  }
  return null;
}

/** Without tags and entities; one kind of apostrophe and of space. */
function readable(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCharCode(parseInt(code, hex === "" ? 10 : 16)),
    )
    .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name] || whole)
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/\[ /g, "[")
    .replace(/ \]/g, "]");
}
