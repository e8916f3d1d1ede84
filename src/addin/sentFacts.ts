/** What matching is told of a message of ours, whether Sent Items or the send handler showed it. */
import type { SentFacts } from "../domain/matching/match.ts";
import type { ReplyStamp, SentNote, SentReply } from "./ports.ts";

/**
 * Of a copy in Sent Items. What its stamp says that it answers counts beside In-Reply-To and References: a new message
 * to a customer whom only a notice names has neither.
 */
export function factsOfReply(reply: SentReply): SentFacts {
  const { internetMessageId, conversationId, sentAt, recipients, answers, stamp } = reply;
  return { internetMessageId, conversationId, sentAt, recipients, answers: [...answers, ...answersOf(stamp)] };
}

/** Of the send handler's note, which knows no headers. @param recipients To and Cc of the draft */
export function factsOfNote(note: SentNote, recipients: readonly string[]): SentFacts {
  return {
    internetMessageId: "",
    conversationId: note.conversationId ?? "",
    sentAt: note.at,
    recipients,
    answers: answersOf(note.stamp),
  };
}

function answersOf(stamp: ReplyStamp | null): readonly string[] {
  return stamp?.answers == null ? [] : [stamp.answers];
}
