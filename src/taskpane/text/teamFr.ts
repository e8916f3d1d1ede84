/** The team view in (Canadian) French. */
import type { TeamText } from "./text.ts";

const many = (n: number, one: string, more: string) => `${n} ${n < 2 ? one : more}`;
const businessDays = (n: number) => many(n, "jour ouvrable", "jours ouvrables");

export const frenchTeam: TeamText = {
  label: "Équipe",
  loading: "Lecture des chiffres",
  nothingDue: "Rien n’était attendu pendant ces semaines",
  every: (due) =>
    due === 1 ? "La seule réponse attendue a respecté le délai" : `Les ${due} réponses attendues ont respecté le délai`,
  share: (percent) => `${percent}\u00a0% des réponses ont respecté le délai`,
  few: (met, due) =>
    met < 2 ? `${met} réponse sur ${due} a respecté le délai` : `${met} réponses sur ${due} ont respecté le délai`,
  ofDue: (met, due) => `${met} sur ${due} attendues`,
  ofFew: (met, due) => `${met} sur ${due}`,
  percent: (percent) => `${percent}\u00a0%`,
  upFrom: (percent) => `en hausse, ${percent} auparavant`,
  downFrom: (percent) => `en baisse, ${percent} auparavant`,
  sameAs: (percent) => `${percent} auparavant aussi`,
  period: (from, to) => `Échéances du ${from} au ${to}`,
  asOf: (day, time) => `En date du ${day}, ${time}`,
  soFar: "jusqu’ici",
  messagesOpened: "parmi les messages ouverts",
  mailboxesSeen: (seen, known) => {
    if (seen < known) return `${many(seen, "boîte", "boîtes")} sur ${known} ${seen < 2 ? "consultée" : "consultées"}`;
    return known === 1 ? "la seule boîte a été consultée" : `les ${known} boîtes consultées`;
  },
  stoppedWatching: (n) => many(n, "n’est plus suivie", "ne sont plus suivies"),
  notSeen: (mailboxes, since) => {
    const named = `${mailboxes.join(", ")} non ${mailboxes.length === 1 ? "consultée" : "consultées"}`;
    if (since === null) return `${named} jusqu’ici`;
    return `${named} depuis ${since.kind === "date" ? "le " : ""}${since.words}`;
  },
  sample: "Données d’exemple",
  department: "Service",
  allDepartments: "Tous les services",
  needsHelp: "À traiter maintenant",
  nobodyWaits: "Personne n’attend au-delà du délai.",
  overdue: (n) => `${n} en retard`,
  dueToday: (n) => many(n, "attendue aujourd’hui", "attendues aujourd’hui"),
  oldest: (n) => (n === 0 ? "la plus ancienne date d’aujourd’hui" : `la plus ancienne\u00a0: ${businessDays(n)}`),
  open: (n) => many(n, "ouverte en tout", "ouvertes en tout"),
  howQuickly: "Rapidité",
  median: (duration) => `Médiane\u00a0: ${duration}`,
  ofReplies: (n) => `sur ${many(n, "réponse", "réponses")}, en temps ouvrable`,
  noMedian: (n) => {
    if (n === 0) return "Aucune réponse";
    if (n >= 5) return "Médiane non affichée\u00a0: elle en dirait trop sur des personnes";
    return `Trop peu pour une médiane\u00a0: ${many(n, "réponse", "réponses")}`;
  },
  wholeWeeks: (from, to) => `semaines entières du ${from} au ${to}`,
  byChannel: "Par voie",
  openOf: (n) => many(n, "ouverte", "ouvertes"),
  byWeek: "Semaine par semaine",
  weeksLoading: "Lecture du graphique",
  weeksLabel: "Part des réponses qui ont respecté le délai, selon la semaine de l’échéance",
  week: "Semaine du",
  weekOf: (day) => `Semaine du ${day}`,
  inTime: "Respectées",
  changed: (was, day, now) => `Était de ${was} le ${day}, maintenant ${now}`,
  changedWeek: (week, was, day, now) => `Semaine du ${week}\u00a0: était de ${was} le ${day}, maintenant ${now}`,
  datesMoved: (n, day) => `${many(n, "échéance déplacée", "échéances déplacées")} le ${day} par un recalcul`,
  ofWeek: (week, words) => `Semaine du ${week}\u00a0: ${words}`,
  withCounts: (percent, met, due) => `${percent} (${met} sur ${due})`,
  asTable: "Afficher en tableau",
  asChart: "Afficher en graphique",
  excluded: (n) => `${n} hors délai`,
  whyExcluded: "Pourquoi hors délai?",
  excludedFor: (reason, n) => `${n} – ${reason}`,
  excludedAfterDue: (n) => `${n} en tout après l’échéance`,
  definitions: {
    compliance: {
      term: "Réponses dans le délai",
      text: "Demandes répondues à temps, sur toutes celles dont l’échéance tombait dans la période, y compris celles restées sans réponse. Une réponse à l’heure exacte de l’échéance est à temps.",
    },
    trend: { term: "Auparavant", text: "La même part pour la période précédente de même longueur." },
    overdue: { term: "En retard", text: "Ouverte, et l’échéance est passée sans réponse qui la respecte." },
    dueToday: {
      term: "Attendue aujourd’hui",
      text: "Ouverte, et attendue d’ici la fermeture des bureaux aujourd’hui.",
    },
    oldest: {
      term: "La plus ancienne",
      text: "Jours ouvrables depuis la réception de la plus ancienne demande ouverte.",
    },
    open: { term: "Ouvertes", text: "Toutes les demandes qui attendent une réponse, quelle que soit l’échéance." },
    median: {
      term: "Médiane",
      text: "La moitié des réponses ont pris moins de temps ouvrable entre réception et réponse, l’autre moitié en ont pris plus. Sur les demandes répondues pendant des semaines entières, du lundi au dimanche. Affichée seulement si assez de réponses et de boîtes sont derrière elle, et derrière ce qu’elle laisse de chiffres plus larges, pour ne rien dire d’une personne.",
    },
    channel: {
      term: "Par voie",
      text: "Respectées, sur toutes les échéances de la période, pour chaque voie d’arrivée. Sous cinq demandes, les deux nombres remplacent le pourcentage.",
    },
    weeks: {
      term: "Semaine par semaine",
      text: "Respectées, sur toutes les échéances de chaque semaine\u00a0: celle-ci et les huit précédentes. La semaine en cours n’est pas terminée. La part d’une semaine est constatée à la fin du jour ouvrable suivant; si ce qui est appris plus tard la change, les deux sont affichées.",
    },
    excluded: {
      term: "Hors délai",
      text: "Courrier automatique, infolettres et semblables, et messages qu’une personne a marqués comme n’appelant pas de réponse. Ils n’entrent dans aucune part.",
    },
    coverage: {
      term: "Ce qui est compté",
      text: "Une boîte compte comme consultée quand un volet l’a parcourue le dernier jour ouvrable ou depuis. Des autres, seuls les messages ouverts avec le volet à côté sont dans les chiffres\u00a0: ce que personne n’a ouvert est inconnu, et non zéro.",
    },
    sample: {
      term: "Données d’exemple",
      text: "Des demandes inventées figurent parmi ces chiffres. Elles servent aux essais.",
    },
  },
  failures: {
    offline: "Le service ne répond pas pour l’instant. Les chiffres reviendront avec lui.",
    forbidden:
      "Les chiffres de l’équipe sont pour les superviseurs. Demandez à l’administration si vous devriez les voir.",
    signInNeeded: "Connectez-vous pour voir les chiffres de votre équipe.",
    other: "Les chiffres n’ont pu être lus. Réessayez; si cela persiste, avisez l’administration.",
  },
};
