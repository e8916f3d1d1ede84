/** What the service says when it refuses: one sentence each, English and French. {names} in braces are filled in. */
import type { Language } from "../domain/wording/dates.ts";
import { filled, type FillValues } from "../domain/wording/filled.ts";
import { shapeEnglish, shapeFrench } from "./shapeWording.ts";

const english = {
  ...shapeEnglish,
  noToken: "This address needs a sign-in token. Sign in.",
  malformedToken: "The token cannot be read: it is no signed JSON web token.",
  algorithm: "The token is not signed with RS256.",
  signature: "The token's signature does not match the issuer's key.",
  unknownKey: "The token is signed with a key that the issuer does not publish.",
  issuer: "The token comes from another issuer.",
  audience: "The token is meant for another application.",
  tenant: "The token comes from another organization.",
  version: "The token is not of version 2.0 (set requestedAccessTokenVersion to 2 in the app registration).",
  client: "The token was given to an application that may not use this service.",
  expired: "The token has expired. Sign in again.",
  notYetValid: "The token is not valid yet. Check the clock of the computer that asked for it.",
  missingClaim: "The token lacks what this service needs to know: {claim}.",
  claim: "The token says something this service does not accept: {claim}.",
  scope: "The token does not permit this use: it lacks the scope {scope}.",
  keysUnavailable: "The issuer's signing keys cannot be fetched at the moment. Try again shortly.",
  noRole: "Team figures are for supervisors, reviewers and administrators.",
  noDepartment:
    "No department is assigned to you yet. Ask the administrator of CivicReply to link one of your groups to a department.",
  otherDepartment: "These figures are for the supervisors of that department.",
  unknownDepartment: "The policy has no department “{department}”.",
  otherFunction: "These figures are for the supervisors of the departments that do this work.",
  unknownFunction: "The policy has no function “{function}”.",
  administratorOnly: "This is for administrators.",
  badRequest: "The request cannot be understood. Check it against the API document at /api/docs.",
  badAddress: "The address cannot be read: after each percent sign come two hexadecimal digits of UTF-8.",
  badJson: "The request is not valid JSON.",
  tooLarge: "The request is too large. Send at most {max} facts at a time.",
  mediaType: "The request must be JSON (Content-Type: application/json).",
  notFound: "There is nothing at this address.",
  wrongMethod: "This address does not take {method}; it takes {methods}.",
  slowRequest: "The request took too long to arrive. Send it again.",
  largeHeaders: "The address or the headers of the request are too long.",
  tooMany: "Too many requests. Try again in {seconds} seconds.",
  databaseUnavailable: "The database does not answer at the moment. Try again shortly.",
  stopping: "The service is stopping. Try again shortly.",
  unexpected: "Something went wrong in the service. It was logged; nothing of the request was kept.",
  /* facts */
  wrongId: "The id is not the hash of the fact's content.",
  otherAddress: "The address names another fact than the body.",
  future: "The time lies in the future.",
  longAgo: "The time lies before the year 2000.",
  farAhead: "The time lies more than {years} years ahead.",
  writtenPeriod: "This period stands in the city's policy document: change it there.",
  badPeriod: "The period does not fit the policy: {message}",
  endsBeforeItBegins: "The last day lies before the first.",
  nothingYet: "The first day lies in the future: there are no figures yet.",
  spanTooLong: "Ask for at most {days} days at a time.",
  noSuchDay: "There is no such day.",
  unknownChannel: "The policy has no channel “{channel}”.",
  unknownReason: "The policy has no reason “{reason}”.",
  /* coverage */
  unknownMailbox: "The policy names no such shared mailbox.",
  otherMailbox: "The mailbox's id is not made of its name.",
  notItsDepartment: "The policy gives this mailbox to another department.",
  /* closures */
  severalMailboxes:
    "The department “{department}” has other mailboxes too, and the service does not know in which of them an inquiry lies. Hand its inquiries over, or take them off the clock, in the pane.",
  personalMailbox:
    "This mailbox is a person's, and the service does not know whose an inquiry is. Hand its inquiries over, or take them off the clock, in the pane.",
} as const;

export type SentenceKey = keyof typeof english;

