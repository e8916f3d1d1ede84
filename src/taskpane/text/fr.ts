/** The pane in (Canadian) French. */
import { thousands } from "../../domain/wording/numbers.ts";
import { frenchReasons } from "../../domain/wording/reasonsFrench.ts";
import type { Text } from "./text.ts";
import { frenchCompose } from "./composeFr.ts";
import { frenchLooks } from "./looksFr.ts";
import { frenchMore } from "./moreFr.ts";
import { frenchReplies, frenchSelection } from "./repliesFr.ts";
import { frenchReview } from "./reviewFr.ts";
import { frenchTeam } from "./teamFr.ts";

const many = (n: number, one: string, more: string) => `${n} ${n < 2 ? one : more}`;
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const businessDays = (n: number) => many(n, "jour ouvrable", "jours ouvrables");
const days = { today: "aujourd’hui", tomorrow: "demain", yesterday: "hier" };

const reasonSentences: Readonly<Record<string, string>> = {
  automatic: "Le message dit lui-même qu’une machine l’a envoyé.",
  bulk: "Il a été envoyé à une liste ou à beaucoup de personnes à la fois.",
  bounce: "Un système de courriel rend compte d’un message envoyé.",
  calendar: "C’est un message de calendrier; Outlook y répond.",
  receipt: "Il dit seulement qu’un message a été lu ou livré.",
  notification: "Il vient d’un expéditeur qui signale l’état d’appareils ou de systèmes.",
  internal: "L’expéditeur travaille ici et n’est pas parmi les clients internes.",
  closing: "Il remercie seulement pour une réponse et ne demande rien de plus.",
  ours: "Il a été envoyé de cette boîte.",
  "sender-never": "Quelqu’un a indiqué, sur cet ordinateur, que cet expéditeur n’attend jamais de réponse.",
  "counts-from": "Il est arrivé avant le jour où la ville a commencé à compter; rien n’est donc attendu.",
  "before-joining": "Il est arrivé avant le jour à partir duquel cette boîte est comptée; rien n’est donc attendu.",
  "before-look-back":
    "Cet ordinateur le voit pour la première fois, si longtemps après son arrivée que ses en-têtes ne sont plus lus.",
  junk: "Il se trouve dans le courrier indésirable. Déplacez-le et le délai court dès sa réception.",
};

