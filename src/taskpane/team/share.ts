/** A share of inquiries in words: under five, the two numbers stand in place of a percentage. */
import { percentOf } from "../../domain/timeliness/percent.ts";
import type { Share } from "../../domain/timeliness/statistics.ts";
import type { TeamText } from "../text/text.ts";

/** The smallest group for which a percentage or a median says anything (peers.md §4). */
export const smallestGroup = 5;

/** "93 %" or "3 of 4". */
export function shareInWords(share: Share, team: TeamText): string {
  return share.due < smallestGroup ? team.ofFew(share.met, share.due) : team.percent(percentOf(share));
}

/** The sentence that opens the team view. */
export function shareSentence(share: Share, team: TeamText): string {
  if (share.due === 0) return team.nothingDue;
  if (share.met === share.due) return team.every(share.due);
  return share.due < smallestGroup ? team.few(share.met, share.due) : team.share(percentOf(share));
}

/** "up from 89 %"; null where either period is too small to compare. */
export function trendInWords(now: Share, before: Share, team: TeamText): string | null {
  if (now.due < smallestGroup || before.due < smallestGroup) return null;
  const [here, there] = [percentOf(now), percentOf(before)];
  const words = team.percent(there);
  return here > there ? team.upFrom(words) : here < there ? team.downFrom(words) : team.sameAs(words);
}
