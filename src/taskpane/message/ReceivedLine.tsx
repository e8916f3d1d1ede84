/** When the message came; for a letter or a voice message the day can be put right here. */
import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import { later } from "../chunks/later.tsx";
import { shortMoment } from "../dayNames.ts";
import { useText } from "../text/useText.tsx";

const ArrivalForm = later(() =>
  import(/* webpackChunkName: "forms" */ "./ArrivalForm.tsx").then((module) => module.ArrivalForm),
);

const useStyles = makeStyles({ received: { margin: 0, color: tokens.colorNeutralForeground2 } });

interface ReceivedLineProps {
  readonly standing: Standing;
  readonly calendar: BusinessCalendar;
  /** Closes the form that corrects the day; null while it is closed. */
  readonly onCorrected: (() => void) | null;
}

export function ReceivedLine({ standing, calendar, onCorrected }: ReceivedLineProps) {
  const text = useText();
  const styles = useStyles();
  const [day, time] = shortMoment(standing.receivedAt, calendar, text);
  return (
    <>
      <Caption1 as="p" block className={styles.received}>
        {standing.timeSource === "person" ? text.message.arrived(day) : text.message.received(day, time)}
      </Caption1>
      {onCorrected !== null && (
        <ArrivalForm receivedAt={standing.receivedAt} calendar={calendar} onClose={onCorrected} />
      )}
    </>
  );
}
