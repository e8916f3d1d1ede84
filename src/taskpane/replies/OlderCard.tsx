/** Mail from before the first day, offered once: never counted unless a person says so. */
import type { OfferedRow } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { NeedsReply } from "./NeedsReply.tsx";
import { OfferCard } from "./OfferCard.tsx";

interface OlderCardProps {
  readonly rows: readonly OfferedRow[];
  readonly calendar: BusinessCalendar;
  readonly onClosed: () => void;
}

export function OlderCard({ rows, calendar, onClosed }: OlderCardProps) {
  const { addin, run } = usePane();
  const { replies } = useText();
  const close = async () => {
    if (await run(() => addin.closeOlder())) onClosed();
  };
  return (
    <OfferCard
      sentence={replies.older(rows.length)}
      rows={rows}
      calendar={calendar}
      onNotNow={() => void close()}
      onClose={() => void close()}
      answers={(row, subject) => <NeedsReply name={row.internetMessageId} subject={subject} />}
    />
  );
}
