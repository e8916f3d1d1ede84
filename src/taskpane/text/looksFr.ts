/** Who looked at figures, and who changed what, in (Canadian) French. */
import type { Done, LooksText } from "./looksText.ts";

const many = (n: number, one: string, more: string) => `${n} ${n < 2 ? one : more}`;
const figures = (places: readonly string[]) =>
  places.length === 0 ? "les chiffres de toute la ville" : `les chiffres de\u00a0: ${places.join(", ")}`;
const inquiries = (places: readonly string[]) =>
  places.length === 0 ? "les demandes de toute la ville" : `les demandes de\u00a0: ${places.join(", ")}`;
const span = (days: Done["days"]) => (days === null ? "" : `, du ${days[0]} au ${days[1]}`);
const moved = (n: number) => (n === 0 ? "" : `; ${many(n, "échéance déplacée", "échéances déplacées")}`);

const words: Readonly<Record<string, (done: Done) => string>> = {
  looked: ({ places }) => `a consulté ${figures(places)}`,
  personsLooked: ({ places }) =>
    places.length === 0
      ? "a consulté les chiffres par personne de toute la ville"
      : `a consulté les chiffres par personne de\u00a0: ${places.join(", ")}`,
  personErased: () => "a effacé une personne des chiffres par personne",
  exported: ({ places, days }) => `a tiré un fichier avec ${inquiries(places)}${span(days)}`,
  recalculated: ({ days, count: n }) => `a recalculé des échéances${span(days)}${moved(n)}`,
  closed: () => "a fermé ce qui restait ouvert d’une boîte qui ne sert plus",
  erased: () => "a effacé une demande",
  searched: () => "a cherché une demande par son message",
  purged: ({ count: n }) => `a supprimé ce qui n’est plus conservé de ${many(n, "demande", "demandes")}`,
  policyChanged: ({ version, count: n }) => `a mis en vigueur la version ${version} de la politique${moved(n)}`,
  periodSet: ({ days, count: n }) => `a fixé une période de pointe${span(days)}${moved(n)}`,
};

export const frenchLooks: LooksText = {
  label: "Qui a consulté les chiffres",
  scope:
    "Pour tout le personnel\u00a0: qui a consulté les chiffres de quel service, une fois par jour chacun, et qui a changé quoi. Les 400 derniers jours, du plus récent au plus ancien.",
  loading: "Lecture de la liste",
  none: "Personne n’a encore consulté les chiffres.",
  service: "Le service informatique lui-même",
  more: (n) => `En montrer ${n} de plus`,
  done: (done) => words[done.deed]?.(done) ?? `a fait ce que ce volet ne sait pas encore nommer\u00a0: ${done.deed}`,
  failures: {
    offline: "Le service ne répond pas pour l’instant. La liste reviendra avec lui.",
    signInNeeded: "Connectez-vous pour voir qui a consulté les chiffres.",
    unsupported:
      "Il n’y a pas de service ici\u00a0: aucun chiffre ne quitte cet ordinateur, donc personne ne peut en consulter.",
    other: "La liste n’a pu être lue. Réessayez; si cela persiste, avisez l’administration.",
  },
};
