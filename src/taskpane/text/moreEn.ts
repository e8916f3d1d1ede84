/** The menu of what is seldom needed, in English. */
import type { MoreText } from "./text.ts";

export const englishMore: MoreText = {
  more: "More",
  onIt: "I’m on it",
  claimed: (day) => `Somebody here is on it, through ${day}.`,
  markCompliment: "Mark as a compliment",
  compliment: "A compliment.",
  correctDay: "Correct the day of arrival",
  handOver: "Hand over to",
  returned: "Your reply did not arrive.",
};
