/** People's decisions on the open message, in the add-in's custom properties. */
import { chunk } from "../addin/chunk.ts";
import { compact, decisionsKey } from "../addin/decisions.ts";
import type { MessageDecisions } from "../addin/ports.ts";
import { readProperty, writeProperty } from "./customProperties.ts";
import { messageItem } from "./item.ts";

/** Few messages bear any. */
const reader = chunk(
  async () => (await import(/* webpackChunkName: "decisions" */ "../addin/readDecisions.ts")).decisionsFrom,
);

export async function readDecisions(): Promise<MessageDecisions> {
  const value = await readProperty(messageItem(), decisionsKey);
  if (value === null) return { observations: [] };
  const decisionsFrom = await reader.load();
  return { observations: decisionsFrom(value) };
}

export async function saveDecisions({ observations }: MessageDecisions): Promise<void> {
  await writeProperty(messageItem(), decisionsKey, compact(observations));
}
