/** mailbox.masterCategories: names are unique; colours are Exchange's presets. */
import { ok, refuse } from "../answer.ts";
import { type Methods, onMailbox, textsOf } from "../call.ts";
import { fieldsOf, textOf } from "../envelope.ts";
import { presetName } from "../presetName.ts";

export const masterCategories: Methods = {
  160: onMailbox(({ outlook }) =>
    ok(outlook.masterCategories().map(({ displayName, color }) => ({ displayName, color: presetName(color) }))),
  ),
  161: onMailbox(async ({ outlook, params }) => {
    const details: readonly unknown[] = Array.isArray(params["categoryDetails"]) ? params["categoryDetails"] : [];
    const added = details.map(fieldsOf).map((detail) => ({
      id: crypto.randomUUID(),
      displayName: textOf(detail["displayName"]),
      color: textOf(detail["color"]),
    }));
    const all = [...outlook.masterCategories(), ...added];
    if (new Set(all.map((category) => category.displayName)).size < all.length)
      return refuse("duplicateMasterCategory");
    await outlook.saveMasterCategories(all);
    return ok();
  }),
  162: onMailbox(async ({ outlook, params }) => {
    const removed = new Set(textsOf(params["categories"]));
    await outlook.saveMasterCategories(
      outlook.masterCategories().filter((category) => !removed.has(category.displayName)),
    );
    return ok();
  }),
};
