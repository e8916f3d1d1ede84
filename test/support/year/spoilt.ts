/** Names of messages of which a fresh look cannot know everything: one that belongs with them was deleted for good. */
import { colleague } from "./town.ts";
import type { Life } from "./life.ts";

export function spoiltNames({ town, destroyed }: Life): ReadonlySet<string> {
  const { names, conversations } = destroyed;
  const all = [...new Set([...town.boxesOf(colleague), town.mine])].flatMap((box) => [...box.all()]);
  // Until nothing more is found: what shares a conversation or a reference belongs with it.
  for (let before = -1; before !== names.size + conversations.size;) {
    before = names.size + conversations.size;
    for (const { internetMessageId, conversationId, references, inReplyTo } of all) {
      const linked = [internetMessageId, ...references, ...(inReplyTo === null ? [] : [inReplyTo])];
      if (!conversations.has(conversationId) && !linked.some((name) => names.has(name))) continue;
      conversations.add(conversationId);
      for (const name of linked) names.add(name);
    }
  }
  return names;
}
