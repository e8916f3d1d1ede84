/** A town that publishes all there is to publish: a period of high volume, a department of its own, a commitment, figures. */
import { currentPolicy, type CurrentPolicy } from "../../../../src/server/currentPolicy.ts";
import { townPolicy } from "../../support/town.ts";

const clause = "CS-1 §5.1";

export const publishingPolicy = {
  ...townPolicy,
  city: { name: "Town of Elm Bend", names: { fr: "Ville d’Elm Bend" } },
  calendar: {
    ...townPolicy.calendar,
    closures: [
      { date: "2026-11-11", name: "Remembrance Day" },
      { date: "2026-12-25", name: "Christmas Day" },
    ],
    special: { "2026-12-24": [["08:30", "12:00"]] },
    confirmedThrough: "2026-12-31",
  },
  counting: { ...townPolicy.counting, clause: "CS-1 §5", cityToConfirm: true },
  channels: {
    email: { ...townPolicy.channels.email, names: { fr: "Courriel" }, clause },
    voicemail: { ...townPolicy.channels.voicemail, names: { fr: "Messagerie vocale" }, clause },
    counter: { name: "Counter", names: { fr: "Comptoir" }, kind: "other" },
  },
  departments: {
    ...townPolicy.departments,
    parks: { name: "Parks", names: { fr: "Parcs" }, responseDays: { email: 4 }, authority: "Procedure 7" },
  },
  highVolume: [
    {
      id: "budget",
      from: "2026-11-16",
      to: "2026-12-04",
      authority: "Town Manager, CS-1 §5.2",
      reason: "Assessment notices were mailed.",
      responseDays: { email: 3 },
    },
  ],
  commitment: { texts: { en: "We care." }, clause: "CS-1 §4.1" },
  privacy: { publishFigures: true, minimumGroup: 3 },
};

/** @param changes to the document above; undefined leaves a field out */
export function publishing(changes: Readonly<Record<string, unknown>> = {}): CurrentPolicy {
  const read = currentPolicy(JSON.parse(JSON.stringify({ ...publishingPolicy, ...changes })));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}
