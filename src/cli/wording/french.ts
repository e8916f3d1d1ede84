/** What the command says, in French. */
import { businessDays } from "../../domain/wording/numbers.ts";
import type { Words } from "./english.ts";
import { frenchDatabase, frenchDatabaseHelp } from "./frenchDatabase.ts";
import { frenchHelp } from "./frenchHelp.ts";

export const french: Words = {
  help: { ...frenchHelp, ...frenchDatabaseHelp },
  ...frenchDatabase,
  /* the command line */
  noCommand: (name) => `il n’y a pas de commande « ${name} » : « civicreply --help » les énumère.`,
  helpHint: (command) => `« civicreply ${command} --help » montre ce qu’elle accepte.`,
  languages: "--language accepte en ou fr.",
  unknownOption: (option) => `Option inconnue : ${option}.`,
  needsValue: (option) => `L’option ${option} demande une valeur.`,
  takesNoValue: (option) => `L’option ${option} ne prend pas de valeur.`,
  unexpected: (argument) => `Argument inattendu : ${argument}.`,
  sayReceived: "dites quand le message a été reçu : --received HEURE",
  sayBetween: "dites entre quelles heures : --from HEURE --to HEURE",
  sayYear: "nommez une année de 1900 à 2199, comme 2027",
  sayPolicyCheck: "écrivez policy check FICHIER",
  sayPolicyFile: "nommez le fichier de la politique",
  sayMessages: "nommez au moins un fichier .eml, ou utilisez --ndjson",
  sayFacts: "nommez le fichier de faits : --facts FICHIER",
  sayWeeks: "--weeks accepte un nombre entier de 1 à 520",
  sayOne: "prenez --received ou --facts, pas les deux",
  unforeseen: (message) => `un imprévu est survenu : ${message}`,
  /* files */
  policyUnusable: (file) => `la politique ${file ?? "du paquet"} ne peut pas servir :`,
  fileUnusable: (file) => `${file} ne peut pas servir :`,
  noSuchFile: (file) => `${file} : ce fichier n’existe pas ; vérifiez le chemin`,
  unreadableFile: (file, code) => `${file} : il ne peut pas être lu (${code})`,
  notJson: (place) =>
    `le fichier n’est pas du JSON : cherchez${place === null ? "" : ` à la ligne ${place.line}, colonne ${place.column},`} une virgule, un guillemet ou un crochet qui manque`,
  severity: { error: "erreur", warning: "avertissement" },
  problem: (severity, path, message) =>
    path === "" ? `${severity} : ${message}` : `${severity} à ${path} : ${message}`,
  /* what stands behind dates */
  localTimes: (zone, tzdata) => `Les heures locales de ${zone} viennent de la base tz ${tzdata}.`,
  oldZones: (tzdata) => `La base tz ${tzdata} a plus d’un an : mettez à jour le paquet moment-timezone.`,
  ofDepartment: (name, sentence) => `${name} : ${sentence}`,
  reachesPast:
    "La durée demandée va au-delà du dernier jour dont les fermetures sont confirmées : elle est provisoire.",
  /* lines of JSON */
  noObject: 'la ligne n’est pas un objet JSON : écrivez {"id": …, …} sur une ligne',
  instant: (field, found) =>
    `${field} ${found === null ? "manque" : `est ${found}`} : écrivez un instant avec son fuseau, comme 2026-11-20T16:30:00-06:00 ou 2026-11-20T22:30:00Z`,
  outsideYears: (field, first, last) => `${field} est hors des années ${first} à ${last} : vérifiez`,
  channel: (found, known) => `channel est ${found}, que la politique n’a pas : utilisez ${known}`,
  department: (found, known) =>
    `department est ${found}, que la politique n’a pas : ${known === "" ? "ne l’indiquez pas, elle n’en a aucun" : `utilisez ${known}`}`,
  timeSource: (known) => `timeSource doit être l’une de ces valeurs : ${known}`,
  year: (found) => `year ${found === null ? "manque" : `est ${found}`} : indiquez une année de 1900 à 2199`,
  policyMissing: 'policy manque : indiquez le document, {"id": …, "policy": {…}}',
  /* messages */
  messageField: (path, expected) => `${path} : doit être ${expected}`,
  messageFields: {
    id: "un texte ou un nombre",
    from: 'un nom et une adresse, {"name","address"}',
    sender: 'un nom et une adresse, {"name","address"}',
    replyTo: 'une liste de {"name","address"}',
    to: 'une liste de {"name","address"}',
    cc: 'une liste de {"name","address"}',
    subject: "un texte",
    headers: 'une liste de ["nom","valeur"], ou null s’ils sont inconnus',
    itemClass: "un texte",
    parts: 'une liste de {"type","method"?,"reportType"?,"embedded"?}',
    receivedAt: "un instant ISO 8601",
    text: "un texte",
    answersUs: "true ou false",
    ourConversation: "true ou false",
    mailbox: "un texte",
  },
  unreadableMail: {
    "it is larger than 50 MB": "il dépasse 50 Mo",
    "it is an Outlook .msg file: save the message as .eml":
      "c’est un fichier .msg d’Outlook : enregistrez le message en .eml",
    "it is empty": "il est vide",
    "it is binary, not a message": "il est binaire, ce n’est pas un message",
    "it has no mail headers": "il n’a pas d’en-têtes de courriel",
    'it holds no message that begins with a "From " line': "il ne contient aucun message qui commence par « From »",
    "there is no such file or folder": "ce fichier ou dossier n’existe pas",
    "it may not be read: permission denied": "il ne peut pas être lu : accès refusé",
  },
  /* policy check */
  usable: (name, version) => `${name}, version ${version} : cette politique peut servir.`,
  promise: (channel, count, clause) =>
    `  ${channel} : ${count === undefined ? "mesuré, jamais dû" : businessDays(count, "fr")}${clause === undefined ? "" : ` (${clause})`}`,
  figuresPublished: (isSo) =>
    `  La norme publiée ${isSo ? "montre" : "ne montre pas"} les chiffres des mois passés (privacy.publishFigures).`,
  toConfirm: "À confirmer par la ville :",
  marked: "marqué « à confirmer par la ville ».",
  receiptQuestion: (rule) =>
    `Quel est le jour de réception du courrier du soir et de la fin de semaine ? Ici : ${rule}`,
  /* holidays */
  proposed: (count, year) =>
    `${count} fermetures proposées pour ${year}. Rien ne ferme le bureau avant d’être inscrit dans la politique.`,
  unreadEvent: (name, why) => {
    const reasons = {
      noName: "il n’a pas de SUMMARY",
      noWholeDay: "ce n’est pas un jour entier, DTSTART n’est pas une date seule",
      repeats: "il se répète ; indiquez la date de chaque année",
      cancelled: "il est annulé",
    };
    return `${name === "" ? "Un événement sans nom" : `« ${name} »`} n’a pas été lu : ${reasons[why]}.`;
  },
  /* serve */
  readyToStart: "prêt à démarrer",
  notReady: "pas prêt à démarrer",
  /* facts */
  noFacts: "le fichier ne contient aucun fait : donnez-en une liste JSON, ou un fait par ligne",
  factLine: (line, error) => `fait ${line} : ${error}`,
  factField: (path) =>
    `${path === "" ? "il" : path} n’est pas ce qu’un fait contient là : src/contract/facts.ts en donne la forme`,
  factProblem: (field, sentence) => `${field} : ${sentence}`,
  /* figures */
  figuresAsOf: (moment, weeks, department) =>
    `Chiffres ${department === null ? "de tous les services" : `du service ${department}`} au ${moment}, pour ${weeks === 1 ? "une semaine qui finit" : `${weeks} semaines qui finissent`} alors. Sous chacun : les demandes derrière lui.`,
  figure: (label, value) => `${label} : ${value ?? "non montré"}`,
  rowFigure: (row, label) => `${row} : ${label}`,
  weekOf: (monday) => `semaine du ${monday}`,
  figureNames: {
    "compliance.met": "Respect, tenues pendant la période",
    "compliance.due": "Respect, échues pendant la période",
    "before.met": "Respect, tenues pendant la période précédente",
    "before.due": "Respect, échues pendant la période précédente",
    replied: "Répondues pendant la période",
    "replyTimes.replied": "Répondues dans les dernières semaines entières",
    "replyTimes.medianMinutes":
      "Médiane des minutes ouvrables avant une réponse, dernières semaines entières (dès 5 réponses)",
    open: "Ouvertes",
    dueToday: "Dues aujourd’hui",
    overdue: "En retard",
    oldestOpenDays: "Jours ouvrables d’attente de la plus ancienne ouverte",
    excluded: "Exclues, reçues pendant la période",
    met: "tenues",
    due: "échues",
  },
};
