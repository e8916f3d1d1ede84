/** Puts the day of arrival right: a letter or a voice message may have come before its mail. */
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { SyntheticEvent } from "react";
import { arrival } from "../../addin/arrivalDay.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Instant, LocalDay } from "../../domain/time.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
});

interface ArrivalFormProps {
  readonly receivedAt: Instant;
  readonly calendar: BusinessCalendar;
  readonly onClose: () => void;
}

export function ArrivalForm({ receivedAt, calendar, onClose }: ArrivalFormProps) {
  const { addin, state, run } = usePane();
  const { arrival: words, answered } = useText();
  const styles = useStyles();
  const [day, setDay] = useState<string>(() => calendar.localDay(receivedAt));
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
