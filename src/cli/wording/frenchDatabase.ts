/** What the commands say that keep, export and move a city's data, in French. */
import type { englishDatabase, englishDatabaseHelp } from "./englishDatabase.ts";

const database = "  --database FICHIER le fichier SQLite ; sinon celui que trouverait `serve`";
const eitherDatabase =
  "  --database FICHIER le fichier SQLite ; sinon la base qu’utiliserait `serve`, SQLite ou PostgreSQL";
const settings = "  --settings FICHIER les réglages, en lignes NOM=valeur (CIVICREPLY_SETTINGS)";

export const frenchDatabaseHelp: typeof englishDatabaseHelp = {
  backup: `civicreply backup --to FICHIER [options]

Copie la base SQLite telle qu’elle est à un moment, pendant que le service tourne, et vérifie la copie. Son propriétaire
seul peut la lire : elle contient la clé sous laquelle les demandes sont nommées. PostgreSQL a son propre pg_dump.

  --to FICHIER       la sauvegarde ; rien n’est écrasé sans qu’on le dise
  --replace          un FICHIER déjà là est remplacé, une fois le nouveau complet
${database}
${settings}`,
  restore: `civicreply restore --from FICHIER [options]

Met une copie vérifiée d’une sauvegarde à la place de la base SQLite, et garde à côté ce qui y était, sous un nom qui
porte l’heure. Arrêtez d’abord le service : tant qu’un autre programme a la base ouverte, rien n’est fait.

  --from FICHIER     la sauvegarde
${database}
${settings}`,
  export: `civicreply export --format csv|json [options] > FICHIER

Les demandes dans l’ordre de leurs noms, métadonnées seules. docs/export.md explique les colonnes.

  --format csv       une ligne par demande, telle qu’elle est maintenant
  --format json      les faits, un par ligne, tels que « civicreply explain --facts » et « civicreply figures --facts »
                     les lisent
  --from, --to JOUR  seulement les demandes reçues ces jours-là, les deux compris, comme 2026-11-01
  --bom              commence par une marque d’ordre des octets, à laquelle Excel reconnaît l’UTF-8
${eitherDatabase}
${settings}`,
  rebuild: `civicreply rebuild [options]

Recalcule les dates de chaque demande et chaque compte d’un jour à partir des faits, et dit combien de comptes étaient
autres. Ce qui est signalé entre-temps attend dans les volets.

${eitherDatabase}
${settings}`,
  purge: `civicreply purge [options]

Enlève les faits des demandes réglées plus anciennes que ce que la politique conserve (privacy.retentionDays), et de
celles qui étaient retirées comme privées avant la dernière purge. Leurs totaux quotidiens restent. Le service fait de
même une fois par jour.

${eitherDatabase}
${settings}`,
  move: `civicreply move --to ADRESSE [options]

Déménage tout ce que contient la base SQLite vers une base PostgreSQL vide, en une transaction : tout, ou rien. Arrêtez
d’abord le service. Chaque ligne est relue et comparée, et chaque compte recalculé à partir des faits. Le fichier SQLite
reste tel quel.

  --to ADRESSE       postgres://utilisateur@hôte/base ; le mot de passe peut venir de PGPASSWORD
${database}
${settings}`,
};

export const frenchDatabase: typeof englishDatabase = {
  sayTo: "nommez le fichier à écrire : --to FICHIER",
  sayBackup: "nommez la sauvegarde : --from FICHIER",
  sayFormat: "dites sous quelle forme : --format csv ou --format json",
  sayDays: "--from et --to acceptent des jours comme 2026-11-01, le premier pas après le dernier",
  sayServer: "dites vers où : --to postgres://utilisateur@hôte/base",
  fileOnly:
    "Les réglages nomment une base PostgreSQL, que cette commande ne sait pas traiter : nommez un fichier SQLite par --database. Pour PostgreSQL, pg_dump sauvegarde et pg_restore restaure.",
  backedUp: (file, facts) => `Sauvegarde ${file} : ${facts} faits, vérifiée.`,
  restored: (file, facts) => `Base ${file} : ${facts} faits, restaurée et vérifiée.`,
  keptAs: (file) => `Ce qui y était est gardé sous ${file}.`,
  purged: (inquiries, days) =>
    `${inquiries} ${inquiries < 2 ? "demande enlevée" : "demandes enlevées"} ; les totaux restent. ${
      days === null
        ? "La politique ne nomme pas de durée de conservation : seul ce qui est privé part."
        : `La politique conserve ${days} jours.`
    }`,
  rebuilt: (others) =>
    others === 0
      ? "Tous les comptes sont ceux des faits."
      : `${others === 1 ? "1 compte n’était pas celui" : `${others} comptes n’étaient pas ceux`} des faits ; c’est corrigé.`,
  moved: (facts, inquiries) =>
    `Déménagés et comparés : ${facts} faits de ${inquiries} demandes, les versions de la politique et tout le reste.`,
  serveFromThere: (file) =>
    `Le service peut maintenant utiliser la nouvelle base (CIVICREPLY_DATABASE_URL). ${file} reste tel quel.`,
};