export const french: Text = {
  language: "fr",
  pane: {
    starting: "Lecture du message",
    loading: "Chargement",
    nothing: "Ouvrez un message pour voir quand la réponse est attendue.",
    outsideOutlook: "Cette page fonctionne dans Outlook. Ouvrez-y un message, puis CivicReply depuis le ruban.",
    views: "Quoi afficher",
    thisMessage: "Ce message",
    team: "Équipe",
    signIn: "Se connecter",
    looking: "Lecture en cours…",
    looked: (minutes) =>
      minutes < 1
        ? "Consulté à l’instant"
        : minutes < 60
          ? `Consulté il y a ${minutes} min`
          : `Consulté il y a ${Math.floor(minutes / 60)} h`,
    lookingThrough: ({ read, sorted }) =>
      sorted === null
        ? `Votre boîte est parcourue\u00a0: ${thousands(read, "fr")} messages lus jusqu’ici`
        : `Votre boîte est parcourue\u00a0: ${thousands(sorted, "fr")} messages sur ${thousands(read, "fr")} classés`,
    lookTakesLong: "Votre boîte est parcourue. Cela peut prendre quelques minutes; vous pouvez continuer à travailler.",
    lookAgain: "Consulter de nouveau",
    notice: (notice, day) => {
      switch (notice.code) {
        case "serviceAway":
          return notice.count
            ? `${many(notice.count, "note attend sur cet ordinateur et sera envoyée", "notes attendent sur cet ordinateur et seront envoyées")} dès que le service répondra.`
            : "Le service ne répond pas pour l’instant. Les dates affichées ici restent justes.";
        case "signInNeeded":
          return "Connectez-vous pour que vos réponses soient remarquées et comptées.";
        case "otherAccount":
          return "Outlook a ouvert la session de quelqu’un d’autre qu’auparavant. Les notes attendent ici que vous vous connectiez avec votre propre compte.";
        case "mailboxUnseen":
          return "Le nouveau courrier et les réponses envoyées d’ailleurs ne sont pas remarqués pour l’instant. Ouvrez un message pour voir sa date.";
        case "mailboxBusy":
          return "Le service de courriel d’Outlook est occupé. Le volet regardera de nouveau dans un moment.";
        case "storageDenied":
          return "Ce navigateur ne garde rien pour le volet. Laissez-le ouvert jusqu’à ce que tout soit envoyé.";
        case "calendarEnds":
          return day === null
            ? "Les prochains jours fermés ne sont pas confirmés. Demandez à l’administration de les confirmer."
            : `Les jours fermés sont confirmés jusqu’au ${day} seulement. Demandez à l’administration de confirmer la suite.`;
        case "headersUnknown":
          return "Les en-têtes de ce message n’ont pu être lus. Par prudence, le délai court.";
        case "categoriesUnsupported":
          return "Outlook ne permet pas de catégorie ici. Consultez l’état dans ce volet.";
        case "marksNotKept":
          return "Outlook n’a pas conservé certaines catégories mises d’ici. Consultez l’état dans ce volet.";
        case "shippedPolicy":
          return "La politique de la ville n’a pu être lue. Celle livrée avec le volet sert en attendant.";
        case "factsRefused":
          return "Le service n’a pas pris certaines notes. Avisez l’administration; aucune réponse n’est perdue.";
      }
    },
    failure: {
      offline: "Il n’y a pas de connexion. Réessayez dans un moment.",
      signInNeeded: "Connectez-vous, puis réessayez.",
      forbidden: "Cette boîte ne le permet pas. Demandez à l’administration.",
      refused: "Ceci n’a pu être enregistré. Réessayez.",
      throttled: "Le service est occupé. Réessayez dans une minute.",
      unsupported: "Outlook ne peut faire cela ici. Essayez Outlook sur le web.",
      storageDenied: "Ce navigateur ne garde rien pour le volet. Essayez une autre fenêtre.",
      gone: "Ce message n’est plus ici. Ouvrez-en un autre.",
      resync: "La boîte doit être relue. Regardez de nouveau.",
      unexpected: "Cela n’a pas fonctionné. Réessayez; si cela persiste, avisez l’administration.",
    },
    replyFailed: "Outlook n’a pu ouvrir une réponse d’ici. Copiez ce texte dans une réponse.",
    notLoaded: "Cette partie du volet n’a pu être chargée. Réessayez, ou fermez le volet et rouvrez-le.",
    tryAgain: "Réessayer",
  },
  state: {
    day: (day) => {
      if (day.kind === "date") return `le ${day.words}`;
      return day.kind === "weekday" ? day.words : days[day.kind];
    },
    due: (day) => `Réponse attendue ${day}`,
    dueInDays: (n) => `Réponse attendue dans ${businessDays(n)}`,
    overdueSince: (time) => `En retard depuis ${time}`,
    overdueBy: (n) => `En retard de ${businessDays(n)}`,
    noDate: "Réponse attendue, sans date fixée",
    repliedInTime: "Répondu à temps",
    repliedLate: (n) => (n === 0 ? "Répondu en retard, le jour même" : `Répondu avec ${businessDays(n)} de retard`),
    replied: "Répondu",
    answeredByTeam: (time) => (time === null ? "Répondu par votre équipe" : `Répondu par votre équipe, ${time}`),
    acknowledged: (day) => `Accusé de réception envoyé; réponse attendue ${day}`,
    acknowledgedNoDate: "Accusé de réception envoyé; réponse toujours attendue",
    promised: (day) => `Réponse promise pour ${day}`,
    promiseMissed: "Le jour promis est passé",
    off: (reason) => `Aucune réponse attendue\u00a0: ${reason}`,
    probablyOff: (reason) => `Probablement aucune réponse attendue\u00a0: ${reason}`,
    probablyThanks: "Probablement un simple remerciement",
    tooOld: {
      "counts-from": "D’avant le début du décompte par la ville",
      "before-joining": "D’avant le début du décompte de cette boîte",
      "before-look-back": "Trop ancien pour dire si une réponse est attendue",
    },
    unknown: "Impossible de dire si une réponse est attendue",
    by: (day, time) => `${capital(day)}, au plus tard à ${time}`,
    endOfDay: "la fin de la journée",
    wasDue: (day, time) => `Était attendue le ${day}, au plus tard à ${time}`,
    repliedOn: (day, time) => `${capital(day)}, ${time}`,
    promisedThe: capital,
    daysLeft: (n) => (n < 2 ? `${n} jour ouvrable restant` : `${n} jours ouvrables restants`),
    leftToday: (duration) => `${duration} encore aujourd’hui`,
    responseTimeMet: "La première réponse a respecté le délai.",
    stillOpen: "Le client attend encore la réponse.",
  },
  message: {
    reply: "Accuser réception",
    replyAgain: "Répondre avec un modèle",
    writeNew: "Écrire au client",
    writeNewHint: (address) => `Ouvre un nouveau message à ${address}. La réponse d’Outlook irait à la machine.`,
    writeNewFailed: (address) =>
      `Outlook n’a pu ouvrir de message d’ici. Copiez ce texte dans un message à ${address}.`,
    otherTemplates: "Choisir un modèle",
    promiseBy: "Réponse promise le",
    waiting: (n) =>
      n === 2
        ? "2 messages attendent; cette réponse vaut pour les deux."
        : `${n} messages attendent; cette réponse vaut pour tous.`,
    change: "Modifier",
    changeChannel: (now) => `Modifier la voie, maintenant ${now}`,
    received: (day, time) => `Reçu ${day}, ${time}`,
    arrived: (day) => `Arrivé ${day} (corrigé)`,
    needsReply: "Ce message appelle une réponse",
    why: "Pourquoi?",
    rule: (id) => `Règle\u00a0: ${id}`,
    probable: "C’est probable, non certain. Qu’en est-il?",
    onlyThanks: "Simple remerciement",
    markedByPerson: "Quelqu’un ici l’a marqué ainsi.",
    excludedAfterDue: "Marqué après l’échéance, et compté comme tel.",
    noReplyNeeded: "Sans réponse",
    chooseReason: "Pourquoi n’appelle-t-il pas de réponse?",
    neverAddress: (address) => `Jamais de réponse attendue par ${address}`,
    neverDomain: (domain) => `Jamais de réponse attendue par ${domain}, toutes adresses`,
    copyText: "Texte à copier",
    undo: "Annuler",
    undone: {
      channel: "La voie est modifiée, et la date avec elle.",
      excluded: "Marqué\u00a0: aucune réponse attendue.",
      included: "Marqué\u00a0: une réponse est attendue.",
      answered: "Noté\u00a0: répondu autrement.",
      never: "Désormais, aucun délai ne court pour cet expéditeur dans cette boîte.",
      received: "Le jour d’arrivée est modifié, et la date avec lui.",
      department: "Confié. Le délai continue de courir.",
      claimed: "Noté\u00a0: vous vous en occupez.",
      compliment: "Marqué comme compliment.",
    },
    reason: (id) => frenchReasons[id] ?? id,
    reasonSentence: (id) => reasonSentences[id] ?? null,
  },
  why: {
    question: "Pourquoi cette date?",
    received: "reçu",
    timeSource: {
      exchange: "Heure de réception\u00a0: du serveur de courriel.",
      header: "Heure de réception\u00a0: de l’en-tête du message.",
      created: "Heure de réception\u00a0: création de la copie dans cette boîte.",
      person: "Heure de réception\u00a0: saisie par une personne.",
    },
    due: "réponse attendue",
    provisional: "Les jours fermés d’ici là ne sont pas tous confirmés; la date peut encore changer.",
    announced: (day) => `Pour cette période achalandée, une date plus tardive est annoncée\u00a0: ${day}.`,
    clause: (clause) => `Norme\u00a0: ${clause}`,
    policy: (name, version) => `${name}, version ${version}`,
    zoneData: (version) => `Données de fuseau horaire ${version}`,
  },
  answered: {
    title: "Répondu autrement",
    way: "Comment",
    ways: {
      phone: "Par téléphone",
      inPerson: "En personne",
      portal: "Dans le portail",
      letter: "Par lettre",
      other: "Autrement",
    },
    day: "Jour",
    time: "Heure",
    record: "Noter la réponse",
    cancel: "Annuler",
    tooEarly: (received) => `Le message est arrivé ${received}; choisissez un moment ultérieur.`,
    toCome: "Ce moment est à venir. Choisissez un moment passé.",
    incomplete: "Indiquez un jour et une heure.",
  },
  more: frenchMore,
  arrival: {
    title: "Quand est-ce arrivé?",
    day: "Jour d’arrivée",
    save: "Enregistrer le jour",
    incomplete: "Indiquez un jour.",
    toCome: "Ce jour est à venir. Choisissez aujourd’hui ou un jour passé.",
    tooLongAgo: "Choisissez un jour parmi les 60 derniers.",
  },
  review: frenchReview,
  replies: frenchReplies,
  selection: frenchSelection,
  compose: frenchCompose,
  team: frenchTeam,
  looks: frenchLooks,
};
