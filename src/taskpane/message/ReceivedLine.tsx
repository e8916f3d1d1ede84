/** When the message came; for a letter or a voice message the day can be put right. */
import { Button, Caption1, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { SyntheticEvent } from "react";
import { arrival, hasArrivalDay } from "../../addin/arrivalDay.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import type { LocalDay } from "../../domain/time.ts";
import { shortMoment } from "../dayNames.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
  },
  received: { color: tokens.colorNeutralForeground2 },
  correct: { flexShrink: 0, marginRight: `calc(-1 * ${tokens.spacingHorizontalS})`, minWidth: "auto" },
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
});

interface ReceivedLineProps {
  readonly standing: Standing;
  readonly calendar: BusinessCalendar;
}

export function ReceivedLine({ standing, calendar }: ReceivedLineProps) {
  const { state } = usePane();
  const text = useText();
  const styles = useStyles();
  const [correcting, setCorrecting] = useState(false);
  const closed = useRef(false);
  const [day, time] = shortMoment(standing.receivedAt, calendar, text);
  const correctable = state.policy !== null && hasArrivalDay(state.policy, standing.channel);

  const close = () => {
    closed.current = true;
    setCorrecting(false);
  };
  /** The form gives the focus back to the button that opened it. */
  const returnFocus = (button: HTMLButtonElement | null) => {
    if (button === null || !closed.current) return;
    closed.current = false;
    button.focus();
  };
  return (
    <>
      <div className={styles.line}>
        <Caption1 className={styles.received}>
          {standing.timeSource === "person" ? text.message.arrived(day) : text.message.received(day, time)}
        </Caption1>
        {correctable && !correcting && (
          <Button
            ref={returnFocus}
            appearance="subtle"
            size="small"
            className={styles.correct}
            onClick={() => setCorrecting(true)}
          >
            {text.arrival.correct}
          </Button>
        )}
      </div>
      {correctable && correcting && <DayForm standing={standing} calendar={calendar} onClose={close} />}
    </>
  );
}

function DayForm({ standing, calendar, onClose }: ReceivedLineProps & { readonly onClose: () => void }) {
  const { addin, state, run } = usePane();
  const { arrival: words, answered } = useText();
  const styles = useStyles();
  const [day, setDay] = useState<string>(() => calendar.localDay(standing.receivedAt));
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const arrived = arrival(day, calendar, state.now);
    if (!arrived.ok) setProblem(words[arrived.why]);
    else if (await run(() => addin.setReceivedDay(day as LocalDay))) onClose();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate aria-label={words.title}>
      <Field label={words.day} validationState={problem === null ? "none" : "error"} validationMessage={problem}>
        <Input
          type="date"
          autoFocus
          value={day}
          max={calendar.localDay(state.now)}
          onChange={(_, { value }) => setDay(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="small">
          {words.save}
        </Button>
        <Button appearance="subtle" size="small" onClick={onClose}>
          {answered.cancel}
        </Button>
      </div>
    </form>
  );
}
