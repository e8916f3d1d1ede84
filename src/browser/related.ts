/** Finds all messages that belong together, whatever holds them. */
import { marksOf, type KeptMessage } from "../addin/ledgerPorts.ts";

/** One look-up in the store; many run side by side. */
export interface MessageIndex {
  readonly byKey: (keys: readonly string[]) => Promise<readonly KeptMessage[]>;
  /** Messages that bear one of these marks (`marksOf`). */
  readonly byMark: (marks: readonly string[]) => Promise<readonly KeptMessage[]>;
}

/** Messages that themselves have one of these internet message ids; those that only answer it bear its mark too. */
export async function namedIn(index: MessageIndex, names: readonly string[]): Promise<readonly KeptMessage[]> {
  const wanted = new Set(names);
  const found = await index.byMark([...wanted].map((name) => `id ${name}`));
  return unique(found.filter(({ internetMessageId }) => wanted.has(internetMessageId)));
}

/** Step by step from the messages asked for: what shares a mark with one of them belongs with it. */
export async function relatedTo(index: MessageIndex, keys: readonly string[]): Promise<readonly KeptMessage[]> {
  const found = new Map<string, KeptMessage>();
  const followed = new Set<string>();
  let news = await index.byKey(keys);
  while (news.length > 0) {
    for (const message of news) found.set(message.key, message);
    const marks = [...new Set(news.flatMap(marksOf))].filter((mark) => !followed.has(mark));
    for (const mark of marks) followed.add(mark);
    const next = marks.length === 0 ? [] : await index.byMark(marks);
    news = unique(next).filter(({ key }) => !found.has(key));
  }
  return [...found.values()];
}

function unique(messages: readonly KeptMessage[]): readonly KeptMessage[] {
  return [...new Map(messages.map((message) => [message.key, message])).values()];
}
