/** What the service itself says of an inquiry whose mailbox was closed. */
import { mailboxClosed, type Fact, type InquiryId } from "../domain/inquiry/fact.ts";
import type { Instant } from "../domain/time.ts";
import { factIdOf } from "./factCheck.ts";

/** The same whenever it is said. @param from when the mailbox was closed */
export function closingFact(inquiry: InquiryId, from: Instant): Fact {
  const said = { kind: "excluded", reason: mailboxClosed, at: from, saidAt: from, by: "rule" } as const;
  return { ...said, id: factIdOf(said), inquiry };
}
