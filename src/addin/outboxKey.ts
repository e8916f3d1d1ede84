import { factContent } from "../domain/inquiry/factId.ts";
import type { Observation } from "../domain/inquiry/fact.ts";
import type { Waiting } from "./ports.ts";

/** An observation waits under a key made of its content, so that adding it twice is adding it once. */
export function waitingOf(internetMessageId: string, observation: Observation): Waiting {
  return { key: `${internetMessageId} ${factContent(observation)}`, internetMessageId, observation };
}
