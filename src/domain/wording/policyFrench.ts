/** What is said of a policy document's mistakes, in French. "Expected" phrases follow "doit être" or "indiquez". */
import type { PolicyWords } from "./policyEnglish.ts";

export const policyFrench: PolicyWords = {
  /* how a mistake is said */
  mustBe: (found, expected) => `est ${found}, mais doit être ${expected}`,
  missing: (expected) => `manque : indiquez ${expected}`,
  unknownField: (known) => `n’est pas un champ ici et est ignoré ; les champs connus sont ${known}`,
  aList: "une liste",
  anObject: "un objet",
  nothing: "absent",
  oneOf: (choices) => `l’une de ces valeurs : ${choices}`,
  yesOrNo: "true ou false",
  wholeNumber: (least, most) => `un nombre entier de ${least} à ${most}`,
  /* the calendar */
  hoursPair: 'l’ouverture et la fermeture, comme ["08:30", "16:30"] ; "24:00" est le minuit suivant',
  closesFirst: (open, close) =>
    `ferme à ${close}, pas après l’ouverture à ${open} : mettez l’ouverture en premier ; une nuit fait deux plages, l’une jusqu’à 24:00 et l’autre dès 00:00 le lendemain`,
  segments: "une liste de plages ; une liste vide veut dire fermé",
  overlap: (segment, open, close) =>
    `la plage ${segment} ouvre à ${open}, avant que la précédente ferme à ${close} : mettez-les dans l’ordre du jour, sans chevauchement`,
  weekly: "les heures d’ouverture par jour de la semaine",
  noOpenDay: (days) =>
    `n’a aucun jour ouvert, donc aucune réponse ne pourrait être due : indiquez les heures d’au moins un jour parmi ${days}`,
  closure: 'une fermeture comme { "date": "2026-12-25", "name": "Noël" }',
  closureName: "le nom de la fermeture",
  closures: "une liste de fermetures",
  closureTwice: (date, first, second) => `${date} figure deux fois, à [${first}] et [${second}] : gardez-en une`,
  calendar: "le calendrier : fuseau horaire, heures de la semaine, fermetures",
  timeZone: "un fuseau horaire IANA comme America/Edmonton",
  unknownZone: (zone, tzdata, near) =>
    `« ${zone} » n’est pas un fuseau que la base tz ${tzdata} connaît : ${near === null ? "écrivez un nom IANA comme America/Edmonton" : `écrivez ${near}`}`,
  special: 'd’autres heures par jour, comme { "2026-12-24": [["08:30", "12:00"]] }',
  nominalDay: "les minutes d’un jour ouvrable habituel, un nombre entier de 1 à 1440",
  noConfirmation:
    "manque, donc toute échéance est provisoire : indiquez le dernier jour dont un administrateur a confirmé les fermetures",
  noNominalDay: "manque : les minutes d’ouverture du jour le plus long sont retenues",
  /* counting, channels, departments */
  counting: "les règles de calcul",
  replyKinds: "une liste de genres de réponse",
  defaultTaken: (value) => `manque : ${value} est retenu`,
  channel: 'un canal comme { "name": "Courriel", "kind": "email", "responseDays": 2 }',
  channelName: "le nom du canal",
  channels: "les canaux par identifiant",
  noChannel: "n’a aucun canal : indiquez-en au moins un, comme email",
  department: "un service municipal avec son nom",
  departmentName: "le nom du service municipal",
  departments: "les services municipaux par identifiant",
  workFunction: 'une fonction avec son nom, comme { "name": "Permis" }',
  functionName: "le nom de la fonction",
  functions: "les fonctions par identifiant",
  longerAuthority: "ce qui permet un délai plus long",
  period: "une période de fort volume avec id, from, to, authority, reason et responseDays",
  periods: "une liste de périodes de fort volume",
  periodAuthority: "qui l’a autorisée",
  periodReason: "sa raison",
  /* the document */
  policy: "un document de politique",
  policyName: "le nom de la politique",
  version: 'la version en texte, comme "2026-01"',
  city: 'la ville, comme { "name": "City of Spruce Grove" }',
  cityName: "le nom de la ville",
  staff: "les domaines et adresses du personnel",
  customers: "les adresses internes qui sont des clients",
  machines: "les expéditeurs automatiques qui n’attendent pas de réponse",
  reasons: "une liste de motifs",
  privacy: "les réglages de confidentialité",
  namedFigures:
    'false, ou le jour où le personnel est informé et un jour ultérieur à partir duquel les réponses sont comptées par personne, comme { "announced": "2026-12-01", "from": "2027-01-04" }',
  lookBackDays: "un nombre entier de jours ouvrables de 1 à 520",
  retentionDays: "un nombre entier de jours de 1 à 36500",
  httpsAddress: "une adresse https",
  questions: "une liste de questions ouvertes",
  question: "une question ouverte",
  path: "un chemin",
  sentence: "une phrase",
  /* templates and commitment */
  templateBody: "le texte du modèle, les paragraphes séparés par une ligne vide",
  unknownTemplateField: (name, known) => `nomme {${name}}, qui n’est pas un champ : utilisez ${known}`,
  templateText: "le nom et le texte d’un modèle",
  templateName: "le nom du modèle",
  template: "un modèle avec id, replyKind et texts",
  templateTexts: "les textes du modèle par langue",
  templates: "une liste de modèles",
  templateTwice: (id) => `a deux modèles avec l’identifiant « ${id} » : donnez à chacun le sien`,
  noText: "est vide : indiquez au moins un texte",
  commitment: "l’énoncé d’engagement",
  commitmentTexts: "l’énoncé par langue",
  statement: "l’énoncé",
  /* small values */
  clause: "l’article d’où il vient, comme « AP-1077-23 §5.1(a) »",
  id: "un identifiant qui commence par une lettre, fait de lettres, de chiffres, de - et de _",
  day: 'un jour qui existe, comme "2026-12-25"',
  languageTag: 'un code de langue comme "en" ou "fr"',
  names: 'les noms par langue, comme { "fr": "Courriel" }',
  aName: "un nom",
  responseDays: (most) => `un nombre entier de jours ouvrables de 1 à ${most} ; ne mettez rien là où rien n’est promis`,
  daysByChannel: 'les jours ouvrables par identifiant de canal, comme { "email": 2 }',
  addresses: "une liste d’adresses",
  address: 'une adresse comme "council@city.example"',
  senders: "une liste d’expéditeurs",
  sender: 'une adresse, ou "*@domaine" pour tout un domaine',
  domains: "une liste de domaines",
  domain: 'un domaine comme "city.example"',
  expressions: "une liste d’expressions régulières",
  expression: 'une expression régulière comme "^Toner low"',
  notAnExpression: (expression) =>
    `« ${expression} » n’est pas une expression régulière : corrigez-la, ou mettez \\ devant ( [ + * ? pour désigner le caractère`,
  customerPattern: 'une expression régulière avec un groupe pour l’adresse, comme "^Courriel : (\\S+@\\S+)$"',
  wrongGroups: (expression, groups) =>
    `« ${expression} » a ${groups} groupes : mettez ( ) autour de l’adresse et, au besoin, autour du nom ; (?: ) groupe sans capturer`,
  /* between the parts */
  ownTimeOfDay:
    'avec receipt "calendarDay", un message ultérieur de la fin de semaine peut être dû plus tôt dans la journée : prenez "close", ou receipt "hours"',
  unequalOpenings:
    'avec receipt "businessDay" et des jours qui n’ouvrent pas à la même heure, un message d’avant l’ouverture peut être dû plus tôt qu’un message du jour de fermeture précédent : prenez "close", ou receipt "hours"',
  clocksGoBack:
    "la nuit où l’on recule l’heure, un message ultérieur peut être dû plus tôt, car son heure locale revient deux fois : prenez « close », ou laissez cette heure hors des heures de bureau",
  dueBeforeItCame: (receipt) =>
    `avec count "include" et receipt "${receipt}", un message qui arrive après la fermeture est dû avant son arrivée là où un jour est promis : prenez receipt "hours" ou count "exclude"`,
  tooManyYears: (days, years) =>
    `fait que ${days} jours ouvrables de minutes prennent plus de ${years} ans de ces heures : raccourcissez-le, ou donnez plus d’heures à la semaine`,
  longerThanCity: (days, city, clause) =>
    `est ${days}, plus long que ${city} pour la ville${clause === undefined ? "" : ` (${clause})`}, sans citer d’autorisation : nommez dans "authority" ce qui le permet, ou raccourcissez-le`,
  mailboxTwice: (mailbox, owner) =>
    `${mailbox} est déjà ${owner === null ? "dans cette liste" : `une boîte de ${owner}`} : gardez-la une fois`,
  unknownFunction: (known) =>
    known === ""
      ? 'n’est pas une fonction de la politique : décrivez-la sous "functions"'
      : `n’est pas une fonction de la politique : utilisez l’une de celles-ci : ${known}, ou décrivez-la sous "functions"`,
  idleFunction: 'n’est la fonction d’aucun service municipal : nommez-la dans "function" d’un service, ou retirez-la',
  periodReversed: (to, from) =>
    `est ${to}, avant le début de la période le ${from} : mettez le jour le plus tôt dans "from"`,
  notLonger: (days, published) =>
    `est ${days}, pas plus long que le délai publié de ${published} : une période de fort volume allonge ; retirez le canal ou donnez plus de jours`,
  namedTooSoon: (from: string, announced: string) =>
    `est ${from}, et non après l’annonce du ${announced} : le personnel est informé d’abord, indiquez donc un jour ultérieur`,
  periodIdTwice: (id) => `« ${id} » est déjà utilisé : donnez à chaque période son propre identifiant`,
  unknownChannel: (known) => `vise un canal que la politique n’a pas : utilisez l’un de ceux-ci : ${known}`,
};