const french: Readonly<Record<SentenceKey, string>> = {
  ...shapeFrench,
  noToken: "Cette adresse demande un jeton de connexion. Connectez-vous.",
  malformedToken: "Le jeton est illisible : ce n’est pas un jeton web JSON signé.",
  algorithm: "Le jeton n’est pas signé avec RS256.",
  signature: "La signature du jeton ne correspond pas à la clé de l’émetteur.",
  unknownKey: "Le jeton est signé avec une clé que l’émetteur ne publie pas.",
  issuer: "Le jeton vient d’un autre émetteur.",
  audience: "Le jeton est destiné à une autre application.",
  tenant: "Le jeton vient d’une autre organisation.",
  version:
    "Le jeton n’est pas de la version 2.0 (mettez requestedAccessTokenVersion à 2 dans l’inscription de l’application).",
  client: "Le jeton a été remis à une application qui ne peut pas utiliser ce service.",
  expired: "Le jeton a expiré. Connectez-vous de nouveau.",
  notYetValid: "Le jeton n’est pas encore valide. Vérifiez l’horloge de l’ordinateur qui l’a demandé.",
  missingClaim: "Il manque au jeton ce que ce service doit savoir : {claim}.",
  claim: "Le jeton affirme quelque chose que ce service n’accepte pas : {claim}.",
  scope: "Le jeton ne permet pas cet usage : il lui manque l’étendue {scope}.",
  keysUnavailable: "Les clés de signature de l’émetteur sont inaccessibles pour le moment. Réessayez bientôt.",
  noRole: "Les chiffres d’équipe sont réservés aux superviseurs, aux réviseurs et aux administrateurs.",
  noDepartment:
    "Aucun service ne vous est encore attribué. Demandez à l’administrateur de CivicReply de lier un de vos groupes à un service.",
  otherDepartment: "Ces chiffres sont réservés aux superviseurs de ce service.",
  unknownDepartment: "La politique n’a pas de service « {department} ».",
  otherFunction: "Ces chiffres sont réservés aux superviseurs des services qui font ce travail.",
  unknownFunction: "La politique n’a pas de fonction « {function} ».",
  administratorOnly: "Ceci est réservé aux administrateurs.",
  badRequest: "La demande est incompréhensible. Comparez-la au document de l’API, à /api/docs.",
  badAddress: "L’adresse est illisible : chaque signe pour cent précède deux chiffres hexadécimaux d’UTF-8.",
  badJson: "La demande n’est pas du JSON valable.",
  tooLarge: "La demande est trop grande. Envoyez au plus {max} faits à la fois.",
  mediaType: "La demande doit être en JSON (Content-Type: application/json).",
  notFound: "Il n’y a rien à cette adresse.",
  wrongMethod: "Cette adresse n’accepte pas {method} ; elle accepte {methods}.",
  slowRequest: "La demande a mis trop de temps à arriver. Envoyez-la de nouveau.",
  largeHeaders: "L’adresse ou les en-têtes de la demande sont trop longs.",
  tooMany: "Trop de demandes. Réessayez dans {seconds} secondes.",
  databaseUnavailable: "La base de données ne répond pas pour le moment. Réessayez bientôt.",
  stopping: "Le service s’arrête. Réessayez bientôt.",
  unexpected: "Une erreur est survenue dans le service. Elle a été notée ; rien de la demande n’a été conservé.",
  wrongId: "L’identifiant n’est pas l’empreinte du contenu du fait.",
  otherAddress: "L’adresse nomme un autre fait que le contenu.",
  future: "L’heure est dans le futur.",
  longAgo: "L’heure est antérieure à l’an 2000.",
  farAhead: "L’heure est à plus de {years} ans d’ici.",
  writtenPeriod: "Cette période figure dans la politique de la ville : modifiez-la là.",
  badPeriod: "La période ne convient pas à la politique : {message}",
  endsBeforeItBegins: "Le dernier jour précède le premier.",
  nothingYet: "Le premier jour est à venir : il n’y a pas encore de chiffres.",
  spanTooLong: "Demandez au plus {days} jours à la fois.",
  noSuchDay: "Ce jour n’existe pas.",
  unknownChannel: "La politique n’a pas de canal « {channel} ».",
  unknownReason: "La politique n’a pas de motif « {reason} ».",
  unknownMailbox: "La politique ne nomme pas cette boîte partagée.",
  otherMailbox: "L’identifiant de la boîte n’est pas tiré de son nom.",
  notItsDepartment: "La politique attribue cette boîte à un autre service.",
  severalMailboxes:
    "Le service « {department} » a d’autres boîtes, et rien ne dit dans laquelle se trouve une demande. Transmettez ses demandes ou retirez-les du décompte dans le volet.",
  personalMailbox:
    "Cette boîte est celle d’une personne, et rien ne dit à qui est une demande. Transmettez ses demandes ou retirez-les du décompte dans le volet.",
};

const catalogue: Readonly<Record<Language, Readonly<Record<SentenceKey, string>>>> = { en: english, fr: french };

/** The sentence in that language, its {names} filled in; an unknown name stays visible. */
export function sentence(key: SentenceKey, language: Language, values: FillValues = {}): string {
  return filled(catalogue[language][key], values);
}

const titles: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  en: {
    400: "Bad request",
    401: "Sign-in needed",
    403: "Not allowed",
    404: "Not found",
    405: "Another method is needed",
    408: "Too slow",
    413: "Too large",
    415: "Not JSON",
    429: "Too many requests",
    431: "Headers too long",
    500: "Service error",
    503: "Not available at the moment",
  },
  fr: {
    400: "Demande incorrecte",
    401: "Connexion nécessaire",
    403: "Non permis",
    404: "Introuvable",
    405: "Autre méthode nécessaire",
    408: "Trop lent",
    413: "Trop grand",
    415: "Pas du JSON",
    429: "Trop de demandes",
    431: "En-têtes trop longs",
    500: "Erreur du service",
    503: "Indisponible pour le moment",
  },
};

/** A few words for an HTTP status, for the title of a problem document. */
export function titleOf(status: number, language: Language): string {
  return titles[language][status] ?? titles[language][500] ?? "";
}
