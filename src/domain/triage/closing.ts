/**
 * A mere thank-you in answer to our reply, and an answer in a conversation that we began.
 *
 * Every sentence must be a greeting, thanks, a confirmation or a sign-off: one other sentence, one question, one "but"
 * and the clock runs. Always probable: one click either way.
 */
import { hasHeader, type Reading } from "./reading.ts";
import type { MessageFacts } from "./message.ts";
import type { Rule } from "./rule.ts";

const longest = 40;

const greeting =
  /^(hi|hello|hey|good (morning|afternoon|evening)|dear|bonjour|bonsoir|salut|allo|allô|madame|monsieur|cher|chère)( [\p{L}'.-]+){0,4}$/iu;
const thanks =
  /^((ok(ay)?|great|perfect|excellent|wonderful|awesome|super|got it|received|understood|all good|oh|parfait|génial|bien reçu|c'est (noté|parfait|bon)|d'accord|entendu|très bien)[ -]*)*((many |much )?thank(s| you| u)|thx|ty|cheers|much appreciated|(really |very much )?appreciate(d)? (it|this|that|your|the)?|(i|we) (really |very much |do |so )?appreciate|merci|mille mercis|un grand merci|je vous remercie|je te remercie|nous vous remercions|avec mes remerciements|remerciements)\b.*$/iu;
const confirmation =
  /^(ok(ay)?|great|perfect|excellent|wonderful|awesome|super|got it|received|understood|noted|all good|sounds good|that works( for me| well)?|works for me|will do|that('s| is) (great|perfect|fine|good|all i needed|very helpful|helpful)|this (is|was) (great|perfect|very helpful|helpful)|very helpful|parfait|génial|bien reçu|c'est (noté|parfait|bon|gentil|très gentil)|d'accord|entendu|très bien|noté|reçu|ça marche|ça (me )?convient|super)( (great|perfect|super))?$/iu;
const signOff =
  /^((have|enjoy) (a|your|the) [\p{L} ]{3,30}|(best|kind|warm|warmest)?( )?(regards|wishes)|best|sincerely|yours( truly| sincerely)?|take care|cordialement|bien (à vous|cordialement)|salutations( distinguées)?|see you( [\p{L}]+){0,2}|bonne (journée|soirée|fin de semaine|semaine)|bon(ne)? (week-end|weekend|fin de journée)|à bientôt|sent from (my )?[\p{L}\d ]{2,30}|envoyé (de|depuis) mon [\p{L}\d ]{2,20}|get outlook for [\p{L}\d ]{2,10})$/iu;
const name = /^\p{Lu}[\p{L}'’.-]*( \p{Lu}[\p{L}'’.-]*){0,3}$/u;
/** Words after which thanks are not the whole message. */
const goesOn =
  /(?:^|[^\p{L}])(but|however|still|nothing|again|yet|although|though|unless|except|if|when|why|how|what|where|who|which|could|can|would|will you|please|pls|need|want|also|another|not|never|no one|isn't|hasn't|haven't|didn't|don't|doesn't|won't|can't|mais|cependant|toutefois|encore|toujours pas|rien|si|quand|pourquoi|comment|combien|où|quel(le)?s?|pouvez|pourriez|pourrais|svp|stp|s'il (vous|te) plaît|aussi|autre|ne|n'[\p{L}]+|pas|jamais|besoin|in advance|d'avance)(?!\p{L})/iu;

/** The rules of this family, in order. */
export const closingRules: readonly Rule[] = [
  {
    id: "closing-thanks",
    when: (r) => answersOurs(r) && !hasAttachment(r) && saysThanks(r.message),
    off: "closing",
    probable: true,
  },
  { id: "our-conversation", when: answersOurQuestion, off: "ours", probable: true },
];

/** True for a short text of thanks or confirmation and nothing else, in English or French. */
export function isMereThanks(text: string): boolean {
  const plain = text.replace(/[’`´]/g, "'").replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, " ");
  if (isQuestion(plain) || plain.split(/\s+/).length > longest) return false;
  const sentences = plain
    .split(/[\n.!;,:…]+|\s[-–—]{1,2}\s|^--$/m)
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter((part) => part !== "");
  if (sentences.some((sentence) => goesOn.test(sentence))) return false;
  const says = sentences.some((sentence) => thanks.test(sentence) || confirmation.test(sentence));
  return says && sentences.every((sentence, index) => isPolite(sentence, index));
}

function saysThanks({ text, said }: MessageFacts): boolean {
  return text === undefined ? (said?.thanks ?? false) : isMereThanks(text);
}

function asks({ text, said }: MessageFacts): boolean {
  return text === undefined ? (said?.asks ?? false) : isQuestion(text);
}

export function isQuestion(text: string): boolean {
  return /[?？]/.test(text);
}

function isPolite(sentence: string, index: number): boolean {
  if (thanks.test(sentence) || confirmation.test(sentence) || greeting.test(sentence) || signOff.test(sentence))
    return true;
  // "Thanks, Dana" and a signature: a name never stands first, except "Dana, thank you".
  return name.test(sentence) && sentence.length <= 40 && (index > 0 || !sentence.includes(" "));
}

function answersOurs(reading: Reading): boolean {
  const { answersUs } = reading.message;
  if (answersUs !== undefined) return answersUs;
  return reading.subject.prefix === "reply" && hasHeader(reading, "in-reply-to");
}

function answersOurQuestion(reading: Reading): boolean {
  const { ourConversation, answersUs } = reading.message;
  const answers = answersUs === true || reading.subject.prefix === "reply" || hasHeader(reading, "in-reply-to");
  return ourConversation === true && answers && !asks(reading.message);
}

/** A picture may be a signature's logo or a photograph of the matter: in doubt it is the matter. */
function hasAttachment(reading: Reading): boolean {
  return reading.parts.some((part) => !/^(multipart\/|text\/(plain|html)$)/.test(part.type));
}
