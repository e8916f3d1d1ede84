/** The review list in (Canadian) French. */
import type { ReviewText } from "./text.ts";

export const frenchReview: ReviewText = {
  link: (n) => `Sans réponse attendue cette semaine\u00a0: ${n}`,
  back: "Retour",
  title: (n) =>
    n === 0
      ? "Aucun message n’a été classé sans réponse attendue cette semaine."
      : n === 1
        ? "1 message a été classé sans réponse attendue cette semaine."
        : `${n} messages ont été classés sans réponse attendue cette semaine.`,
  scope: "Selon les règles, vu de cet ordinateur. La liste y reste.",
  probable: "Probable\u00a0: à vérifier",
  certain: "Sûr",
  noSubject: "(sans objet)",
  needsReply: (subject) => `Ce message appelle une réponse\u00a0: ${subject}`,
  never: "Jamais de réponse attendue",
  neverScope: "Rien n’est attendu pour leurs messages, dans cette boîte et sur cet ordinateur seulement.",
  everybodyAt: (domain) => `Toutes les adresses de ${domain}`,
  since: (day) => `depuis le ${day}`,
  thisWeek: (n) => `${n} cette semaine`,
  remove: "Retirer",
  removeSender: (sender) => `Retirer ${sender}`,
  forCity: "Copier pour la liste de la ville",
  forCityLabel: "Pour la politique de la ville",
  forCityHint: "Adresses de machines et domaines entiers seulement. À remettre à l’administration.",
};
