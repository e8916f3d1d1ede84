/** item.sessionData: key and value pairs of one draft, 50,000 characters in all (outlook-platform §1.5). */
import { type Answer, ok, refuse } from "../answer.ts";
import { type Methods, onDraft } from "../call.ts";
import { textOf } from "../envelope.ts";
import type { OpenDraft } from "../outlook.ts";

const mostCharacters = 50_000;

type Pairs = Readonly<Record<string, string>>;

async function write(draft: OpenDraft, sessionData: Pairs): Promise<Answer> {
  await draft.change({ sessionData });
  return ok();
}

export const sessionData: Methods = {
  185: onDraft(({ item, params }) => {
    const pairs = { ...item.now().sessionData, [textOf(params["name"])]: textOf(params["value"]) };
    return JSON.stringify(pairs).length > mostCharacters ? refuse("sessionDataTooLong") : write(item, pairs);
  }),
  186: onDraft(({ item, params }) => {
    const value = item.now().sessionData[textOf(params["name"])];
    return value === undefined ? refuse("unknownSessionKey") : ok(value);
  }),
  187: onDraft(({ item }) => ok(item.now().sessionData)),
  188: onDraft(({ item }) => write(item, {})),
  189: onDraft(({ item, params }) => {
    const { [textOf(params["name"])]: removed, ...left } = item.now().sessionData;
    return removed === undefined ? refuse("unknownSessionKeyRemoved") : write(item, left);
  }),
};
