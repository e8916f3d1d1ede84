/** Beside a draft, in (Canadian) French. */
import type { ComposeText } from "./text.ts";

export const frenchCompose: ComposeText = {
  label: "Accuser réception",
  answeringDue: (day, time) => `En réponse\u00a0: attendue ${day}, ${time}`,
  answering: (sentence) => `En réponse\u00a0: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  newMessage: "Accuser réception d’un message",
  newMessageHint: "Choisissez un texte et placez-le en haut de votre réponse.",
  templates: "Modèle",
  search: "Chercher un modèle",
  found: (n) => (n === 0 ? "Aucun modèle ne contient ces mots." : n === 1 ? "1 modèle trouvé" : `${n} modèles trouvés`),
  fits: {
    overdue: "Convient le mieux\u00a0: la réponse est en retard.",
    dueToday: "Convient le mieux\u00a0: la réponse est attendue aujourd’hui.",
    promised: "Convient le mieux\u00a0: une réponse a été promise.",
    acknowledged: "Convient le mieux\u00a0: l’accusé de réception est envoyé.",
    usual: "Le choix habituel de la ville.",
  },
  kind: (kind, meets) => {
    const effect = meets ? "respecte le délai" : "le délai continue de courir";
    switch (kind) {
      case "acknowledgement":
        return `Dit que le message est arrivé; ${effect}`;
      case "holding":
        return `Dit qui répondra et quand; ${effect}`;
      case "part":
        return `Répond en partie, ou demande ce qui manque; ${effect}`;
      case "answer":
      case "unknown":
        return `Répond; ${effect}`;
    }
  },
  preview: "Aperçu",
  missing: (fields) => `Il manque\u00a0: ${fields.join(", ")}. À compléter avant l’envoi.`,
  fields: {
    customer: "le nom du client",
    handler: "qui s’en occupe",
    promisedDay: "le jour promis",
    subject: "l’objet",
    department: "le service",
    city: "le nom de la ville",
    commitment: "l’engagement",
    receivedDay: "le jour de réception",
    contact: "comment nous joindre",
  },
  promise: "Promettre une date",
  insert: "Insérer",
  inserted: "Inséré en haut. Relisez avant d’envoyer.",
  noTemplates: "La politique n’a pas encore de modèle. Demandez à l’administration d’en ajouter un.",
};
