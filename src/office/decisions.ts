/** People's decisions on the open message, in the add-in's custom properties. */
import { compact, decisionsFrom, decisionsKey } from "../addin/decisions.ts";
import type { MessageDecisions } from "../addin/ports.ts";
import { readProperty, writeProperty } from "./customProperties.ts";
import { messageItem } from "./item.ts";

export async function readDecisions(): Promise<MessageDecisions> {
  return { observations: decisionsFrom(await readProperty(messageItem(), decisionsKey)) };
}

export async function saveDecisions({ observations }: MessageDecisions): Promise<void> {
  await writeProperty(messageItem(), decisionsKey, compact(observations));
}
