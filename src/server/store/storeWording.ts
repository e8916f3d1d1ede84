/** Why a database or a copy of one cannot be used, for the administrator, in English and French. */
import type { Language } from "../../domain/wording/dates.ts";
import { filled, type FillValues } from "../../domain/wording/filled.ts";

const english = {
  newer:
    "The database is of version {reached}; this program knows versions up to {known}. Start a newer CivicReply, or restore a backup.",
  notWritable:
    "The database {file} cannot be opened for writing ({reason}). Check that its folder exists, is writable and has room, or name another file in CIVICREPLY_DATABASE.",
  noServer:
    "The PostgreSQL database cannot be used ({reason}). Check that it runs, and its address (CIVICREPLY_DATABASE_URL, or --to of a move).",
  neverServed: "No policy was ever in force in this database: start the service with it once.",
  /* files */
  missing: "There is no file {file}: check the path.",
  unreadable: "The database {file} cannot be read ({reason}).",
  notOurs: "{file} is no database of CivicReply.",
  damaged: "{file} is damaged ({reason}): take the newest backup that is whole.",
  inUse: "{file} is open in another program, such as a running service: stop that first.",
  unclear:
    "{file} cannot be read ({reason}), so whether a service uses it cannot be told. To put a backup in its place: stop the service, move the file away together with those that have -wal and -shm after its name, and restore.",
  taken: "{file} exists already: name another file, or add --replace.",
  notCopied: "The copy {file} cannot be written ({reason}): check that its folder exists, is writable and has room.",
  incomplete: "The copy has {copied} rows of {table} where the database has {kept}: make it again.",
  /* moving */
  notEmpty: "The PostgreSQL database holds something already (table {table}): name an empty one.",
  changed: "The PostgreSQL database gives other rows of {table} back than it was given: nothing was moved.",
  brokenOff: "The move broke off ({reason}): nothing was moved. Make it again.",
} as const;

export type StoreProblemKind = keyof typeof english;

const french: Readonly<Record<StoreProblemKind, string>> = {
  newer:
    "La base est de version {reached} ; ce programme connaît les versions jusqu’à {known}. Lancez un CivicReply plus récent, ou restaurez une sauvegarde.",
  notWritable:
    "La base {file} ne peut pas être ouverte en écriture ({reason}). Vérifiez que son dossier existe, est accessible en écriture et a de la place, ou nommez un autre fichier dans CIVICREPLY_DATABASE.",
  noServer:
    "La base PostgreSQL ne peut pas servir ({reason}). Vérifiez qu’elle fonctionne, et son adresse (CIVICREPLY_DATABASE_URL, ou --to d’un déménagement).",
  neverServed: "Aucune politique n’a jamais été en vigueur dans cette base : lancez une fois le service avec elle.",
  missing: "Il n’y a pas de fichier {file} : vérifiez le chemin.",
  unreadable: "La base {file} ne peut pas être lue ({reason}).",
  notOurs: "{file} n’est pas une base de CivicReply.",
  damaged: "{file} est endommagé ({reason}) : prenez la dernière sauvegarde intacte.",
  inUse: "{file} est ouvert dans un autre programme, tel un service qui tourne : arrêtez-le d’abord.",
  unclear:
    "{file} ne peut pas être lu ({reason}), et l’on ne peut donc savoir si un service s’en sert. Pour mettre une sauvegarde à sa place : arrêtez le service, déplacez le fichier avec ceux qui portent -wal et -shm après son nom, et restaurez.",
  taken: "{file} existe déjà : nommez un autre fichier, ou ajoutez --replace.",
  notCopied:
    "La copie {file} ne peut pas être écrite ({reason}) : vérifiez que son dossier existe, est accessible en écriture et a de la place.",
  incomplete: "La copie a {copied} lignes de {table} là où la base en a {kept} : refaites-la.",
  notEmpty: "La base PostgreSQL contient déjà quelque chose (table {table}) : nommez-en une vide.",
  changed: "La base PostgreSQL rend d’autres lignes de {table} que celles qu’elle a reçues : rien n’a été déménagé.",
  brokenOff: "Le déménagement a été interrompu ({reason}) : rien n’a été déménagé. Recommencez.",
};

const catalogue: Readonly<Record<Language, Readonly<Record<StoreProblemKind, string>>>> = { en: english, fr: french };

export interface StoreProblem {
  readonly kind: StoreProblemKind;
  /** What stands in the sentence's braces. Never an address, which may hold a password. */
  readonly values: FillValues;
}

export function storeSentence({ kind, values }: StoreProblem, language: Language): string {
  return filled(catalogue[language][kind], values);
}
