/** item.body, and the item's own selection. HTML never goes into a plain-text body (outlook-platform §4). */
import { type Answer, ok, refuse } from "../answer.ts";
import { type Call, isHtml, type Methods, onDraft, onItem } from "../call.ts";
import { textOf } from "../envelope.ts";
import type { OpenDraft } from "../outlook.ts";
import type { RefusalName } from "../refusals.ts";
import { htmlOfText, textOfHtml, textOfLines } from "../../mail/plainText.ts";

type Writing = (draft: OpenDraft, html: string) => Promise<void> | void;

/** A call that writes to the body: refused when it brings HTML to a plain-text draft, else given HTML. */
function writes(refusal: RefusalName, write: Writing): (call: Call<OpenDraft>) => Promise<Answer> {
  return async ({ item, params }) => {
    if (isHtml(params) && item.now().bodyType === "text") return refuse(refusal);
    const data = textOf(params["data"]);
    await write(item, isHtml(params) ? data : htmlOfText(data));
    return ok();
  };
}

const insert: Writing = (draft, html) => draft.insertAtCursor(html);

/** The signature is replaced when there is one, else put before the quoted thread. */
function withSignature(html: string, signature: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelector("#Signature")?.remove();
  const block = page.createElement("div");
  block.id = "Signature";
  block.innerHTML = signature;
  const quoted = page.querySelector("#appendonsend, #divRplyFwdMsg, hr");
  if (quoted) quoted.before(block);
  else page.body.append(block);
  return page.body.innerHTML;
}

export const body: Methods = {
  37: onItem(({ item, params }) => {
    const { bodyType, html, text } = item.now();
    if (isHtml(params)) return ok(html);
    if (item.mode === "read") return ok(text);
    return ok(bodyType === "text" ? textOfLines(html) : textOfHtml(html));
  }),
  38: onDraft(writes("htmlSetInTextBody", (draft, html) => draft.change({ html }))),
  23: onDraft(writes("htmlPrependedToTextBody", (draft, html) => draft.change({ html: html + draft.now().html }))),
  13: onDraft(writes("htmlInsertedInTextBody", insert)),
  29: onDraft(writes("htmlInsertedInTextBody", insert)),
  173: onDraft(
    writes("htmlSignatureInTextBody", (draft, html) => draft.change({ html: withSignature(draft.now().html, html) })),
  ),
  28: onDraft(({ item }) => {
    const data = item.selectedText();
    return ok({ data, sourceProperty: "body", startPosition: 0, endPosition: data.length });
  }),
  14: onDraft(({ item }) => ok(item.now().bodyType)),
  100: onDraft(async ({ addin, item, params }) => {
    if (!addin.appendOnSend) return refuse("appendWithoutPermission");
    const appended = textOf(params["appendTxt"]);
    await item.change({ html: item.now().html + (isHtml(params) ? appended : htmlOfText(appended)) });
    return ok();
  }),
};
