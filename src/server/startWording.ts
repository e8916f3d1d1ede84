/** What is said before the service runs, of its settings and of what they point at: English and French. */
import type { Language } from "../domain/wording/dates.ts";

const english = {
  /* settings */
  flag: "must be 0 or 1",
  number: "must be a number",
  whole: "must be a whole number",
  atLeast: (least: number) => `must be at least ${least}`,
  atMost: (most: number) => `must be at most ${most}`,
  postgres: "must begin with postgres://",
  https: "must be an https address",
  missingIssuer:
    "is missing: the address in the tokens' iss, such as https://login.microsoftonline.com/<tenant id>/v2.0",
  missingAudience: "is missing: the client id of the API's app registration",
  missingTenant: "is missing: the tenant id",
  origin: "must be an origin such as https://addin.example, without a path",
  origins: "must be origins such as https://addin.example, with commas between them and without paths",
  inquiryKey: "must be at least 32 bytes in base64url",
  groupsJson: 'must be JSON, such as {"<group id>":["planning"]}',
  groupsLists: 'must be an object of lists, such as {"<group id>":["planning"]}',
  logLevel: "must be debug, info, warn, error or silent",
  trustProxy: "must be the proxies' addresses or ranges, such as 10.0.0.5,192.168.0.0/16, or their number, from 1 to 9",
  pairMissing: "is missing: certificate and key come together",
  plainHttp:
    "is missing: other computers can reach the service and would send it tokens unencrypted; give a certificate and its key, or name the proxy that speaks TLS for it in CIVICREPLY_TRUST_PROXY",
  issuerElsewhere: "must be on localhost while CIVICREPLY_SANDBOX_ISSUER is 1",
  issuerHere: "is on this machine: that is trusted only with CIVICREPLY_SANDBOX_ISSUER=1, for trying things out",
  noAddinOrigin:
    "is missing: with CIVICREPLY_WEB_ROOT, classic Outlook's events need the origin under which people reach the add-in",
  unknownName: (nearest: string | null) =>
    `is not a setting and is ignored: ${nearest === null ? "docs/deploy.md lists them all" : `did you mean ${nearest}?`}`,
  noSettingsFile: (file: string, code: string) => `the settings file ${file} cannot be read (${code})`,
  notNameValue: (start: string) =>
    `the settings file has a line that is not NAME=value: look ${start === "" ? "for it" : `at the one that begins with ${start}`}`,
  /* what they point at */
  noFile: (file: string, code: string) => `the file ${file} cannot be read (${code})`,
  notJson: (file: string, reason: string) => `${file} is not JSON: ${reason}`,
  within: (file: string, path: string, message: string) => `${file}: ${path === "" ? "" : `${path}: `}${message}`,
  noPair:
    "and CIVICREPLY_TLS_KEY do not hold a certificate and its key: give both in PEM, the key without a passphrase",
  expired: (day: string) => `the certificate expired on ${day}: renew it; the new one is taken without a restart`,
  expires: (day: string) => `the certificate expires on ${day}: renew it; the new one is taken without a restart`,
  noWebRoot: (folder: string) => `there is no taskpane.html in ${folder}: name the folder dist/web of a build`,
  portTaken: (port: number, host: string) =>
    `port ${port} is taken on ${host}: stop the other program, or choose another port`,
  portNotAllowed: (port: number) => `port ${port} needs more rights than this process has: choose one from 1024 on`,
  noSuchHost: (host: string) => `this machine has no address ${host}`,
  /* the start itself */
  cannotStart: "The service cannot start.",
};

export type StartWords = typeof english;

const french: StartWords = {
  flag: "doit être 0 ou 1",
  number: "doit être un nombre",
  whole: "doit être un nombre entier",
  atLeast: (least) => `doit être au moins ${least}`,
  atMost: (most) => `doit être au plus ${most}`,
  postgres: "doit commencer par postgres://",
  https: "doit être une adresse https",
  missingIssuer:
    "manque : l’adresse que portent les jetons (iss), comme https://login.microsoftonline.com/<id du locataire>/v2.0",
  missingAudience: "manque : l’id client de l’inscription d’application de l’API",
  missingTenant: "manque : l’id du locataire",
  origin: "doit être une origine comme https://addin.example, sans chemin",
  origins: "doit énumérer des origines comme https://addin.example, séparées par des virgules et sans chemin",
  inquiryKey: "doit compter au moins 32 octets en base64url",
  groupsJson: 'doit être du JSON, comme {"<id du groupe>":["planning"]}',
  groupsLists: 'doit être un objet de listes, comme {"<id du groupe>":["planning"]}',
  logLevel: "doit être debug, info, warn, error ou silent",
  trustProxy:
    "doit énumérer les adresses ou plages des mandataires, comme 10.0.0.5,192.168.0.0/16, ou dire leur nombre, de 1 à 9",
  pairMissing: "manque : le certificat et sa clé vont ensemble",
  plainHttp:
    "manque : d’autres ordinateurs peuvent atteindre le service et lui enverraient des jetons en clair ; donnez un certificat et sa clé, ou nommez dans CIVICREPLY_TRUST_PROXY le mandataire qui parle TLS pour lui",
  issuerElsewhere: "doit être sur localhost tant que CIVICREPLY_SANDBOX_ISSUER vaut 1",
  issuerHere: "est sur cet ordinateur : accepté seulement avec CIVICREPLY_SANDBOX_ISSUER=1, pour essayer",
  noAddinOrigin:
    "manque : avec CIVICREPLY_WEB_ROOT, les événements d’Outlook classique ont besoin de l’origine où l’on atteint le complément",
  unknownName: (nearest) =>
    `n’est pas un réglage et reste sans effet : ${nearest === null ? "docs/deploy.md les énumère tous" : `vouliez-vous dire ${nearest} ?`}`,
  noSettingsFile: (file, code) => `le fichier de réglages ${file} ne peut pas être lu (${code})`,
  notNameValue: (start) =>
    `le fichier de réglages a une ligne qui n’est pas NOM=valeur : ${start === "" ? "cherchez-la" : `voyez celle qui commence par ${start}`}`,
  noFile: (file, code) => `le fichier ${file} ne peut pas être lu (${code})`,
  notJson: (file, reason) => `${file} n’est pas du JSON : ${reason}`,
  within: (file, path, message) => `${file} : ${path === "" ? "" : `${path} : `}${message}`,
  noPair:
    "et CIVICREPLY_TLS_KEY ne contiennent pas un certificat et sa clé : donnez les deux en PEM, la clé sans phrase secrète",
  expired: (day) =>
    `le certificat a expiré le ${day} : renouvelez-le ; le nouveau sera pris en compte sans redémarrage`,
  expires: (day) => `le certificat expire le ${day} : renouvelez-le ; le nouveau sera pris en compte sans redémarrage`,
  noWebRoot: (folder) => `il n’y a pas de taskpane.html dans ${folder} : nommez le dossier dist/web d’une construction`,
  portTaken: (port, host) =>
    `le port ${port} est pris sur ${host} : arrêtez l’autre programme, ou choisissez un autre port`,
  portNotAllowed: (port) => `le port ${port} demande plus de droits que ce processus n’en a : prenez-en un dès 1024`,
  noSuchHost: (host) => `cet ordinateur n’a pas d’adresse ${host}`,
  cannotStart: "Le service ne peut pas démarrer.",
};

export const startWords: Readonly<Record<Language, StartWords>> = { en: english, fr: french };
