/** Custom properties of this add-in on the item; Office.js itself keeps to 2,500 characters. */
import { ok } from "../answer.ts";
import { type Methods, onItem } from "../call.ts";
import { fieldsOf } from "../envelope.ts";

export const customProperties: Methods = {
  // This call has an answer of its own shape (outlook-host-protocol §6.1).
  3: onItem(({ item }) => ({
    wasSuccessful: true,
    customProperties: JSON.stringify(item.now().customProperties),
  })),
  4: onItem(async ({ item, params }) => {
    await item.change({ customProperties: fieldsOf(params["customProperties"]) });
    return ok();
  }),
};
