/** The review list in English. */
import type { ReviewText } from "./text.ts";

export const englishReview: ReviewText = {
  link: (n) => `Off the clock this week: ${n}`,
  back: "Back",
  title: (n) =>
    n === 0
      ? "No message was put off the clock this week."
      : n === 1
        ? "1 message was put off the clock this week."
        : `${n} messages were put off the clock this week.`,
  scope: "By rule, as this computer saw it. The list stays here.",
  probable: "Probable: please look",
  certain: "Certain",
  noSubject: "(no subject)",
  needsReply: (subject) => `This needs a reply: ${subject}`,
  never: "Never need a reply",
  neverScope: "Their mail stays off the clock, in this mailbox on this computer only.",
  everybodyAt: (domain) => `Everybody at ${domain}`,
  since: (day) => `since ${day}`,
  thisWeek: (n) => `${n} this week`,
  remove: "Remove",
  removeSender: (sender) => `Remove ${sender}`,
  forCity: "Copy for the city’s list",
  forCityLabel: "For the city’s policy",
  forCityHint: "Machine addresses and whole domains only. Give it to your administrator.",
};
