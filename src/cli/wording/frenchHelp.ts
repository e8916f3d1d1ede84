/** The command's help, in French. Names of options and fields are the same in every language. */
import type { englishHelp } from "./englishHelp.ts";

const question = `  --channel ID       le canal de la politique ; sinon celui du courriel ordinaire
  --department ID    un service municipal qui a son calendrier ou ses délais`;
const policy = "  --policy FICHIER   le document de politique ; sinon celui du paquet";
const received = `  --received HEURE   2026-11-20T16:30:00-06:00, ou "2026-11-20 16:30" à l’heure de la ville`;

export const frenchHelp: typeof englishHelp = {
  civicreply: `civicreply COMMANDE [options]

  policy check FICHIER  chaque problème d’une politique, et ce que la ville doit confirmer
  due                   quand une réponse est due
  explain               pourquoi à cette date ; avec --facts, où en est chaque demande et pourquoi
  figures               les chiffres d’une équipe à partir des faits, avec les demandes derrière chacun
  business-time         le temps de bureau entre deux instants
  holidays ANNÉE        propose les fermetures d’une année
  triage FICHIER.eml    si un message compte, et pourquoi
  serve                 lance le service
  backup --to FICHIER   une copie vérifiée de la base SQLite, pendant que le service tourne
  restore --from FICHIER  met une sauvegarde à la place de la base
  export                chaque demande en une ligne, ou ses faits tels que explain et figures les lisent
  rebuild               recalcule chaque compte à partir des faits
  purge                 enlève ce qui est plus ancien que ce que la politique conserve
  move --to ADRESSE     de la base SQLite vers une base PostgreSQL vide

  --language CODE       en ou fr ; sinon selon LC_ALL, LC_MESSAGES ou LANG

« civicreply COMMANDE --help » montre ce que chacune accepte.`,
  policy: `civicreply policy check FICHIER
civicreply policy check FICHIER --ndjson
civicreply policy check --ndjson < lignes

  --ndjson   avec FICHIER : sort {"path","severity","message"} par problème, un par ligne ;
             sans : lit {"id","policy"}, sort {"id","ok","problems"}

État de sortie 1 si la politique ne peut pas servir.`,
  due: `civicreply due --received HEURE [--channel ID] [options]
civicreply due --ndjson < lignes

${received}
${question}
${policy}
  --ndjson           lit {"id","receivedAt","channel"}, sort {"id","dueAt","dueDay","provisional"}, un par ligne ;
                     dueAt et dueDay sont null si rien n’est dû : le canal n’a pas de délai, ou le
                     message est arrivé avant countsFrom ; en période de fort volume, aussi
                     "announced": {"dueAt","dueDay","provisional"}`,
  explain: `civicreply explain --received HEURE [--channel ID] [options]
civicreply explain --ndjson < lignes
civicreply explain --facts FICHIER [--at HEURE] [--ndjson]

${received}
${question}
  --source NOM       d’où vient l’heure : exchange, header, created, person
  --facts FICHIER    des faits, en liste JSON ou un par ligne : pour chaque demande, où elle en est, toute la
                     chaîne de son échéance, ce que ses faits disent et pourquoi cela compte
  --at HEURE         à quel moment ; sinon maintenant
${policy}
  --ndjson           lit {"id","receivedAt","channel"}, sort la chaîne en données, une par ligne ;
                     avec --facts : sort un objet par demande`,
  figures: `civicreply figures --facts FICHIER [options]

Les chiffres d’équipe du volet et du service, recalculés à partir des faits, chacun avec les demandes derrière lui.

  --facts FICHIER    des faits, en liste JSON ou un par ligne
  --department ID    les chiffres d’un service municipal ; sinon tous
  --at HEURE         à quel moment ; sinon maintenant
  --weeks N          durée de la période qui finit alors ; sinon 4
${policy}
  --ndjson           sort un chiffre par ligne : {"figure","value","inquiries"}`,
  "business-time": `civicreply business-time --from HEURE --to HEURE [options]
civicreply business-time --ndjson < lignes

  --from, --to HEURE 2026-11-20T16:30:00-06:00, ou "2026-11-20 16:30" à l’heure de la ville
  --department ID    un service municipal qui a son calendrier
${policy}
  --ndjson           lit {"id","from","to"}, et "department" au besoin, sort {"id","milliseconds","minutes"}, un par ligne`,
  holidays: `civicreply holidays ANNÉE [options]
civicreply holidays --ndjson < lignes

  --easter-monday       fermé le lundi de Pâques
  --christmas-closure   fermé entre Noël et le jour de l’An
  --remembrance-stays   le jour du Souvenir tombant une fin de semaine ne donne pas de congé
  --ics FICHIER         propose plutôt les jours entiers d’un fichier iCalendar qui tombent dans ANNÉE
  --policy FICHIER      la politique dont on demande les fermetures ; sinon celle du paquet
  --ndjson              sort {"date","name","rule"}, un par ligne ; sans ANNÉE : lit {"id","year"}, sort {"id","closures"}`,
  triage: `civicreply triage [--policy FICHIER] FICHIER.eml…
civicreply triage [--policy FICHIER] --ndjson < lignes

Dit de chaque message, un objet JSON par ligne, s’il compte :
  {"id","onTheClock","reason","channel","rule","probable"}
L’id d’un fichier .eml est son nom ; dossiers et fichiers .mbox sont lus message par message.

${policy}
  --ndjson           chaque ligne lue est un message :
    {"id","from":{"name","address"},"sender"?,"replyTo":[…],"to":[…],"cc":[…],"subject",
     "headers":[["name","value"],…],"itemClass"?,"parts":[{"type","method"?,"reportType"?,"embedded"?}],"receivedAt"}

Ce qui ne peut être lu reçoit sa réponse à sa place, {"id","error"}, et l’état de sortie est 1.`,
  serve: `civicreply serve [options]

  --port N           port d’écoute (CIVICREPLY_PORT)
  --host ADRESSE     adresse d’écoute (CIVICREPLY_HOST ; 127.0.0.1)
  --policy FICHIER   le document de politique (CIVICREPLY_POLICY)
  --database FICHIER le fichier SQLite (CIVICREPLY_DATABASE)
  --settings FICHIER les réglages, en lignes NOM=valeur (CIVICREPLY_SETTINGS)
  --check            lit réglages, politique, certificat et base, dit ce qui ne va pas ou « prêt à démarrer », et ne
                     lance rien ; état de sortie 1 si quelque chose ne va pas
  --help             ce texte

Tout le reste se règle dans l’environnement ou le fichier ; docs/deploy.md l’énumère. Une option l’emporte sur
l’environnement, l’environnement sur le fichier.`,
};
