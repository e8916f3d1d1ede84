/** What the published standard's page says, in French. */
import type { Words } from "./english.ts";

export const french: Words = {
  title: "Nos délais de réponse",
  promise: "Notre promesse à toute personne qui écrit ou appelle, en jours ouvrables.",
  measuredOnly: "Nous mesurons notre temps de réponse. Aucun délai n’est promis.",
  skip: "Aller au contenu",
  otherLanguage: "English",
  /* response times */
  times: "Délais de réponse",
  channel: "Comment vous nous joignez",
  within: "Réponse d’ici",
  item: (name, days) => `${name}\u00a0: ${days}`,
  measured: "mesuré, sans promesse",
  toConfirm: "La ville doit encore le confirmer.",
  departments: "Services qui ont leurs propres délais",
  departmentHours: (week) => `Heures de bureau\u00a0: ${week}`,
  authority: (authority) => `Autorité\u00a0: ${authority}`,
  rule: "Comment les jours sont comptés",
  clause: (clause) => `Source\u00a0: ${clause}`,
  /* high volume */
  highVolume: "Les réponses peuvent prendre plus de temps en ce moment",
  period: (from, to) => `Pour les messages reçus du ${from} au ${to}\u00a0:`,
  insteadOf: (days, usual) => (usual === null ? days : `${days} au lieu de ${usual}`),
  /* the question */
  question: "J’ai écrit le …, réponse pour quand?",
  hint: "À l’heure locale de la ville. Rien de ce que vous indiquez n’est conservé.",
  asked: "Comment vous nous avez joints",
  department: "Service",
  anyDepartment: "Tout autre",
  day: "Jour",
  time: "Heure",
  ask: "Calculer la date",
  wrote: (channel, day, time) => `${channel}, ${day}, ${time}`,
  why: "Pourquoi cette date?",
  cannot: "La date ne peut pas encore être calculée",
  twice: (time) => `Les horloges ont été reculées et ont montré ${time} deux fois; ceci vaut pour la première.`,
  problem: {
    channel: (known) => `Choisissez comment vous nous avez joints\u00a0: ${known}.`,
    department: "Choisissez l’un des services de la liste.",
    day: "Écrivez le jour sous la forme année, mois et jour, comme 2026-11-23.",
    noSuchDay: "Ce jour n’existe pas. Vérifiez le mois et le quantième.",
    time: "Écrivez l’heure en heures et minutes, de 00:00 à 23:59, comme 15:10.",
    outside: (first, last) =>
      `Une date peut être calculée pour les jours du ${first} au ${last}. Choisissez l’un d’eux.`,
    skipped: (time, day) =>
      `Il n’y a pas de ${time} le ${day}\u00a0: les horloges sont alors avancées. Choisissez une heure plus tardive.`,
  },
  /* days ahead */
  closures: "Fermetures à venir",
  closed: "fermé",
  openAt: (hours) => `ouvert ${hours}`,
  provisional: "à confirmer",
  noClosures: "Aucune n’est inscrite.",
  confirmedThrough: (day) => `Les fermetures sont confirmées jusqu’au ${day}. Les dates ultérieures sont provisoires.`,
  noneConfirmed: "Aucune fermeture n’est encore confirmée\u00a0: toutes les dates sont provisoires.",
  /* figures */
  figures: "Comment nous avons tenu parole",
  figuresExplained:
    "De toutes les demandes dont la réponse était due dans le mois, celles qui ont eu leur réponse à temps. Une demande restée sans réponse compte comme non répondue à temps.",
  month: "Mois",
  share: "À temps",
  count: "Demandes",
  ofAll: (met, due) => `${met} sur ${due}`,
  was: (percent, count, day) => `Était de ${percent}\u00a0% (${count}) le ${day}`,
  wasExplained: "Était\u00a0: tel que constaté alors. Ce qui a été appris plus tard a changé le chiffre.",
  tooFew: (minimum) => `moins de ${minimum}`,
  soFar: "jusqu’ici",
  soFarExplained:
    "Jusqu’ici\u00a0: toutes les boîtes n’ont pas été parcourues jusqu’à la fin de ce mois; ses chiffres peuvent encore changer.",
  noFigures: "Les chiffres ne peuvent pas être montrés en ce moment.",
  invented: "Ces chiffres sont inventés, pour essayer.",
  /* the rest */
  commitment: "Notre engagement",
  version: (name, version) => `${name}, version ${version}.`,
  asData: "Cette page en données (JSON)",
};
