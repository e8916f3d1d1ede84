/** Messages that belong together, put into heaps that can be read through one by one. */
import { marksOf, type KeptMessage } from "../ledgerPorts.ts";

/** Copies of one message, messages of one conversation, and what their references name share a heap. */
export function clustersOf(messages: readonly KeptMessage[]): readonly (readonly KeptMessage[])[] {
  const heapOf = new Map<string, Set<KeptMessage>>();
  for (const message of messages) {
    const marks = allMarksOf(message);
    const found = [...new Set(marks.flatMap((mark) => heapOf.get(mark) ?? []))].sort((a, b) => b.size - a.size);
    const [heap = new Set<KeptMessage>(), ...others] = found;
    for (const moved of others.flatMap((other) => [...other])) {
      heap.add(moved);
      for (const mark of allMarksOf(moved)) heapOf.set(mark, heap);
    }
    heap.add(message);
    for (const mark of marks) heapOf.set(mark, heap);
  }
  return [...new Set(heapOf.values())].map((heap) => [...heap]);
}

/** Its own key among them, so that one that shares nothing has a heap too. */
function allMarksOf(message: KeptMessage): readonly string[] {
  return [`key ${message.key}`, ...marksOf(message)];
}
