/**
 * mailbox.masterCategories: names are unique; colours are Exchange's presets. Beside a message of a shared mailbox it is
 * that mailbox's list, which the person may read and not change (outlook-platform §2.1).
 */
import type { MasterCategory } from "../../../api.ts";
import { type Answer, ok, refuse } from "../answer.ts";
import { type Call, masterCategoriesFor, type Methods, onMailbox, textsOf } from "../call.ts";
import { fieldsOf, textOf } from "../envelope.ts";
import type { OpenItem } from "../outlook.ts";
import { presetName } from "../presetName.ts";

/** Writes the list that `change` makes of the present one; null: a name would be there twice. */
async function changed(
  { item, outlook }: Call<OpenItem | null>,
  change: (before: readonly MasterCategory[]) => readonly MasterCategory[] | null,
): Promise<Answer> {
  if (item?.sharedFrom) return refuse("masterCategoriesOfOthers");
  const after = change(outlook.masterCategories());
  if (after === null) return refuse("duplicateMasterCategory");
  await outlook.saveMasterCategories(after);
  return ok();
}

export const masterCategories: Methods = {
  160: onMailbox((call) =>
    ok(masterCategoriesFor(call).map(({ displayName, color }) => ({ displayName, color: presetName(color) }))),
  ),
  161: onMailbox((call) => {
    const given = call.params["categoryDetails"];
    const details: readonly unknown[] = Array.isArray(given) ? given : [];
    const added = details.map(fieldsOf).map((detail) => ({
      id: crypto.randomUUID(),
      displayName: textOf(detail["displayName"]),
      color: textOf(detail["color"]),
    }));
    return changed(call, (before) => {
      const all = [...before, ...added];
      return new Set(all.map((category) => category.displayName)).size < all.length ? null : all;
    });
  }),
  162: onMailbox((call) => {
    const removed = new Set(textsOf(call.params["categories"]));
    return changed(call, (before) => before.filter((category) => !removed.has(category.displayName)));
  }),
};
