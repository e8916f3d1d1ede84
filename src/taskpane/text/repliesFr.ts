/** *My replies*, and what is selected in Outlook's list, in (Canadian) French. */
import { cardinal } from "../../domain/wording/numbers.ts";
import type { Needs, RepliesText, SelectionText } from "./repliesText.ts";

const inWords = (n: number) => cardinal(n, "fr");
const of = (n: number, one: string, many: string) => `${inWords(n)} ${n === 1 ? one : many}`;

const whole = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function sentence({ overdue, today, promised, all, seen }: Needs): string {
  if (all === 0) return seen ? "Rien ne vous attend." : "Rien n’attendait à la dernière vérification.";
  const parts = [
    ...(overdue > 0 ? [of(overdue, "réponse est en retard", "réponses sont en retard")] : []),
    ...(today > 0 && overdue > 0
      ? [of(today, "autre est attendue aujourd’hui", "autres sont attendues aujourd’hui")]
      : []),
    ...(today > 0 && overdue === 0
      ? [of(today, "réponse est attendue de vous aujourd’hui", "réponses sont attendues de vous aujourd’hui")]
      : []),
  ];
  if (parts.length > 0) return whole(parts.join(", "));
  return promised > 0 ? promisesDue(promised) : "Rien n’est attendu de vous aujourd’hui.";
}

function promisesDue(n: number): string {
  return whole(of(n, "réponse promise est attendue", "réponses promises sont attendues"));
}

export const frenchReplies: RepliesText = {
  tab: "Mes réponses",
  loading: "Lecture de ce qui attend",
  sentence,
  promisesDue,
  unread: "Votre boîte n’a pas encore été parcourue.",
  firstLook: "Votre boîte est parcourue pour la première fois.",
  firstLookSoFar: "D’autres peuvent venir\u00a0: votre boîte est encore parcourue.",
  stopped: "Votre boîte n’est pas suivie. Ce qui est arrivé depuis n’est pas dans cette liste.",
  overdue: "En retard",
  noDate: "Sans date",
  promised: "Promises",
  dueBy: (time) => `Au plus tard à ${time}`,
  acknowledgedDueBy: (time) => `Accusé de réception envoyé; au plus tard à ${time}`,
  acknowledged: "Accusé de réception envoyé",
  noPromise: "Répondu; aucun jour promis",
  onIt: "quelqu’un s’en occupe",
  messages: (n) => `${n}\u00a0messages`,
  received: (day) => `Reçu ${day}`,
  noSubject: "(sans objet)",
  showAll: (n) => `Afficher les ${n}`,
  more: (subject) => `Autres actions pour ${subject}`,
  acknowledge: "Commencer un accusé de réception",
  deleted: "Vous avez supprimé ce message sans y répondre. Pourquoi?",
  chooseReason: "Choisir un motif",
  stillNeeded: "Il appelle encore une réponse",
  outlookNotes: (day) => `Outlook note une réponse, ${day}; aucune n’a été vue dans les éléments envoyés.`,
  answered: "Répondu",
  answeredOf: (subject) => `Répondu\u00a0: ouvrir ${subject} pour dire comment`,
  junk: (n) =>
    n === 1
      ? "1 message du courrier indésirable vient peut-être d’un client."
      : `${n} messages du courrier indésirable viennent peut-être de clients.`,
  junkHint:
    "Déplacez le message d’un client vers la boîte de réception, ou dites ici qu’il appelle une réponse. Le délai court dès sa réception.",
  notCustomers: "Pas d’un client",
  notCustomersOf: (subject) => `Pas d’un client\u00a0: ${subject}`,
  older: (n) =>
    n === 1
      ? "1 message des 10 derniers jours ouvrables attend peut-être encore. Le voir?"
      : `${n} messages des 10 derniers jours ouvrables attendent peut-être encore. Les voir?`,
  look: "Voir",
  notNow: "Pas maintenant",
  close: "Fermer cette liste",
  settings: "Réglages",
  watching: "Suivre ma boîte",
  watchingHint:
    "Sinon, seul le message ouvert est connu, et les rapports comptent une boîte non consultée, sans la nommer.",
  flags: "Indicateurs de suivi",
  flagsHint:
    "Chaque message en attente reçoit un indicateur avec son échéance; les indicateurs paraissent aussi dans To Do.",
};

export const frenchSelection: SelectionText = {
  tab: "Sélection",
  sentence: (n) => `${n} messages sélectionnés`,
  unknown: (n) =>
    n === 1
      ? "1 d’entre eux n’est pas connu ici. Ouvrez-le pour voir son échéance."
      : `${n} d’entre eux ne sont pas connus ici. Ouvrez-en un pour voir son échéance.`,
};
