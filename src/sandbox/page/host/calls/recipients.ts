/** To, Cc, Bcc and From of a draft. */
import type { MailAddress, MailPatch } from "../../../api.ts";
import { type Answer, ok, refuse } from "../answer.ts";
import { type Call, type Methods, onDraft } from "../call.ts";
import { type Fields, fieldsOf, textOf } from "../envelope.ts";
import { wireAddress } from "../initialData.ts";
import type { OpenDraft } from "../outlook.ts";

/** The most that one field may hold, in Office.js's own words for 9012. */
const mostRecipients = 500;

const fields = ["to", "cc", "bcc"] as const;
type RecipientField = (typeof fields)[number];

function fieldOf(params: Fields): RecipientField {
  return fields[Number(params["recipientField"])] ?? "to";
}

function given(params: Fields): readonly MailAddress[] {
  const entries: readonly unknown[] = Array.isArray(params["recipientArray"]) ? params["recipientArray"] : [];
  return entries.map(fieldsOf).map((entry) => {
    const address = textOf(entry["address"]);
    return { address, name: textOf(entry["name"]) || address };
  });
}

async function put(call: Call<OpenDraft>, recipients: readonly MailAddress[]): Promise<Answer> {
  if (recipients.length > mostRecipients) return refuse("tooManyRecipients");
  const patch: MailPatch = { [fieldOf(call.params)]: recipients };
  await call.item.change(patch);
  return ok();
}

export const recipients: Methods = {
  15: onDraft(({ item, outlook, params }) =>
    ok(item.now()[fieldOf(params)].map((one) => wireAddress(one, outlook.person.address))),
  ),
  21: onDraft((call) => put(call, given(call.params))),
  22: onDraft((call) => put(call, [...call.item.now()[fieldOf(call.params)], ...given(call.params)])),
  107: onDraft(({ outlook }) =>
    ok(wireAddress({ name: outlook.person.name, address: outlook.person.address }, outlook.person.address)),
  ),
};
