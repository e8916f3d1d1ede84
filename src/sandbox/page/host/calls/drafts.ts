/** What a draft is and where it stands: subject, kind, saving. */
import { ok, refuse } from "../answer.ts";
import { type Methods, onDraft } from "../call.ts";
import { textOf } from "../envelope.ts";
import { ewsId } from "../outlook.ts";

export const drafts: Methods = {
  17: onDraft(async ({ item, params }) => {
    await item.change({ subject: textOf(params["subject"]) });
    return ok();
  }),
  18: onDraft(({ item }) => ok(item.now().subject)),
  32: onDraft(async ({ item }) => {
    await item.save();
    return ok(ewsId(item.now().id));
  }),
  41: onDraft(({ item, outlook, surface }) => {
    // item.close has no callback: from a launch event Outlook ignores it (outlook-platform §1.2).
    if (surface !== "launchEvent") outlook.closeDraft(item);
    return ok();
  }),
  164: onDraft(({ item }) => (item.saved ? ok(ewsId(item.now().id)) : refuse("draftNotSaved"))),
  166: onDraft(() => ok(0)),
  174: onDraft(({ item }) => {
    const { bodyType, composeType } = item.now();
    return ok({ composeType: composeType ?? "newMail", coercionType: bodyType });
  }),
  175: onDraft(() => ok(false)),
  176: onDraft(() => ok()),
};
