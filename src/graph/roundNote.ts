/**
 * What a round has to remember from page to page, written behind the `#` of its link: it survives a restart with the
 * link and is never sent.
 *
 * With a $filter, delta brings at most 5,000 messages in all (graph.md §3.1). A round that brought so many is followed
 * by one over the whole folder, and that one by what changed since the first: else a message that was removed meanwhile
 * would stay in the caller's copy, told by the first and untold by the second.
 */
import { instant, type Instant } from "../domain/time.ts";
import { parsed } from "./answer.ts";

export interface RoundNote {
  /** Messages received before are left out. */
  readonly since: Instant;
  /** Messages that the filtered round has brought so far; null when there is nothing to count. */
  readonly seen: number | null;
  /** What is still to be read when this part is over. */
  readonly then: string | null;
  /** Where the caller's next round begins, once `then` is read too. */
  readonly delta: string | null;
}

export const mostFiltered = 5_000;

export interface NotedLink {
  /** As Graph gave it. */
  readonly link: string;
  readonly note: RoundNote | null;
}

export function noted({ link, note }: NotedLink): string {
  return note === null ? link : `${link}#${encodeURIComponent(JSON.stringify(note))}`;
}

export function notedLink(text: string): NotedLink {
  const at = text.indexOf("#");
  if (at < 0) return { link: text, note: null };
  const note = parsed(decodeURIComponent(text.slice(at + 1))) as RoundNote;
  return { link: text.slice(0, at), note: { ...note, since: instant(note.since) } };
}

/** How a round goes on after a part that ended with this delta link: with another part, or it is over. */
export function afterPart(
  delta: string,
  note: RoundNote | null,
  wholeFolder: string,
): { readonly next: string | null; readonly delta: string | null } {
  if (note === null) return { next: null, delta };
  const { since, seen, then } = note;
  const over = { since, seen: null, then: null, delta: null };
  if (seen !== null && seen >= mostFiltered)
    return { next: noted({ link: wholeFolder, note: { ...over, then: delta } }), delta: null };
  if (then !== null) return { next: noted({ link: then, note: { ...over, delta } }), delta: null };
  return { next: null, delta: noted({ link: note.delta ?? delta, note: over }) };
}
