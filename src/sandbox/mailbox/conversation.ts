/** Which messages belong together, roughly as Exchange sees it: by references while the topic is the same. */
import { createHash, randomUUID } from "node:crypto";

/** "RE: FW: Fence height" -> "Fence height"; prefixes in English and French, and "RE[2]:". */
export function normalizedSubject(subject: string): string {
  const prefix = /^\s*(re|fw|fwd|tr|réf|aw|wg)(\[\d+\])?\s*:/i;
  let rest = subject;
  while (prefix.test(rest)) rest = rest.replace(prefix, "");
  return rest.replace(/\s+/g, " ").trim();
}

export interface Threaded {
  readonly conversationId: string;
  readonly internetMessageId: string;
  readonly subject: string;
}

/** Message ids in a header value such as References: `<a@x.example> <b@y.example>`. */
export function messageIdsIn(value: string | null | undefined): readonly string[] {
  return (value ?? "").match(/<[^<>\s]+>/g) ?? [];
}

/**
 * The conversation of a message. A subject that somebody edits splits a thread even where the references go on
 * (outlook-platform §2.2), and a reply without references joins by its topic.
 *
 * @param known messages of this mailbox, by message id and by topic
 */
export function conversationOf(
  message: {
    readonly internetMessageId: string;
    readonly subject: string;
    readonly threadTopic?: string | undefined;
    readonly inReplyTo: string | null;
    readonly references: readonly string[];
  },
  known: { byMessageId(id: string): Threaded | undefined; byTopic(topic: string): Threaded | undefined },
): string {
  const topic = topicOf(message.threadTopic ?? message.subject);
  const answered = [message.inReplyTo ?? "", ...[...message.references].reverse()];
  for (const id of answered) {
    const found = known.byMessageId(id);
    if (found && topicOf(found.subject) === topic) return found.conversationId;
  }
  const isReply = normalizedSubject(message.subject) !== message.subject.replace(/\s+/g, " ").trim();
  const sameTopic = isReply && answered.join("") === "" && topic !== "" ? known.byTopic(topic) : undefined;
  if (sameTopic) return sameTopic.conversationId;
  // The same in every mailbox that holds the thread: made of what they all see.
  return conversationId(`${topic}\n${message.references[0] ?? message.inReplyTo ?? message.internetMessageId}`);
}

/** A message that Outlook begins anew gets an index of its own, even under the subject of another. */
export function newConversation(): string {
  return conversationId(randomUUID());
}

export function topicOf(subject: string): string {
  return normalizedSubject(subject).toLowerCase();
}

function conversationId(root: string): string {
  return `AAQkADcwMGVjZTNm${createHash("sha256").update(root).digest("base64url")}=`;
}
