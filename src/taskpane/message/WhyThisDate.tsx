/** The whole chain from receipt to due date, a line per day; nothing in it needs a second source. */
import { Caption1, Body1, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { DueExplanation } from "../../domain/deadline/due.ts";
import { dayInWords, shortDay } from "../../domain/wording/dates.ts";
import { dayLine, ruleSentence } from "../../domain/wording/why.ts";
import { Disclosure } from "../Disclosure.tsx";
import { shortMoment, timeOn } from "../dayNames.ts";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { DayLines } from "./DayLines.tsx";
import type { DayLine } from "./DayLines.tsx";

const useStyles = makeStyles({
  why: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  sentence: { margin: 0 },
  sources: { display: "flex", flexDirection: "column", color: tokens.colorNeutralForeground2 },
});

/** Receipt first, then each day counted or skipped, the due line last. */
function useDayLines(explanation: DueExplanation): readonly DayLine[] {
  const { calendar } = usePane().state;
  const text = useText();
  if (calendar === null) return [];
  const { receivedAt, days, responseDays, due } = explanation;
  const dueTime = timeOn(due.dueDay, due.dueAt, calendar, text);
  return [
    { mark: "open", words: `${shortMoment(receivedAt, calendar, text).join(", ")} – ${text.why.received}` },
    ...days.map((explained): DayLine => ({
      mark: explained.number === null || explained.number === 0 ? "open" : explained.number,
      words: dayLine(explained, responseDays, text.language),
    })),
    { mark: "due", words: `${shortDay(due.dueDay, text.language)}, ${dueTime} – ${text.why.due}` },
  ];
}

export function WhyThisDate({ explanation }: { readonly explanation: DueExplanation }) {
  const text = useText();
  return (
    <Disclosure label={text.why.question}>
      <Chain explanation={explanation} />
    </Disclosure>
  );
}

function Chain({ explanation }: { readonly explanation: DueExplanation }) {
  const { state } = usePane();
  const text = useText();
  const styles = useStyles();
  const { why, language } = text;
  const { clause, announced } = explanation;
  const url = state.policy?.standardUrl;
  return (
    <div className={styles.why}>
      <DayLines lines={useDayLines(explanation)} />
      {explanation.due.provisional && (
        <Body1 as="p" block className={styles.sentence}>
          {why.provisional}
        </Body1>
      )}
      {announced !== null && (
        <Body1 as="p" block className={styles.sentence}>
          {why.announced(dayInWords(announced.dueDay, language))}
        </Body1>
      )}
      <Body1 as="p" block className={styles.sentence}>
        {ruleSentence(explanation, language)}
      </Body1>
      <div className={styles.sources}>
        {clause !== null &&
          (url === undefined ? (
            <Caption1>{why.clause(clause)}</Caption1>
          ) : (
            <Link href={url} target="_blank" rel="noreferrer">
              {why.clause(clause)}
            </Link>
          ))}
        <Caption1>{why.policy(explanation.policyName, explanation.policyVersion)}</Caption1>
        <Caption1>{why.timeSource[explanation.timeSource]}</Caption1>
        <Caption1>{why.zoneData(explanation.tzdata)}</Caption1>
      </div>
    </div>
  );
}
