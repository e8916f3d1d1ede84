/** What people noted beside the clock, one quiet line each. */
import { Caption1, Caption1Strong, makeStyles, tokens } from "@fluentui/react-components";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import { namedDay } from "../dayNames.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({ line: { margin: 0, color: tokens.colorNeutralForeground2 } });

interface RemarksProps {
  readonly standing: Standing;
  readonly compliment: boolean;
  /** A reply went out and came back. */
  readonly returned: boolean;
  readonly calendar: BusinessCalendar;
}

export function Remarks({ standing, compliment, returned, calendar }: RemarksProps) {
  const { state } = usePane();
  const text = useText();
  const styles = useStyles();
  const { claimedUntil } = standing;
  const lastDay =
    claimedUntil === null ? null : namedDay(calendar.localDay(claimedUntil), calendar.localDay(state.now), text);
  return (
    <>
      {returned && (
        <Caption1Strong as="p" block className={styles.line}>
          {text.more.returned}
        </Caption1Strong>
      )}
      {lastDay !== null && (
        <Caption1 as="p" block className={styles.line}>
          {text.more.claimed(text.state.day(lastDay))}
        </Caption1>
      )}
      {compliment && (
        <Caption1 as="p" block className={styles.line}>
          {text.more.compliment}
        </Caption1>
      )}
    </>
  );
}
