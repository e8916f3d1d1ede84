/** The rest of the mailbox: what opened the pane, and the doors that Exchange Online has closed. */
import { type Answer, ok } from "../answer.ts";
import { type Methods, onItem, onMailbox } from "../call.ts";
import { refusals } from "../refusals.ts";

function noToken(refusal: "identityToken" | "legacyToken"): Answer {
  return { wasSuccessful: false, errorCode: refusals[refusal].code, errorName: "GenericTokenError" };
}

/** What Office.js writes for Microsoft's statistics: taken and dropped. */
const dropped = onMailbox(() => ok());

export const mailbox: Methods = {
  2: onMailbox(() => noToken("identityToken")),
  12: onMailbox(() => noToken("legacyToken")),
  5: onMailbox(() => ({ wasProxySuccessful: false, errorMessage: "EWS is blocked." })),
  99: onItem(({ context }) => ok(context)),
  163: dropped,
  193: dropped,
  400: dropped,
  401: dropped,
  402: dropped,
};
