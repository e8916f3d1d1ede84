/** Records a reply that left no mail: a call, a visit, a portal answer, a letter. */
import { Button, Field, Input, makeStyles, Select, Subtitle2, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { SyntheticEvent } from "react";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { ReplyWay } from "../../domain/inquiry/fact.ts";
import type { Instant } from "../../domain/time.ts";
import { shortMoment } from "../dayNames.ts";
import { useText } from "../text/useText.tsx";
import { answerTime, clockTime } from "./answerTime.ts";

type Way = Exclude<ReplyWay, "email">;
const ways: readonly Way[] = ["phone", "inPerson", "portal", "letter", "other"];

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  when: { display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: tokens.spacingHorizontalS },
  field: { minWidth: 0 },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
});

interface AnsweredAnotherWayProps {
  readonly calendar: BusinessCalendar;
  readonly receivedAt: Instant;
  readonly now: Instant;
  readonly onRecord: (way: Way, at: Instant) => void;
  readonly onCancel: () => void;
}

export function AnsweredAnotherWay({ calendar, receivedAt, now, onRecord, onCancel }: AnsweredAnotherWayProps) {
  const text = useText();
  const { answered } = text;
  const styles = useStyles();
  const [way, setWay] = useState<Way>("phone");
  const [day, setDay] = useState<string>(() => calendar.localDay(now));
  const [time, setTime] = useState(() => clockTime(calendar.localMinutes(now)));
  const [problem, setProblem] = useState<string | null>(null);

  const record = (event: SyntheticEvent) => {
    event.preventDefault();
    const when = answerTime({ day, time }, calendar, receivedAt, now);
    if (when.ok) {
      onRecord(way, when.at);
      return;
    }
    const received = shortMoment(receivedAt, calendar, text).join(", ");
    setProblem(when.why === "tooEarly" ? answered.tooEarly(received) : answered[when.why]);
  };
  return (
    <form className={styles.form} onSubmit={record} noValidate aria-label={answered.title}>
      <Subtitle2 as="h2" className={styles.title}>
        {answered.title}
      </Subtitle2>
      <Field label={answered.way}>
        <Select autoFocus value={way} onChange={(_, { value }) => setWay(value as Way)}>
          {ways.map((id) => (
            <option key={id} value={id}>
              {answered.ways[id]}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <div className={styles.when}>
          <Field label={answered.day} className={styles.field}>
            <Input
              type="date"
              input={{ className: styles.field }}
              className={styles.field}
              value={day}
              min={calendar.localDay(receivedAt)}
              max={calendar.localDay(now)}
              onChange={(_, { value }) => setDay(value)}
            />
          </Field>
          <Field label={answered.time} className={styles.field}>
            <Input
              type="time"
              input={{ className: styles.field }}
              className={styles.field}
              value={time}
              onChange={(_, { value }) => setTime(value)}
            />
          </Field>
        </div>
        <Field validationState={problem === null ? "none" : "error"} validationMessage={problem} />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          {answered.record}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {answered.cancel}
        </Button>
      </div>
    </form>
  );
}
