/** Transport headers of a received message, and the add-in's own headers on a draft. */
import { ok } from "../answer.ts";
import { type Methods, onDraft, onItem, textFields, textsOf } from "../call.ts";
import type { OpenDraft } from "../outlook.ts";

/** The add-in's headers of each draft that is open; the server takes each change as it comes. */
const headersOf = new WeakMap<OpenDraft, Readonly<Record<string, string>>>();

async function write(draft: OpenDraft, internetHeaders: Readonly<Record<string, string>>): Promise<void> {
  headersOf.set(draft, internetHeaders);
  await draft.change({ internetHeaders });
}

export const internetHeaders: Methods = {
  168: onItem(({ item }) => ok(item.now().headers)),
  151: onDraft(({ item, params }) => {
    const wanted = new Set(textsOf(params["internetHeaderKeys"]));
    const entries = Object.entries(headersOf.get(item) ?? {});
    return ok(Object.fromEntries(entries.filter(([name]) => wanted.has(name))));
  }),
  152: onDraft(async ({ item, params }) => {
    await write(item, { ...headersOf.get(item), ...textFields(params["internetHeaderNameValuePairs"]) });
    return ok();
  }),
  153: onDraft(async ({ item, params }) => {
    const removed = new Set(textsOf(params["internetHeaderKeys"]));
    const entries = Object.entries(headersOf.get(item) ?? {});
    await write(item, Object.fromEntries(entries.filter(([name]) => !removed.has(name))));
    return ok();
  }),
};
