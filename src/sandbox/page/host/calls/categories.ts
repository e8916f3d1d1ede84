/** item.categories: never on a draft, on the web; only names of the master list (outlook-platform §2.1). */
import { presetName } from "../presetName.ts";
import { ok, refuse } from "../answer.ts";
import { masterCategoriesFor, type Methods, onItem, textsOf } from "../call.ts";

export const categories: Methods = {
  157: onItem((call) => {
    const { item } = call;
    if (item.mode === "compose") return refuse("categoriesReadInCompose");
    const known = masterCategoriesFor(call);
    return ok(
      item.now().categories.map((name) => ({
        displayName: name,
        color: presetName(known.find((category) => category.displayName === name)?.color ?? "None"),
      })),
    );
  }),
  158: onItem(async (call) => {
    const { item, params } = call;
    if (item.mode === "compose") return refuse("categoriesInCompose");
    const known = new Set(masterCategoriesFor(call).map((category) => category.displayName));
    const added = textsOf(params["categories"]);
    if (added.some((name) => !known.has(name))) return refuse("unknownCategory");
    await item.change({ categories: [...new Set([...item.now().categories, ...added])] });
    return ok();
  }),
  159: onItem(async ({ item, params }) => {
    if (item.mode === "compose") return refuse("categoriesInCompose");
    const removed = new Set(textsOf(params["categories"]));
    await item.change({ categories: item.now().categories.filter((name) => !removed.has(name)) });
    return ok();
  }),
};
