/** When the message came; for a letter or a voice message the day can be put right here. */
import { Button, Caption1, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { SyntheticEvent } from "react";
import { arrival } from "../../addin/arrivalDay.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import type { LocalDay } from "../../domain/time.ts";
import { shortMoment } from "../dayNames.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  received: { margin: 0, color: tokens.colorNeutralForeground2 },
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
      {onCorrected !== null && <DayForm standing={standing} calendar={calendar} onClose={onCorrected} />}
    </>
  );
}

interface DayFormProps extends Pick<ReceivedLineProps, "standing" | "calendar"> {
  readonly onClose: () => void;
}

function DayForm({ standing, calendar, onClose }: DayFormProps) {
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
