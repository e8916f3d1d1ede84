/** The menu of what is seldom needed, in (Canadian) French. */
import type { MoreText } from "./text.ts";

export const frenchMore: MoreText = {
  more: "Autres actions",
  onIt: "Je m’en occupe",
  claimed: (day) => `Quelqu’un ici s’en occupe, ${day} inclus.`,
  markCompliment: "Marquer comme compliment",
  compliment: "Un compliment.",
  correctDay: "Corriger le jour d’arrivée",
  handOver: "Confier à",
  returned: "Votre réponse n’est pas arrivée.",
};
