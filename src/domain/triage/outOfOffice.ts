/**
 * Subjects of absence messages. Some carry nothing else: Exchange in other languages, Lotus Notes.
 *
 * Only what stands at the very beginning counts, closed by a colon, a dash, a bracket or the end, because people write
 * "Out of office hours number?" and answer in threads under such subjects.
 */

/** What mail systems put before the original subject. */
const automaticReply = [
  "automatic reply|auto(matic)?[ -]?(reply|response|responder)|automated (reply|response)|out of (the )?office( auto[ -]?reply| reply| response| message| notification| assistant)?",
  "réponse automatique|rép\\. auto|absence du bureau|absent[e]? du bureau|message d['’]absence|avis d['’]absence|absence|hors du bureau|en vacances",
  "automatische (antwort|rückantwort)|abwesenheitsnotiz|abwesenheitsnachricht|abwesenheitsmeldung|abwesend|abwesenheit|nicht im (haus|büro)",
  "respuesta automática|fuera de (la )?oficina|ausencia|risposta automatica|fuori (sede|ufficio)|assente|assenza",
  "resposta automática|resposta automàtica|fora do escritório|ausência|ausente|erantzun automatikoa",
  "automatisch (antwoord|bericht)|automatisch antwoord|afwezig(heidsassistent|heidsbericht)?|niet (op kantoor|aanwezig)",
  "autosvar|automatiskt svar|automatisk svar|frånvarande|frånvaromeddelande|fravær(ende)?|ikke til ?stede|sjálfvirkt svar",
  "automaattinen vastaus|poissa( toimistosta)?|automaatvastus|kontorist väljas",
  "automātisk[āa] atbilde|automātiska atbilde|prombūtn[eē]|ārpus biroja|automatinis atsakymas|ne biure",
  "odpowiedź automatyczna|autoodpowiedź|automatyczna odpowiedź|poza biurem|nieobecność|nieobecny",
  "automatická (odpověď|odpoveď)|mimo kancelář|automatikus válasz|házon kívül|răspuns automat|în afara biroului",
  "автоматический ответ|автоответ|вне офиса|автоматична відповідь|автоматичен отговор|аутоматски одговор",
  "samodejni odgovor|automatski odgovor|αυτόματη απάντηση|otomatik yanıt|ofis dışında",
  "自動回覆|自动回复|自动答复|自動応答|自動返信|不在通知|자동 회신|자동 응답|부재 중",
  "תשובה אוטומטית|מחוץ למשרד|الرد التلقائي|رد تلقائي|پاسخ خودکار",
  "phản hồi tự động|trả lời tự động|ตอบกลับอัตโนมัติ|balasan otomatis|jawapan automatik|awtomatikong tugon",
  "ateb awtomatig|freagra uathoibríoch|स्वचालित (उत्तर|जवाब)|ਆਟੋਮੈਟਿਕ ਜਵਾਬ|خودکار جواب",
].join("|");

const prefixed = new RegExp(`^(?:${automaticReply})\\s*(?:[:：\\-–—(\\[!.]|$)`, "i");
/** "Out of office until Monday", "Absent du bureau jusqu'au 3": an absence with its end, and no question. */
const withReturn =
  /^(out of (the )?office|away from (the )?office|on (vacation|annual leave|leave|holiday)|absente?( du bureau)?|hors du bureau|en vacances|en congé|abwesend)\s+(until|till|through|from|du|jusqu|bis|vom|ab|\d)[^?]*$/i;
/** Lotus Notes: "AUTO: Jane Roe is out of the office (returning 24/12/2026)". */
const lotus =
  /^auto\s?:\s|\bis (currently )?(out of|away from) (the|my) office(\.?$|\b[^?]*\((returning|until|retour))|\b(ist (zurzeit |derzeit )?außer haus|ist nicht im hause)\b[^?]*$|\best absent(e|\(e\))?\b[^?]*\(retour/i;

/** `bare`: the subject without prefixes. */
export function hasOutOfOfficeSubject(bare: string): boolean {
  return prefixed.test(bare) || withReturn.test(bare) || lotus.test(bare);
}

/** "OOO: …" needs a second witness: it is also how Russian companies' names begin. */
export function hasShortOutOfOfficeSubject(bare: string): boolean {
  return /^ooo\s*([:\-–—(]|until\b|$)/i.test(bare);
}
