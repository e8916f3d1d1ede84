/** Who looked at figures, and who changed what, in English. */
import type { Done, LooksText } from "./looksText.ts";

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const figures = (places: readonly string[]) =>
  places.length === 0 ? "the whole city’s figures" : `the figures of ${places.join(", ")}`;
const inquiries = (places: readonly string[]) =>
  places.length === 0 ? "the whole city’s inquiries" : `the inquiries of ${places.join(", ")}`;
const span = (days: Done["days"]) => (days === null ? "" : `, ${days[0]} to ${days[1]}`);
const moved = (n: number) => (n === 0 ? "" : `; ${count(n, "due date", "due dates")} moved`);

const words: Readonly<Record<string, (done: Done) => string>> = {
  looked: ({ places }) => `looked at ${figures(places)}`,
  personsLooked: ({ places }) =>
    `looked at the figures by person of ${places.length === 0 ? "the whole city" : places.join(", ")}`,
  personErased: () => "erased a person from the figures by person",
  exported: ({ places, days }) => `took ${inquiries(places)} as a file${span(days)}`,
  recalculated: ({ days, count: n }) => `worked due dates out again${span(days)}${moved(n)}`,
  closed: () => "closed what was open of a mailbox that is no longer used",
  erased: () => "erased an inquiry",
  searched: () => "searched for an inquiry by its message",
  purged: ({ count: n }) => `took away what is no longer kept of ${count(n, "inquiry", "inquiries")}`,
  policyChanged: ({ version, count: n }) => `put version ${version} of the policy into force${moved(n)}`,
  periodSet: ({ days, count: n }) => `set a high-volume period${span(days)}${moved(n)}`,
};

export const englishLooks: LooksText = {
  label: "Who looked at the figures",
  scope:
    "For everyone who works here: who looked at which department’s figures, once a day each, and who changed what. The past 400 days, latest first.",
  loading: "Getting the list",
  none: "Nobody looked yet.",
  service: "The service itself",
  more: (n) => `Show ${n} more`,
  done: (done) => words[done.deed]?.(done) ?? `did something this pane has no words for yet: ${done.deed}`,
  failures: {
    offline: "The service does not answer now. The list comes back with it.",
    signInNeeded: "Sign in to see who looked.",
    unsupported: "There is no service here: no figures leave this computer, so nobody can look at any.",
    other: "The list could not be read. Try again; if it stays so, tell your administrator.",
  },
};
