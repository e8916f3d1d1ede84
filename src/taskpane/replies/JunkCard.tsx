/** Messages in Junk that may be customers': each can be opened, put on the clock, or said to be none. */
import { Button } from "@fluentui/react-components";
import type { OfferedRow } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { ExclusionReason } from "../../domain/inquiry/fact.ts";
import { NoReplyNeeded } from "../message/NoReplyNeeded.tsx";
import { reasonsOf } from "../message/reasons.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { NeedsReply } from "./NeedsReply.tsx";
import { OfferCard } from "./OfferCard.tsx";

interface JunkCardProps {
  readonly rows: readonly OfferedRow[];
  readonly calendar: BusinessCalendar;
}

export function JunkCard({ rows, calendar }: JunkCardProps) {
  const { replies } = useText();
  return (
    <OfferCard
      sentence={replies.junk(rows.length)}
      hint={replies.junkHint}
      rows={rows}
      calendar={calendar}
      onNotNow={null}
      onClose={null}
      answers={({ internetMessageId: name }, subject) => (
        <>
          <NeedsReply name={name} subject={subject} />
          <NotCustomers name={name} subject={subject} />
        </>
      )}
    />
  );
}

/** One click, or the reasons that the city allows where "junk" is none of them. */
function NotCustomers({ name, subject }: { readonly name: string; readonly subject: string }) {
  const { addin, state, run } = usePane();
  const { replies } = useText();
  const exclude = (reason: ExclusionReason) => void run(() => addin.excludeRows([name], reason));
  if (!reasonsOf(state.policy).includes("junk")) return <NoReplyNeeded onChosen={exclude} />;
  return (
    <Button
      appearance="subtle"
      size="small"
      aria-label={replies.notCustomersOf(subject)}
      onClick={() => exclude("junk")}
    >
      {replies.notCustomers}
    </Button>
  );
}
