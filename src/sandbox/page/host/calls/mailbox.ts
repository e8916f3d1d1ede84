/** The rest of the mailbox: what opened the pane, whose mailbox a shared message lies in, and the doors that Exchange Online has closed. */
import { type Answer, ok, refuse } from "../answer.ts";
import { type Methods, onItem, onMailbox } from "../call.ts";
import { restUrl } from "../initialData.ts";
import { refusals } from "../refusals.ts";

function noToken(refusal: "identityToken" | "legacyToken"): Answer {
  return { wasSuccessful: false, errorCode: refusals[refusal].code, errorName: "GenericTokenError" };
}

/** Every bit of Office.MailboxEnums.DelegatePermissions: members of a shared mailbox have full access. */
const fullAccess = 63;

/** What Office.js writes for Microsoft's statistics: taken and dropped. */
const dropped = onMailbox(() => ok());

export const mailbox: Methods = {
  2: onMailbox(() => noToken("identityToken")),
  12: onMailbox(() => noToken("legacyToken")),
  5: onMailbox(() => ({ wasProxySuccessful: false, errorMessage: "EWS is blocked." })),
  99: onItem(({ context }) => ok(context)),
  108: onItem(({ item: { sharedFrom } }) => {
    if (sharedFrom === null) return refuse("unknownCall");
    const { address } = sharedFrom;
    return ok({ owner: address, targetMailbox: address, targetRestUrl: restUrl, delegatePermissions: fullAccess });
  }),
  163: dropped,
  193: dropped,
  400: dropped,
  401: dropped,
  402: dropped,
};
